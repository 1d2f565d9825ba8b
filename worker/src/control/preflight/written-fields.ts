import { defaultTemplate, type Mapping } from '#mapping-engine';
import { STAMP_FIELD, STAMPED } from '../../deliver/row.ts';

/** What a shop of any platform begins with. */
const NEUTRAL = defaultTemplate('');

/** Every field that these mappings fill, by object; those of a new shop's where there is none. */
export function writtenFields(mappings: Mapping[]): Map<string, string[]> {
  const all = mappings.length > 0 ? mappings : [NEUTRAL.mapping];
  const fields = new Map<string, Set<string>>();
  for (const { object, off, rows } of all.flatMap(({ targets }) => targets)) {
    if (off) continue;
    const known = fields.get(object) ?? new Set(STAMPED.has(object) ? [STAMP_FIELD] : []);
    for (const row of rows) if (!row.off && row.direction !== 'toShop') known.add(row.target);
    fields.set(object, known);
  }
  return new Map([...fields].map(([object, names]) => [object, [...names]]));
}
