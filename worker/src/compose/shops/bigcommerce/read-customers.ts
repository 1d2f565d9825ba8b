import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import { emailAddress, type Customer } from '../../canonical.ts';
import type { Memory } from '../memory.ts';
import { id, readShape } from '../shape.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';
import { customerShape, type CustomerAnswer, type SubscriberAnswer } from './customer-shape.ts';
import { toCustomer } from './customer-to-canonical.ts';
import { findSubscribed } from './find-subscribed.ts';
import { readByIds } from './lists.ts';
import { readSubscribersByEmail } from './read-subscribers.ts';

export interface CustomerSources {
  client: BigCommerceClient;
  groupNames: Memory<string>;
}

const PATH = '/v3/customers';
const QUERY = { include: 'addresses' };

/**
 * Up to 50 customers a call, with their addresses; group names come from memory. An id such as
 * `subscriber:5` means the customer with that subscriber's address. What they said of mail costs up
 * to one call more for each customer; `onlyNames` leaves it out.
 */
export async function readCustomers(
  { client, groupNames }: CustomerSources,
  ids: string[],
  { onlyNames = false } = {},
): Promise<Map<string, Read<Customer>>> {
  const readRow = (row: unknown): CustomerAnswer => readShape(customerShape, row, PATH);
  const kind = { path: PATH, filter: 'id:in', idField: 'id', query: QUERY, readRow };
  const { customers, subscribers } = await findSubscribed(client, PATH, QUERY, ids);
  const byId = await readByIds(
    client,
    kind,
    ids.filter((one) => !customers.has(one)),
  );
  const rows = new Map([...byId, ...customers]);
  const found = [...rows.values()].flatMap((read) => ('found' in read ? [read.found] : []));
  const groups = await namesOf(groupNames, found);
  const signedUp = onlyNames
    ? new Map<string, Read<SubscriberAnswer>>()
    : await subscribersOf(client, found, subscribers);
  return mapFound(rows, (customer) => {
    const group = groups(customer);
    const subscriber = signedUp.get(emailAddress(customer.email) ?? '') ?? { missing: true };
    // Half read they would look as if they had left the group, or had never been asked.
    if ('failed' in group) return group;
    if ('failed' in subscriber) return subscriber;
    return {
      found: toCustomer({
        customer,
        group: 'found' in group ? group.found : null,
        subscriber: 'found' in subscriber ? subscriber.found : undefined,
      }),
    };
  });
}

async function namesOf(
  groupNames: Memory<string>,
  customers: CustomerAnswer[],
): Promise<(customer: CustomerAnswer) => Read<string>> {
  try {
    const names = await groupNames.get(customers.flatMap((one) => one.customer_group_id ?? []));
    return ({ customer_group_id }) => {
      const name = names.get(customer_group_id ?? '');
      return name === undefined ? { missing: true } : { found: name };
    };
  } catch (thrown) {
    const failed = asFailure(thrown);
    return ({ customer_group_id }) => (customer_group_id ? { failed } : { missing: true });
  }
}

/** By address; those at hand are not asked for again. */
async function subscribersOf(
  client: BigCommerceClient,
  customers: CustomerAnswer[],
  atHand: SubscriberAnswer[],
): Promise<Map<string, Read<SubscriberAnswer>>> {
  const known = new Map(
    atHand.map((one): [string, Read<SubscriberAnswer>] => [
      emailAddress(one.email) ?? '',
      { found: one },
    ]),
  );
  const emails = customers.flatMap(({ email }) => emailAddress(email) ?? []);
  const unknown = emails.filter((email) => !known.has(email));
  return new Map([...known, ...(await readSubscribersByEmail(client, unknown))]);
}

function mapFound<From, To>(
  reads: Map<string, Read<From>>,
  change: (found: From) => Read<To>,
): Map<string, Read<To>> {
  return new Map(
    [...reads].map(([key, read]) => [key, 'found' in read ? change(read.found) : read]),
  );
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
