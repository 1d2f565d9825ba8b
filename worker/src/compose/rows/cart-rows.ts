import type { Reference } from '../../deliver/row.ts';
import { recordKey } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';
import type { BookedCart } from '../books/cart-ledger.ts';
import { mapRow, referenceTo, type MappedRow } from './map-row.ts';
import { shopReference } from './shop-row.ts';

/**
 * A cart, and its items while the shop still has it; a bought cart keeps the items it had. Nothing
 * for a cart that was gone before it was ever seen.
 */
export function cartRows(
  shop: Shop,
  { key, state }: BookedCart,
  person: Record<string, Reference>,
): MappedRow[] {
  const { cart } = state;
  if (!cart) return [];
  const recovered = state.status === 'Converted' && state.timesAbandoned > 0;
  const head = mapRow(
    'Cart__c',
    { key, shopKey: shop.id, cart: { ...state, ...cart, recovered } },
    { ...shopReference(shop), ...person },
  );
  if (state.status === 'Converted' || state.status === 'Deleted') return [head];
  const parent = { Cart__c: referenceTo('Cart__c', 'External_Id__c', key) };
  const items = cart.items.map((item) =>
    mapRow(
      'Cart_Item__c',
      {
        key: recordKey(shop.id, 'cart-item', `${cart.id}:${item.id}`),
        cartKey: key,
        productKey: item.productId && recordKey(shop.id, 'product', item.productId),
        cart,
        item,
      },
      parent,
      key,
    ),
  );
  return [head, ...items];
}
