import type { SourceKind } from '#mapping-engine';
import { rowName } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/** An order or a cart, and what is in it. */
export interface HeadAndItems<Item extends { key: string }> {
  key: RecordKey;
  head: { kind: SourceKind; object: string; input: unknown };
  items: { kind: SourceKind; object: string; inputs: Item[] };
  /** How the items point at the head. */
  link: Linked;
}

/** Without the head its items have nowhere to be. */
export function headAndItems<Item extends { key: string }>(
  mapper: Mapper,
  { key, head, items, link }: HeadAndItems<Item>,
  around: Linked,
): RecordRows {
  const { object, input } = head;
  const row = mapOwn(mapper, { object, key, input, linked: around, keepSource: true });
  const linked = { ...around, ...(row && link) };
  const lines = items.inputs.map((item) => {
    const line = { object: items.object, key: item.key, input: item, linked, parentKey: key };
    return row && mapOwn(mapper, line);
  });
  return {
    rows: [row, ...lines].flatMap((one) => one ?? []),
    sources: [
      { kind: head.kind, input, linked },
      ...items.inputs.map((item) => ({ kind: items.kind, input: item, linked })),
    ],
    kept: items.inputs.map((item) => rowName({ object: items.object, key: item.key })),
  };
}
