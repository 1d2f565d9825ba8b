import type { Caller, Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { detected, type Matches } from './duplicate-result.ts';
import { findByKey } from './find.ts';
import { Refused, refuse } from './refusal.ts';
import { textOf, type Row } from './row.ts';
import type { DuplicateRule } from './rules.ts';
import { canRead } from './sharing.ts';

/** Throws DUPLICATE_VALUE when another living row has the value of a unique field. */
export function checkUnique(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  for (const field of object.fields.filter(({ unique }) => unique)) {
    const value = textOf(row, field.name);
    if (value === undefined) continue;
    const other = findByKey(org, object, field, value).find(({ Id }) => Id !== row.Id);
    if (!other) continue;
    // The platform shows the short form of the id here, and nothing of a record that is not shared.
    const [name, id] = canRead(org, caller, object, other)
      ? [field.name, other.Id.slice(0, 15)]
      : ['<unknown>', '<unknown>'];
    const message = `duplicate value found: ${name} duplicates value on record with id: ${id}`;
    throw new Refused([{ code: 'DUPLICATE_VALUE', message, fields: [] }]);
  }
  if (object.name === 'CampaignMember') checkMember(org, object, row);
}

/** Nobody is in a campaign twice. */
function checkMember(org: Org, object: ObjectType, row: Row): void {
  if (!textOf(row, 'LeadId') && !textOf(row, 'ContactId')) {
    const fields = ['LeadId', 'ContactId'];
    throw refuse('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId]', fields);
  }
  const others = org.database.table(object).find('CampaignId', textOf(row, 'CampaignId') ?? '');
  const same = (other: Row, field: string): boolean =>
    textOf(row, field) !== undefined && other[field] === row[field];
  const isMember = others.some(
    (other) =>
      other.Id !== row.Id &&
      other.IsDeleted !== true &&
      (same(other, 'LeadId') || same(other, 'ContactId')),
  );
  if (isMember) throw refuse('DUPLICATE_VALUE', 'Already a campaign member.', []);
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
    if (!value || textOf(before, field.name) === value) continue;
    const found = matchesOf(org, caller, rule, row, value);
    if (found.length > 0) throw new Refused([detected(org, caller, object, rule, found)]);
  }
}

/** What a rule finds that looks for `value`, object by object; `row` itself is left out. */
export function matchesOf(
  org: Org,
  caller: Caller,
  rule: DuplicateRule,
  row: Row,
  value: string,
): Matches[] {
  return (rule.matchObjects ?? [rule.object]).flatMap((name) =>
    matchesIn(org, caller, rule, name, row, value),
  );
}

function matchesIn(
  org: Org,
  caller: Caller,
  rule: DuplicateRule,
  name: string,
  row: Row,
  value: string,
): Matches[] {
  const object = org.schema.object(name);
  const field = object && org.schema.field(object, rule.matchField);
  if (!object || !field) return [];
  const records = withValue(org, object, field, value).filter(
    (other) =>
      other.Id !== row.Id &&
      // Who has become a contact is that contact, and no second person.
      !(other.IsConverted === true && name.toLowerCase() !== rule.object.toLowerCase()) &&
      (!caller.duplicates?.runAsCurrentUser || canRead(org, caller, object, other)),
  );
  return records.length > 0 ? [{ object, records }] : [];
}

function withValue(org: Org, object: ObjectType, field: Field, value: string): Row[] {
  const table = org.database.table(object);
  const candidates = table.isIndexed(field.name) ? table.find(field.name, value) : table.all();
  return candidates.filter(
    (other) =>
      other.IsDeleted !== true && textOf(other, field.name)?.toLowerCase() === value.toLowerCase(),
  );
}
