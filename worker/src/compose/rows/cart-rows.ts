import { rowName } from '../../deliver/row.ts';
import type { BookedCart } from '../books/cart-ledger.ts';
import { cartInput, cartItemInput } from '../mapping/input-of.ts';
import { cartLink, type Linked } from './links.ts';
import { mapOwn, type Mapper, type RecordRows } from './map-row.ts';

/**
 * A cart, and its items while the shop still has it; a bought cart keeps the items it had. Nothing
 * for a cart that was gone before it was ever seen.
 */
export function cartRows(mapper: Mapper, booked: BookedCart, around: Linked): RecordRows {
  const { key, state } = booked;
  const input = cartInput(mapper.shop, booked);
  if (!input) return { rows: [], sources: [], kept: [] };
  const object = 'Cart__c';
  const head = mapOwn(mapper, { object, key, input, linked: around, keepSource: true });
  const linked = { ...around, ...(head && cartLink(key)) };
  const isOver = state.status === 'Converted' || state.status === 'Deleted';
  const items = isOver ? [] : input.cart.items.map((item) => cartItemInput(input, item));
  const lines = items.map((line) =>
    head
      ? mapOwn(mapper, {
          ...{ object: 'Cart_Item__c', key: line.key, input: line, linked },
          parentKey: key,
        })
      : null,
  );
  return {
    rows: [head, ...lines].flatMap((row) => row ?? []),
    sources: [
      { kind: 'cart', input, linked },
      ...items.map((line) => ({ kind: 'cartItem' as const, input: line, linked })),
    ],
    kept: items.map((line) => rowName({ object: 'Cart_Item__c', key: line.key })),
  };
}
