import { z } from 'zod';
import { Failure } from '../../../shared/failure.ts';
import { emailAddress } from '../../canonical.ts';
import { readEach } from '../read-each.ts';
import { readShape } from '../shape.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';
import { subscriberShape, type SubscriberAnswer } from './customer-shape.ts';
import { readByIds, readList } from './lists.ts';

const PATH = '/v3/customers/subscribers';
const LARGEST_PAGE = 250;

export function readSubscribersById(
  client: BigCommerceClient,
  ids: string[],
): Promise<Map<string, Read<SubscriberAnswer>>> {
  const readRow = (row: unknown): SubscriberAnswer => readShape(subscriberShape, row, PATH);
  return readByIds(client, { path: PATH, filter: 'id:in', idField: 'id', readRow }, ids);
}

/**
 * Whom these addresses are signed up as. The store can be asked for one address at a time, so this
 * costs a call for each; for several, one page of everybody is tried first, and where that is all
 * there are it was the only call. Nothing is remembered: an old consent may have been withdrawn.
 */
export async function readSubscribersByEmail(
  client: BigCommerceClient,
  emails: string[],
): Promise<Map<string, Read<SubscriberAnswer>>> {
  const wanted = [...new Set(emails)];
  const everybody = wanted.length > 1 ? await readEverybody(client) : null;
  return readEach(wanted, (email) =>
    everybody ? Promise.resolve(find(everybody, email)) : readOne(client, email),
  );
}

const everybodyPage = z.object({
  data: z.array(z.unknown()),
  meta: z.object({ pagination: z.object({ total: z.number() }) }),
});

/** Null where they do not fit on one page, or where the store does not say that they do. */
async function readEverybody(client: BigCommerceClient): Promise<SubscriberAnswer[] | null> {
  try {
    const answer = everybodyPage.safeParse(await client.get(PATH, { limit: LARGEST_PAGE }));
    if (!answer.success) return null;
    const { data, meta } = answer.data;
    if (data.length < meta.pagination.total) return null;
    return readShape(z.array(subscriberShape), data, PATH);
  } catch {
    // One by one, each failure stays with the address it belongs to.
    return null;
  }
}

async function readOne(client: BigCommerceClient, email: string): Promise<SubscriberAnswer | null> {
  const rows = await readList(client, PATH, { email, limit: LARGEST_PAGE }, 1);
  const subscribers = readShape(z.array(subscriberShape), rows, PATH);
  const found = find(subscribers, email);
  // Among strangers a missing one proves nothing: the filter was not understood.
  if (!found && subscribers.some((one) => !emailAddress(one.email)?.includes(email)))
    throw new Failure('shop_shape', `The shop answered ${PATH} with people not asked for.`, {
      nextStep: 'Report it: the shop no longer understands the filter by email.',
    });
  return found;
}

function find(subscribers: SubscriberAnswer[], email: string): SubscriberAnswer | null {
  return subscribers.find((one) => emailAddress(one.email) === email) ?? null;
}
