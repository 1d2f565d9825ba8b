import type { Order } from '../../../src/compose/canonical.ts';
import type { Decimal } from '../../../src/shared/money.ts';
import { at } from './carts.ts';

export interface OrderWishes extends Omit<Partial<Order>, 'net' | 'total'> {
  id: string;
  /** The total, and the net unless that is told. */
  amount?: string;
  net?: string;
}

/** A guest's completed order of 10 USD, placed at noon. */
export function orderOf({ id, amount = '10', net = amount, ...more }: OrderWishes): Order {
  const money = amount as Decimal;
  return {
    id,
    number: id,
    customerId: null,
    email: 'kim@example.com',
    firstName: 'Kim',
    lastName: 'Berg',
    company: null,
    phone: null,
    status: 'Completed',
    shopStatus: 'Completed',
    placedAt: at(12),
    placedAtSource: at(12),
    modifiedAt: at(12),
    currency: 'USD',
    shopCurrency: 'USD',
    rateToShop: null,
    subtotal: money,
    tax: '0' as Decimal,
    shippingCost: '0' as Decimal,
    discount: '0' as Decimal,
    refunded: '0' as Decimal,
    itemCount: 1,
    items: [],
    channel: null,
    source: null,
    shipTo: null,
    cartId: null,
    archived: false,
    returns: [],
    raw: null,
    ...more,
    total: money,
    net: net as Decimal,
  };
}
