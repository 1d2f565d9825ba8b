import type { Value } from '../rows.ts';
import type { Unit } from '../unit.ts';
import { readChanges } from './changes.ts';
import type { Salesforce } from './salesforce.ts';

/** Copies new, changed and deleted records of the synced custom objects; never writes any back. */
export async function syncCustomObjects(
  unit: Unit,
  salesforce: Salesforce,
  beginning: string,
): Promise<void> {
  const { rows, prospects } = unit;
  for (const { object, people, fields } of unit.settings().customObjects) {
    const key = `custom:${object}`;
    const since = rows.cursors.get(key) ?? { at: beginning, seen: [] };
    const question = { object, fields: [...people, ...fields], since };
    const { touched, cursor } = await readChanges(salesforce, question);
    for (const row of touched) {
      const id = String(row.Id);
      const before = rows.customRecords.get(id)?.people ?? [];
      const now = people.flatMap((field) => row[field] ?? []).map(String);
      if (row.IsDeleted === true) rows.customRecords.delete(id);
      else {
        const values = fields.map((field): [string, Value] => [field, row[field] ?? null]);
        rows.customRecords.set(id, { id, object, people: now, fields: Object.fromEntries(values) });
      }
      for (const person of [...before, ...now]) {
        const prospect = prospects.bySalesforceId(person);
        if (prospect) prospects.markChanged(prospect.id);
      }
    }
    rows.cursors.set(key, cursor);
  }
}
