import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import { isoZulu } from '../dates.ts';
import { given } from '../../kit/given.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { SubscriberRow } from './subscriber-row.ts';

export const newSubscriberBody = z.object({
  email: z.email(),
  first_name: z.string().max(255).optional(),
  last_name: z.string().max(255).optional(),
  source: z.string().max(255).optional(),
  order_id: z.number().int().min(1).nullable().optional(),
  channel_id: z.number().int().min(1).optional(),
  consents: z.array(z.enum(['marketing_newsletter', 'abandoned_cart'])).optional(),
});
export const changedSubscriberBody = newSubscriberBody.partial();

export function createSubscriber(
  shop: Shop,
  body: z.infer<typeof newSubscriberBody>,
): SubscriberRow {
  checkEmail(shop, body.email);
  const now = nowOf(shop);
  const row: SubscriberRow = {
    id: shop.next('subscriber', 1),
    email: body.email,
    first_name: body.first_name ?? '',
    last_name: body.last_name ?? '',
    source: body.source ?? 'custom',
    order_id: body.order_id ?? null,
    channel_id: body.channel_id ?? 1,
    consents: body.consents ?? ['marketing_newsletter'],
    createdAt: now,
    modifiedAt: now,
  };
  shop.rows.subscribers.set(String(row.id), row);
  tell(shop, 'created', row);
  return row;
}

export function changeSubscriber(
  shop: Shop,
  before: SubscriberRow,
  body: z.infer<typeof changedSubscriberBody>,
): SubscriberRow {
  if (body.email !== undefined) checkEmail(shop, body.email, before.id);
  const row: SubscriberRow = { ...before, ...given(body), modifiedAt: nowOf(shop) };
  shop.rows.subscribers.set(String(row.id), row);
  tell(shop, 'updated', row);
  return row;
}

export function deleteSubscriber(shop: Shop, row: SubscriberRow): void {
  shop.rows.subscribers.delete(String(row.id));
  tell(shop, 'deleted', row);
}

export function subscriberOf(shop: Shop, email: string): SubscriberRow | undefined {
  const plain = email.toLowerCase();
  return shop.rows.subscribers.values().find((row) => row.email.toLowerCase() === plain);
}

export function subscriberView({ createdAt, modifiedAt, ...plain }: SubscriberRow): object {
  return { ...plain, date_modified: isoZulu(modifiedAt), date_created: isoZulu(createdAt) };
}

function checkEmail(shop: Shop, email: string, own?: number): void {
  const other = subscriberOf(shop, email);
  if (other && other.id !== own) {
    throw new Refusal(409, 'The subscriber is a duplicate.', { email: `${email} already in use` });
  }
}

/** The number is all that is told; whose it was cannot be asked once it is deleted. */
function tell(shop: Shop, what: 'created' | 'updated' | 'deleted', { id }: SubscriberRow): void {
  shop.emit(`store/subscriber/${what}`, { type: 'subscriber', id });
}
