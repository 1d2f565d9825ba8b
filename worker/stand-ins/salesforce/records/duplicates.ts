import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import type { DuplicateRule } from './rules.ts';
import { findByKey } from './find.ts';
import { Refused, type Refusal } from './refusal.ts';
import { textOf, type Row } from './row.ts';

/** Throws DUPLICATE_VALUE when another living row has the value of a unique field. */
export function checkUnique(org: Org, object: ObjectType, row: Row): void {
  for (const field of object.fields.filter(({ unique }) => unique)) {
    const value = textOf(row, field.name);
    if (value === undefined) continue;
    const other = findByKey(org, object, field, value).find(({ Id }) => Id !== row.Id);
    if (!other) continue;
    // The platform shows the short form of the id here.
    const message =
      `duplicate value found: ${field.name} duplicates value on record with id: ` +
      other.Id.slice(0, 15);
    throw new Refused([{ code: 'DUPLICATE_VALUE', message, fields: [] }]);
  }
}

/** Throws DUPLICATES_DETECTED when a duplicate rule matches and is not overruled. */
export function checkDuplicateRules(
  org: Org,
  caller: Caller,
  object: ObjectType,
  row: Row,
  before: Row | undefined,
): void {
  for (const rule of org.rules.duplicateRules.list()) {
    if (rule.object.toLowerCase() !== object.name.toLowerCase()) continue;
    if (rule.action === 'alert' && caller.allowDuplicates) continue;
    const field = org.schema.field(object, rule.matchField);
    const value = field && textOf(row, field.name);
    // A rule looks again only when what it matches on has changed.
    if (!field || !value || textOf(before, field.name) === value) continue;
    const table = org.database.table(object);
    const candidates = table.isIndexed(field.name) ? table.find(field.name, value) : table.all();
    const matches = candidates.filter(
      (other) =>
        other.Id !== row.Id &&
        other.IsDeleted !== true &&
        textOf(other, field.name)?.toLowerCase() === value.toLowerCase(),
    );
    if (matches.length > 0) throw new Refused([detected(object, rule, matches)]);
  }
}

function detected(object: ObjectType, rule: DuplicateRule, matches: Row[]): Refusal {
  const message = rule.message ?? 'Use one of these records?';
  return {
    code: 'DUPLICATES_DETECTED',
    message,
    detail: {
      // The platform spells the key so.
      duplicateResut: {
        allowSave: rule.action === 'alert',
        duplicateRule: rule.name ?? `Standard_${object.name}_Duplicate_Rule`,
        duplicateRuleEntityType: object.name,
        errorMessage: message,
        matchResults: [
          {
            entityType: object.name,
            errors: [],
            matchEngine: 'ExactMatchEngine',
            matchRecords: matches.map((row) => ({
              additionalInformation: [],
              fieldDiffs: [],
              matchConfidence: 100,
              record: {
                attributes: {
                  type: object.name,
                  url: `/services/data/v66.0/sobjects/${object.name}/${row.Id}`,
                },
                Id: row.Id,
              },
            })),
            rule: `${object.name}_${rule.matchField}_Match`,
            size: matches.length,
            success: true,
          },
        ],
      },
    },
  };
}
