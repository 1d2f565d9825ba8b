import { DEFAULT_MAPPING } from '../../compose/mapping/default-mapping.ts';

/** Every field the mapping fills, by object. */
export function writtenFields(): Map<string, string[]> {
  return new Map(
    Object.entries(DEFAULT_MAPPING).map(([object, rows]) => [
      object,
      [...new Set(rows.map(({ target }) => target))],
    ]),
  );
}
