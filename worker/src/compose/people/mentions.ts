import type { Pool } from '../../shared/database/pool.ts';
import { idOf, type OrgId, type RecordKey } from '../../shared/ids.ts';
import { instantOf } from '../../shared/time.ts';
import type { Cart, Customer, Order } from '../canonical.ts';
import { ordersOfParts } from '../bring-orders.ts';
import type { Records } from '../read-records.ts';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';
import type { Outcome } from '../task.ts';
import type { Said } from './consent.ts';
import type { Mention } from './names.ts';
import type { Profile } from './person.ts';
import type { Word } from './profiles.ts';

/** How one record names its person, and what it says about them. */
export interface Mentioned {
  key: RecordKey;
  mention: Mention;
  word: Word;
  /** Only in the customer's own record. */
  consent?: Said;
}

const NOTHING_SAID: Word = {
  profile: {
    ...{ email: null, firstName: null, lastName: null, company: null, phone: null },
    raw: null,
  },
  rank: 'bill',
  saidAt: instantOf(new Date(0)),
};

export interface Mentions {
  mentioned: Mentioned[];
  failed: Map<RecordKey, Outcome>;
}

/**
 * Who each record speaks of. For a registered customer only the customer's own record says which
 * address and name are theirs: an order may be billed to somebody else.
 */
export async function mentionsOf(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  records: Records,
): Promise<Mentions> {
  const { orders, carts, customers } = records;
  const failed = new Map<RecordKey, Outcome>();
  const registered = [...orders, ...carts].flatMap(({ record }) => record?.customerId ?? []);
  const strangers = await unknownCustomers(pool, org, open, registered);
  const answers = await open.reader.readCustomers(strangers);

  function ofBuyer(key: RecordKey, record: Order | Cart): Mentioned | [] {
    const { customerId } = record;
    const saidAt = 'placedAt' in record ? record.placedAt : record.modifiedAt;
    const bill: Word = { profile: profileOf(record), rank: 'bill', saidAt };
    if (customerId === null)
      return {
        key,
        mention: { customerId, email: record.email },
        word: { ...bill, rank: 'guest' },
      };
    const answer = answers.get(customerId);
    if (!answer) return { key, mention: { customerId, email: null }, word: bill };
    if ('failed' in answer) {
      failed.set(key, { result: 'failed', failure: answer.failed });
      return [];
    }
    // A customer who no longer exists left only what the order says.
    if (!('found' in answer))
      return { key, mention: { customerId, email: record.email }, word: bill };
    return { key, ...ofCustomer(open, answer.found) };
  }

  const mentioned = [
    ...orders.flatMap(({ key, record }) =>
      record && record.status !== 'Incomplete' ? ofBuyer(key, record) : [],
    ),
    ...carts.flatMap(({ key, record }) => (record ? ofBuyer(key, record) : [])),
    ...customers.flatMap(({ key, record, heard: { absorbed = [] } }) => {
      // One that is gone by now may have taken others over before.
      const gone = { customerId: idOf(key), email: null, absorbed };
      if (!record) return absorbed.length > 0 ? { key, mention: gone, word: NOTHING_SAID } : [];
      const { mention, ...said } = ofCustomer(open, record);
      return { key, mention: { ...mention, absorbed }, ...said };
    }),
  ];
  for (const [part, order] of ordersOfParts(open, records)) {
    const ofOrder = mentioned.find(({ key }) => key === order);
    if (ofOrder) mentioned.push({ ...ofOrder, key: part });
    const failure = failed.get(order);
    if (failure) failed.set(part, failure);
  }
  return { mentioned, failed };
}

function ofCustomer(open: OpenShop, customer: Customer): Omit<Mentioned, 'key'> {
  const { id, email, group, billing, shipping, loyaltyPoints, raw, modifiedAt } = customer;
  const { companyId, parentCompanyId } = customer;
  const company = {
    ...(companyId !== null && { companyKey: keyIn(open, 'company', companyId) }),
    ...(parentCompanyId !== null && { parentCompanyKey: keyIn(open, 'company', parentCompanyId) }),
  };
  const profile = { ...profileOf(customer), billing, shipping, loyaltyPoints, ...company, raw };
  const word: Word = { profile, rank: 'customer', saidAt: modifiedAt };
  const consent = { ...customer.consent, saidAt: modifiedAt };
  return { mention: { customerId: id, email, customerGroup: group }, word, consent };
}

function profileOf(record: Order | Cart | Customer): Profile {
  const { email, firstName, lastName } = record;
  return {
    email,
    firstName,
    lastName,
    company: 'company' in record ? record.company : null,
    phone: 'phone' in record ? record.phone : null,
    raw: null,
  };
}

/** Customers the books do not know yet; the others need not be asked for. */
async function unknownCustomers(
  pool: Pool,
  org: OrgId,
  open: OpenShop,
  ids: string[],
): Promise<string[]> {
  const unique = [...new Set(ids)];
  const { rows } = await pool.query<{ key: string }>(
    'select key from cartbridge.person_key where org_id = $1 and key = any($2)',
    [org, unique.map((id) => keyIn(open, 'customer', id))],
  );
  const known = new Set(rows.map(({ key }) => key));
  return unique.filter((id) => !known.has(keyIn(open, 'customer', id)));
}
