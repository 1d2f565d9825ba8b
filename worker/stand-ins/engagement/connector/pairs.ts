import type { Behaviour, Prospect, Rows, Value } from '../rows.ts';
import type { SalesforceRow } from './salesforce.ts';

export type PersonObject = 'Lead' | 'Contact';

/** A prospect's field and the field of the same meaning on Lead and Contact. */
export interface Pair {
  prospect: string;
  salesforce: string;
  behaviour: Behaviour;
  /** Prospect account fields come from Salesforce and never go back. */
  readOnly?: boolean;
}

const STANDARD: Pair[] = [
  { prospect: 'firstName', salesforce: 'FirstName', behaviour: 'salesforce' },
  { prospect: 'lastName', salesforce: 'LastName', behaviour: 'salesforce' },
  { prospect: 'jobTitle', salesforce: 'Title', behaviour: 'salesforce' },
  { prospect: 'phone', salesforce: 'Phone', behaviour: 'salesforce' },
  { prospect: 'optedOut', salesforce: 'HasOptedOutOfEmail', behaviour: 'salesforce' },
];

export function pairsFor(object: PersonObject, rows: Rows): Pair[] {
  const company: Pair =
    object === 'Lead'
      ? { prospect: 'company', salesforce: 'Company', behaviour: 'salesforce' }
      : {
          prospect: 'company',
          salesforce: 'Account.Name',
          behaviour: 'salesforce',
          readOnly: true,
        };
  const custom = rows.customFields.values().flatMap((field): Pair[] => {
    const { apiFieldId, salesforceId, behaviour } = field;
    return salesforceId === null
      ? []
      : [{ prospect: apiFieldId, salesforce: salesforceId, behaviour }];
  });
  return [...STANDARD, company, ...custom];
}

export interface Difference {
  prospect: Record<string, Value>;
  salesforce: Record<string, Value>;
}

/**
 * What each side has to take over from the other. A blank never wins, whatever the field's
 * behaviour: the filled side refills the blank one, in Salesforce too.
 */
export function compare(pairs: Pair[], prospect: Prospect, record: SalesforceRow): Difference {
  const difference: Difference = { prospect: {}, salesforce: {} };
  for (const pair of pairs) {
    if (!(pair.salesforce in record) && !pair.readOnly) continue;
    const theirs = record[pair.salesforce] ?? null;
    const ours = prospect[pair.prospect] ?? null;
    if (equal(ours, theirs)) continue;
    if (survivor(pair, prospect, record) === 'salesforce')
      difference.prospect[pair.prospect] = theirs;
    else if (!pair.readOnly) difference.salesforce[pair.salesforce] = ours;
  }
  return difference;
}

function survivor(
  pair: Pair,
  prospect: Prospect,
  record: SalesforceRow,
): 'salesforce' | 'prospect' {
  if (isBlank(record[pair.salesforce])) return 'prospect';
  if (isBlank(prospect[pair.prospect])) return 'salesforce';
  if (pair.behaviour !== 'latest') return pair.behaviour;
  const changed = (time: unknown): number => Date.parse(String(time));
  return changed(record.SystemModstamp) >= changed(prospect.updatedAt) ? 'salesforce' : 'prospect';
}

const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '';

function equal(left: Value, right: Value): boolean {
  return left === right || (isBlank(left) && isBlank(right));
}
