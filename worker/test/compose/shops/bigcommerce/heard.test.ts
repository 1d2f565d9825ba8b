import { expect, it } from 'vitest';
import { hear } from '../../../../src/compose/shops/bigcommerce/heard.ts';

const TOLD_AT = '2026-03-05T10:00:00.000Z';
const told = {
  scope: 'store/cart/abandoned',
  body: JSON.stringify({ created_at: Date.parse(TOLD_AT) / 1000, data: { type: 'cart' } }),
  receivedAt: new Date(0),
};
const idle = (occurredAt: string) => ({
  ...{ scope: 'cart.idle', receivedAt: new Date(0) },
  body: JSON.stringify({ type: 'cart.idle', occurredAt, data: {} }),
});

it('a cart that Cartbridge itself finds idle is abandoned, and not deleted', () => {
  expect(hear([idle('2026-03-05T09:30:00Z')])).toEqual({ abandonedAt: '2026-03-05T09:30:00.000Z' });
});

it('of the store and Cartbridge the one counts that called the cart abandoned last', () => {
  expect(hear([told, idle('2026-03-05T09:30:00Z')])).toEqual({ abandonedAt: TOLD_AT });
  expect(hear([idle('2026-03-05T09:30:00Z'), told])).toEqual({ abandonedAt: TOLD_AT });
});
