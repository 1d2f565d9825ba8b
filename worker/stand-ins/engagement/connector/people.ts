import type { Prospect, Value } from '../rows.ts';
import type { Unit } from '../unit.ts';
import { compare, pairsFor, type PersonObject } from './pairs.ts';
import type { Salesforce, SalesforceRow } from './salesforce.ts';

/** Fields of a Lead or Contact that decide whose record it is, where the object has them. */
export const PERSON_FIELDS = ['Email', 'IsConverted', 'ConvertedContactId'];

const CRM_DELETED = '[[crm_deleted]]';
const UNKNOWN = '[[Unknown]]';

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** Brings a touched Lead or Contact and its prospect to the same values. Throws what Salesforce refused. */
export async function syncRecord(
  unit: Unit,
  salesforce: Salesforce,
  object: PersonObject,
  record: SalesforceRow,
): Promise<void> {
  const { prospects } = unit;
  const id = textOf(record.Id);
  const linked = prospects.bySalesforceId(id);
  if (record.IsDeleted === true) {
    // Nothing else of it is kept in step: the prospect lies in the recycle bin.
    if (linked) prospects.change(linked, { isDeleted: true, salesforceId: CRM_DELETED });
    return;
  }
  const convertedTo = textOf(record.ConvertedContactId);
  if (record.IsConverted === true) {
    if (linked && convertedTo) prospects.change(linked, { salesforceId: convertedTo });
    return;
  }
  const prospect = linked ?? prospectFor(unit, id, textOf(record.Email));
  if (prospect) await settle(unit, salesforce, { object, record, prospect });
}

/** By email, or made: prospects begin with an address. Undefined when the address is another's. */
function prospectFor({ prospects }: Unit, id: string, email: string): Prospect | undefined {
  if (email === '') return undefined;
  const known = prospects.byEmail(email);
  if (!known) return prospects.create({ email, salesforceId: id, source: 'Salesforce' });
  return known.salesforceId === null ? prospects.change(known, { salesforceId: id }) : undefined;
}

interface Match {
  object: PersonObject;
  record: SalesforceRow;
  prospect: Prospect;
}

async function settle(
  unit: Unit,
  salesforce: Salesforce,
  { object, record, prospect }: Match,
): Promise<void> {
  const difference = compare(pairsFor(object, unit.rows), prospect, record);
  const { Email: email } = record;
  const followed =
    unit.settings().followEmailChanges && textOf(email) !== '' && email !== prospect.email
      ? { email: email ?? null }
      : {};
  const changes = { ...difference.prospect, ...followed };
  if (Object.keys(changes).length > 0) unit.prospects.change(prospect, changes);
  if (Object.keys(difference.salesforce).length > 0) {
    await salesforce.update(object, textOf(record.Id), difference.salesforce);
  }
}

/** The other way: somebody the business unit itself changed. Only assigned ones become Leads. */
export async function syncProspect(
  unit: Unit,
  salesforce: Salesforce,
  prospect: Prospect,
  select: (object: PersonObject) => Promise<string>,
): Promise<void> {
  for (const object of ['Contact', 'Lead'] as const) {
    const [record] = await salesforce.query(
      `SELECT ${await select(object)} FROM ${object} WHERE ${condition(prospect)} LIMIT 1`,
    );
    if (!record) continue;
    const match = unit.prospects.change(prospect, { salesforceId: textOf(record.Id) });
    await settle(unit, salesforce, { object, record, prospect: match });
    return;
  }
  if (prospect.userId === null || prospect.salesforceId !== null) return;
  const values: Record<string, Value> = { LastName: UNKNOWN, Company: UNKNOWN };
  values.Email = prospect.email ?? null;
  for (const pair of pairsFor('Lead', unit.rows)) {
    const value = prospect[pair.prospect] ?? null;
    if (value !== null && value !== '') values[pair.salesforce] = value;
  }
  const id = await salesforce.create('Lead', values);
  unit.prospects.change(prospect, { salesforceId: id });
}

function condition({ salesforceId, email }: Prospect): string {
  const quoted = (value: Value | undefined): string =>
    `'${textOf(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const which = salesforceId === null ? `Email = ${quoted(email)}` : `Id = ${quoted(salesforceId)}`;
  return `${which} AND IsDeleted = false`;
}
