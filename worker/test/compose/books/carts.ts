import type { Cart, Instant, Money } from '../../../src/compose/canonical.ts';
import type { CartNews, CartState } from '../../../src/compose/books/cart-state.ts';
import { nextCartState } from '../../../src/compose/books/cart-state.ts';
import { instantOf } from '../../../src/shared/time.ts';

/** A moment on one day in November, by hour: `at(9.5)` is half past nine. */
export function at(hour: number): Instant {
  return instantOf(new Date(Date.UTC(2026, 10, 20) + hour * 3_600_000));
}

export function cartOf(modified: number, more: Partial<Cart> = {}): Cart {
  return {
    id: 'cart-1',
    kind: 'Shopping',
    customerId: null,
    email: 'kim@example.com',
    firstName: null,
    lastName: null,
    currency: 'EUR',
    value: '59.9' as Money,
    itemCount: 2,
    items: [item('Plant pot'), item('Smith journal', 'https://shop.example/journal.jpg')],
    createdAt: at(8),
    modifiedAt: at(modified),
    url: 'https://shop.example/cart/1',
    raw: null,
    ...more,
  };
}

function item(name: string, imageUrl: string | null = null): Cart['items'][number] {
  return {
    id: name,
    productId: null,
    name,
    sku: null,
    quantity: '1' as Money,
    unitPrice: '29.95' as Money,
    total: '29.95' as Money,
    imageUrl,
    url: null,
    raw: null,
  };
}

/** A cart's state after all this news, one after the other. */
export function after(...news: CartNews[]): CartState | null {
  return news.reduce<CartState | null>((state, one) => nextCartState(state, one), null);
}

/** What can be heard of one cart; hours tell when it happened in the shop. */
export const seen = (hour: number): CartNews => ({ cart: cartOf(hour) });
export const abandoned = (hour: number, lastTouched: number): CartNews => ({
  cart: cartOf(lastTouched),
  abandonedAt: at(hour),
});
export const converted = (hour: number): CartNews => ({
  converted: { orderKey: 'bc1:order:100', at: at(hour) },
});
export const deleted = (hour: number): CartNews => ({ deletedAt: at(hour) });
