import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import { emailAddress } from '../../canonical.ts';
import { inPieces } from '../read-each.ts';
import { readShape } from '../shape.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient, Query } from './client.ts';
import { customerShape, type CustomerAnswer, type SubscriberAnswer } from './customer-shape.ts';
import { IDS_PER_CALL, readList } from './lists.ts';
import { readSubscribersById } from './read-subscribers.ts';

const SUBSCRIBER = /^subscriber:(\d+)$/;

export interface Subscribed {
  /** By the id that was asked for: `subscriber:5`. */
  customers: Map<string, Read<CustomerAnswer>>;
  subscribers: SubscriberAnswer[];
}

/**
 * The customers with the addresses of these subscribers, of which webhooks tell no more than the
 * number: two calls for up to 50. A subscriber who is no customer is missing.
 */
export async function findSubscribed(
  client: BigCommerceClient,
  path: string,
  query: Query,
  ids: string[],
): Promise<Subscribed> {
  const numbers = ids.flatMap((one) => SUBSCRIBER.exec(one)?.[1] ?? []);
  const reads = await readSubscribersById(client, numbers);
  const subscribers = [...reads.values()].flatMap((read) => ('found' in read ? [read.found] : []));
  const customers = await ofEmails(
    client,
    path,
    query,
    subscribers.flatMap(({ email }) => emailAddress(email) ?? []),
  );
  const results = new Map<string, Read<CustomerAnswer>>();
  for (const number of numbers) {
    const read = reads.get(number) ?? { missing: true };
    results.set(`subscriber:${number}`, 'found' in read ? whose(read.found, customers) : read);
  }
  return { customers: results, subscribers };
}

async function ofEmails(
  client: BigCommerceClient,
  path: string,
  query: Query,
  emails: string[],
): Promise<Read<CustomerAnswer[]>> {
  const found: CustomerAnswer[] = [];
  try {
    for (const piece of inPieces(emails, IDS_PER_CALL)) {
      const rows = await readList(client, path, { ...query, 'email:in': piece.join(',') });
      found.push(...readShape(z.array(customerShape), rows, path));
    }
    return { found };
  } catch (thrown) {
    return { failed: asFailure(thrown) };
  }
}

/** One address may be a customer's in each channel; then it is the one of the subscriber's channel. */
function whose(
  { email, channel_id }: SubscriberAnswer,
  customers: Read<CustomerAnswer[]>,
): Read<CustomerAnswer> {
  if (!('found' in customers)) return customers;
  const same = customers.found.filter(
    (customer) => emailAddress(customer.email) === emailAddress(email),
  );
  const ofChannel = same.find(
    ({ channel_ids }) => !channel_ids || channel_ids.includes(channel_id ?? 1),
  );
  const found = ofChannel ?? same[0];
  return found ? { found } : { missing: true };
}
