import type { ObjectDescribe } from './describe.ts';
import { isPerson } from './engagement.ts';
import { aboutRow, aboutTarget, rowName, type Finding } from './findings.ts';
import type { Mapping, Row, Target } from './model.ts';
import { sameJson } from './sameJson.ts';
import { without } from './without.ts';

/** Custom fields of a person that programs are meant to use; more than these nobody oversees. */
const MOST_CUSTOM_FIELDS = 25;
/** Beyond about so many mapped fields Account Engagement's sync queue is known to stick. */
const MOST_FIELDS = 150;

/** Standard fields that Lead and Contact share by name and meaning. */
const SHARED_FIELDS = new Set([
  'Email',
  'FirstName',
  'LastName',
  'LeadSource',
  'MobilePhone',
  'Phone',
  'Salutation',
  'Title',
]);

/**
 * Account Engagement maps one prospect field to Lead and Contact where both have it by the same
 * name, so what fills the one has to fill the other.
 */
export function checkPeople(
  mapping: Mapping,
  describes: ReadonlyMap<string, ObjectDescribe> | undefined,
  findings: Finding[],
): void {
  const people = mapping.targets.filter(({ off, object }) => !off && isPerson(object));
  checkNumber(people, findings);
  const contact = people.find(({ object }) => object === 'Contact');
  const lead = people.find(({ object }) => object === 'Lead');
  if (!contact || !lead) return;
  const pair = (one: Target, other: Target): void => {
    checkMissing(one, other, describes?.get(other.object), findings);
  };
  pair(contact, lead);
  pair(lead, contact);
  checkDifferent(contact, lead, findings);
}

function checkMissing(
  target: Target,
  other: Target,
  describe: ObjectDescribe | undefined,
  findings: Finding[],
): void {
  const filled = new Set(live(other).map((row) => row.target));
  for (const row of live(target)) {
    if (filled.has(row.target) || !isShared(row.target, describe)) continue;
    filled.add(row.target);
    aboutRow(
      findings,
      target,
      row,
    )({
      code: 'person_row_missing',
      severity: 'warning',
      what: `${rowName(target, row)} has no counterpart on ${other.object}, so the prospect field follows only one of the two.`,
      fix: `Add the same row to ${other.object}.`,
    });
  }
}

function checkDifferent(contact: Target, lead: Target, findings: Finding[]): void {
  for (const field of new Set(live(lead).map((row) => row.target))) {
    const [ours, theirs] = [rowsFor(lead, field), rowsFor(contact, field)];
    const [row] = ours;
    if (!row || theirs.length === 0 || sameJson(ours.map(content), theirs.map(content))) continue;
    aboutRow(
      findings,
      lead,
      row,
    )({
      code: 'person_rows_differ',
      severity: 'warning',
      what: `${rowName(lead, row)} differs from the row for the same field on Contact, so the prospect field changes its meaning when a lead is converted.`,
      fix: 'Make both rows the same.',
    });
  }
}

function checkNumber(people: readonly Target[], findings: Finding[]): void {
  const [first] = people;
  const fields = new Set(people.flatMap(live).map((row) => row.target));
  const custom = [...fields].filter((field) => field.endsWith('__c')).length;
  if (!first) return;
  const report = aboutTarget(findings, first);
  if (custom > MOST_CUSTOM_FIELDS)
    report({
      code: 'many_person_fields',
      severity: 'warning',
      what: `${custom} custom fields of people are filled, more than the ${MOST_CUSTOM_FIELDS} that programs need.`,
      fix: 'Turn off the rows that no program and no list uses.',
    });
  if (fields.size > MOST_FIELDS)
    report({
      code: 'too_many_person_fields',
      severity: 'warning',
      what: `${fields.size} fields of people are filled; Account Engagement's sync is known to stick beyond about ${MOST_FIELDS}.`,
      fix: 'Turn off rows until fewer are left.',
    });
}

function isShared(field: string, describe: ObjectDescribe | undefined): boolean {
  if (describe) return describe.fields.some(({ name, createable }) => name === field && createable);
  return field.endsWith('__c') || SHARED_FIELDS.has(field);
}

function live({ rows }: Target): Row[] {
  return rows.filter((row) => !row.off && row.target !== '');
}

function rowsFor(target: Target, field: string): Row[] {
  return live(target).filter((row) => row.target === field);
}

function content(row: Row): Omit<Row, 'id'> {
  return without(row, 'id');
}
