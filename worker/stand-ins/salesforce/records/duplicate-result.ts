import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { attributes, presentRecord } from './present.ts';
import type { Refusal } from './refusal.ts';
import type { Row } from './row.ts';
import type { DuplicateRule } from './rules.ts';
import { canRead } from './sharing.ts';

const VERSION = 'v66.0';

/** Records of one object that a duplicate rule takes for the same. */
export interface Matches {
  object: ObjectType;
  records: Row[];
}

/** What a refused call hears of a duplicate rule; of records not shared with it only that they are. */
export function detected(
  org: Org,
  caller: Caller,
  object: ObjectType,
  rule: DuplicateRule,
  found: Matches[],
): Refusal {
  const result = duplicateResult(org, caller, object, rule, found);
  const key = org.rules.duplicateResultKey();
  return { code: 'DUPLICATES_DETECTED', message: result.errorMessage, detail: { [key]: result } };
}

/** What one rule has to say; without matches that it was asked and found nothing. */
export function duplicateResult(
  org: Org,
  caller: Caller,
  object: ObjectType,
  rule: DuplicateRule,
  found: Matches[],
) {
  return {
    allowSave: rule.action === 'alert',
    duplicateRule: rule.name ?? `Standard_${object.name}_Duplicate_Rule`,
    duplicateRuleEntityType: object.name,
    errorMessage: rule.message ?? 'Use one of these records?',
    matchResults: found.map((matches) => matchResult(org, caller, object, rule, matches)),
  };
}

function matchResult(
  org: Org,
  caller: Caller,
  object: ObjectType,
  rule: DuplicateRule,
  { object: matched, records }: Matches,
) {
  const shown = records.filter((row) => canRead(org, caller, matched, row));
  const across = matched === object ? '' : `_${matched.name}`;
  return {
    entityType: matched.name,
    errors: [],
    matchEngine: 'ExactMatchEngine',
    matchRecords: shown.map((row) => ({
      additionalInformation: [],
      fieldDiffs: [],
      matchConfidence: 100,
      record: recordOf(caller, matched, row),
    })),
    rule: `${object.name}${across}_${rule.matchField}_Match`,
    size: shown.length,
    success: true,
  };
}

function recordOf(caller: Caller, object: ObjectType, row: Row): Record<string, unknown> {
  if (!caller.duplicates?.includeRecordDetails) {
    return { attributes: attributes(object, row.Id, VERSION), Id: row.Id };
  }
  const fields = object.fields.filter((field) => caller.rights.canSee(object, field));
  return presentRecord(object, row, fields, VERSION);
}
