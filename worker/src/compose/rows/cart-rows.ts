import type { BookedCart } from '../books/cart-ledger.ts';
import { cartInput, cartItemInput } from '../mapping/input-of.ts';
import { headAndItems } from './head-and-items.ts';
import { cartLink, type Linked } from './links.ts';
import type { Mapper, RecordRows } from './map-row.ts';

/**
 * A cart, and its items while the shop still has it; a bought cart keeps the items it had. Nothing
 * for a cart that was gone before it was ever seen.
 */
export function cartRows(mapper: Mapper, booked: BookedCart, around: Linked): RecordRows {
  const { key, state } = booked;
  const input = cartInput(mapper.shop, booked);
  if (!input) return { rows: [], sources: [], kept: [] };
  const isOver = state.status === 'Converted' || state.status === 'Deleted';
  const items = isOver ? [] : input.cart.items;
  return headAndItems(
    mapper,
    {
      key,
      head: { kind: 'cart', object: 'Cart__c', input },
      items: {
        ...{ kind: 'cartItem', object: 'Cart_Item__c' },
        inputs: items.map((item) => cartItemInput(input, item)),
      },
      link: cartLink(key),
    },
    around,
  );
}
