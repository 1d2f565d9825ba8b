import type { z } from 'zod';
import type { Cart, CartItem, Customer, Order } from '../../../src/compose/canonical.ts';
import { add, multiply } from '../../../src/shared/money.ts';
import type { cartShape, customerShape, orderShape } from './reader.ts';

const CURRENCY = 'EUR';

export function toCustomer(id: string, row: z.output<typeof customerShape>): Customer {
  return {
    ...{ id, email: row.mail, ...namesIn(row.name), raw: row.raw },
    ...{ company: null, companyId: null, parentCompanyId: null, phone: null, group: null },
    ...{ billing: null, shipping: null, loyaltyPoints: null },
    consent: { marketing: null, cartMail: null },
    ...{ createdAt: row.since, modifiedAt: row.changed },
  };
}

export function toOrder(id: string, row: z.output<typeof orderShape>): Order {
  const nothing = add(0);
  return {
    ...{ id, number: id, customerId: row.buyer, cartId: row.basket, raw: row.raw },
    ...{ email: null, firstName: null, lastName: null, company: null, phone: null },
    ...{ status: 'Completed', shopStatus: null, placedAt: row.at, placedAtSource: row.at },
    ...{ modifiedAt: row.at, currency: CURRENCY, shopCurrency: CURRENCY, rateToShop: add(1) },
    ...{ total: row.paid, net: row.paid, subtotal: row.paid, tax: nothing, discount: nothing },
    ...{ shippingCost: nothing, refunded: nothing, itemCount: countOf(row.lines) },
    items: linesOf(row.lines).map((line) => ({
      ...line,
      options: null,
      refundedQuantity: nothing,
    })),
    ...{ channel: null, source: null, shipTo: null, archived: false, returns: [] },
  };
}

export function toCart(id: string, row: z.output<typeof cartShape>): Cart {
  const items = linesOf(row.lines).map((line) => ({ ...line, imageUrl: null, url: null }));
  return {
    ...{ id, kind: 'Shopping', customerId: row.buyer, raw: row.raw },
    // Only the customer's own record says who that is.
    ...{ email: null, firstName: null, lastName: null, currency: CURRENCY },
    ...{ value: add(0, ...items.map(({ total }) => total)), itemCount: countOf(row.lines), items },
    ...{ createdAt: row.changed, modifiedAt: row.changed, url: null },
  };
}

type Lines = z.output<typeof cartShape>['lines'];

function linesOf(lines: Lines): Omit<CartItem, 'imageUrl' | 'url'>[] {
  return lines.map(({ what, count, each }, index) => ({
    ...{ id: String(index + 1), productId: null, name: what, sku: null, quantity: count },
    ...{ unitPrice: each, total: multiply(each, count), raw: null },
  }));
}

function countOf(lines: Lines): number {
  return Number(add(0, ...lines.map(({ count }) => count)));
}

function namesIn(name: string | null): Pick<Customer, 'firstName' | 'lastName'> {
  const [firstName = null, ...others] = name?.split(' ') ?? [];
  return { firstName, lastName: others.join(' ') || null };
}
