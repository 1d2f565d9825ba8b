import type { Link, SourceKind } from '#mapping-engine';
import { rowName } from '../../deliver/row.ts';
import { findWritten } from '../../deliver/written.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import { recordKey, type OrgId, type RecordKey } from '../../shared/ids.ts';
import type { Booked } from '../book-records.ts';
import { cartLink, orderLink, type Linked } from './links.ts';
import type { Mapper } from './map-row.ts';

/** The cart an order came from, and the order a cart became or something is part of, where Salesforce has them. */
export interface OtherLinks {
  cart?: Linked;
  order?: Linked;
}

/** Asks only for what the mapping looks up; a lookup to a record that is not there fails its row. */
export async function findOtherLinks(
  db: Queryable,
  org: OrgId,
  mapper: Mapper,
  booked: Booked[],
): Promise<Map<RecordKey, OtherLinks>> {
  const wantsCarts = looksUp(mapper, ['order', 'orderItem'], '@cart');
  const wantsOrders = looksUp(mapper, ['cart', 'cartItem', 'shipment', 'return'], '@order');
  const wanted = booked.map((one) => ({
    key: one.key,
    cart: wantsCarts ? cartOf(mapper, one) : null,
    order: wantsOrders ? orderOf(one) : null,
  }));
  const rows = wanted.flatMap(({ cart, order }) => [
    ...(cart ? [{ object: 'Cart__c', key: cart }] : []),
    ...(order ? [{ object: 'Order__c', key: order }] : []),
  ]);
  const known = rows.length > 0 ? await findWritten(db, org, rows) : new Map<string, unknown>();
  return new Map(
    wanted.map(({ key, cart, order }) => [
      key,
      {
        ...(cart &&
          known.has(rowName({ object: 'Cart__c', key: cart })) && { cart: cartLink(cart) }),
        ...(order &&
          known.has(rowName({ object: 'Order__c', key: order })) && { order: orderLink(order) }),
      },
    ]),
  );
}

function looksUp({ mapping }: Mapper, kinds: SourceKind[], link: Link): boolean {
  return mapping.compiled.targets.some(
    ({ target }) =>
      kinds.includes(target.from) && target.rows.some(({ source }) => source[0] === link),
  );
}

function cartOf({ shop }: Mapper, { order }: Booked): RecordKey | null {
  return order?.cartId ? recordKey(shop.id, 'cart', order.cartId) : null;
}

function orderOf({ carts, part }: Booked): RecordKey | null {
  if (part) return part.orderKey;
  return (carts.find(({ state }) => state.orderKey)?.state.orderKey ?? null) as RecordKey | null;
}
