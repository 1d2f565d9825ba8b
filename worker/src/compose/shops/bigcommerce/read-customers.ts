import { z } from 'zod';
import type { Read } from '../shop-reader.ts';
import { emailAddress, type Customer } from '../../canonical.ts';
import type { BigCommerceClient } from './client.ts';
import { readByIds } from './lists.ts';
import type { Memory } from './memory.ts';
import { id, moment, optionalId, readShape, text, withRaw } from './shape.ts';
import { asFailure } from '../../../shared/failure.ts';

const customerFields = z.object({
  id,
  email: text,
  first_name: text,
  last_name: text,
  company: text,
  phone: text,
  customer_group_id: optionalId,
  date_created: moment,
  date_modified: moment,
});
const customerShape = withRaw(customerFields);
type CustomerAnswer = z.output<typeof customerShape>;

const PATH = '/v3/customers';

/** Up to 50 customers a call; group names come from memory. */
export async function readCustomers(
  client: BigCommerceClient,
  groupNames: Memory<string>,
  ids: string[],
): Promise<Map<string, Read<Customer>>> {
  const readRow = (row: unknown): CustomerAnswer => readShape(customerShape, row, PATH);
  const rows = await readByIds(
    client,
    { path: PATH, filter: 'id:in', idField: 'id', readRow },
    ids,
  );
  const groupIds = [...rows.values()].flatMap((read) =>
    'found' in read && read.found.customer_group_id ? [read.found.customer_group_id] : [],
  );
  let names: Map<string, string>;
  try {
    names = await groupNames.get(groupIds);
  } catch (thrown) {
    // Without its group a customer would be half read and look as if it had left the group.
    const failed = asFailure(thrown);
    return mapFound(rows, (row) =>
      row.customer_group_id ? { failed } : { found: toCustomer(row, null) },
    );
  }
  return mapFound(rows, (row) => ({
    found: toCustomer(row, names.get(row.customer_group_id ?? '') ?? null),
  }));
}

function mapFound<From, To>(
  reads: Map<string, Read<From>>,
  change: (found: From) => Read<To>,
): Map<string, Read<To>> {
  return new Map(
    [...reads].map(([key, read]) => [key, 'found' in read ? change(read.found) : read]),
  );
}

function toCustomer(row: CustomerAnswer, group: string | null): Customer {
  return {
    id: row.id,
    email: emailAddress(row.email),
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    companyId: null,
    parentCompanyId: null,
    billing: null,
    shipping: null,
    consent: { marketing: null, cartMail: null },
    loyaltyPoints: null,
    phone: row.phone,
    group,
    createdAt: row.date_created,
    modifiedAt: row.date_modified,
    raw: row.raw,
  };
}

const groupShape = z.array(z.object({ id, name: z.string() }));

const GROUPS_PER_PAGE = 250;
const FULL_PAGE = 50;
const MOST_PAGES = 40;

/** All customer groups; a store has few. Plans without groups answer with an empty list. */
export async function readGroupNames(client: BigCommerceClient): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await client.get('/v2/customer_groups', { page, limit: GROUPS_PER_PAGE });
    const groups = readShape(groupShape, answer ?? [], '/v2/customer_groups');
    for (const group of groups) names.set(group.id, group.name);
    if (groups.length < FULL_PAGE) break;
  }
  return names;
}
