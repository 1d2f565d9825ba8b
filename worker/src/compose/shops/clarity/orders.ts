import { z } from 'zod';
import { add, multiply, subtract, type Decimal } from '../../../shared/money.ts';
import { emailAddress, type Order, type OrderItem } from '../../canonical.ts';
import { decimal, decimalOrZero, text } from '../shape.ts';
import { statusOf } from './order-status.ts';
import type { ClaritySettings } from './settings.ts';
import {
  address,
  currencyCode,
  flag,
  line,
  loose,
  optionalDecimal,
  optionalMoment,
  optionalRecordId,
  recordId,
  type Line,
  type Moment,
} from './shapes.ts';
import type { Source } from './source.ts';

function orderShape(moment: Moment) {
  return z.object({
    ...{ orderId: recordId, orderNumber: loose, customerId: optionalRecordId, cartId: loose },
    ...{ email: text, firstName: text, lastName: text, status: loose, statusLabel: text },
    ...{ orderDate: moment, updatedDate: optionalMoment(moment), channel: loose, archived: flag },
    ...{ currency: currencyCode.nullish(), exchangeRate: optionalDecimal },
    ...{ totalAmount: decimal, subTotal: optionalDecimal, tax: decimalOrZero },
    ...{ shipping: decimalOrZero, discount: decimalOrZero, refundedAmount: decimalOrZero },
    billing: address.nullish(),
    shippingAddress: address.nullish(),
    lineItems: z.array(line).nullish(),
  });
}
type OrderRow = z.output<ReturnType<typeof orderShape>>;

/** Reads one order with its lines; one call. */
export function orderReader(
  source: Source,
  moment: Moment,
  settings: ClaritySettings,
): (id: string) => Promise<Order | null> {
  return source.reader(orderShape(moment), (row, { record, own }) => {
    const placedAtSource = String((record as { orderDate: unknown }).orderDate);
    return {
      ...toOrder(row, settings.currency),
      placedAtSource,
      raw: source.keptOf(own, 'lineItems'),
    };
  });
}

function toOrder(row: OrderRow, shopCurrency: string): Omit<Order, 'placedAtSource' | 'raw'> {
  const items = (row.lineItems ?? []).map(toItem);
  const currency = row.currency ?? shopCurrency;
  const billing = row.billing?.place ?? null;
  const names = row.lastName || row.firstName ? row : splitName(billing?.name ?? null);
  const to = row.shippingAddress?.place;
  return {
    id: row.orderId,
    number: row.orderNumber ?? row.orderId,
    customerId: row.customerId,
    email: emailAddress(row.email),
    firstName: names.firstName,
    lastName: names.lastName,
    company: billing?.company ?? null,
    phone: billing?.phone ?? null,
    status: statusOf(row.status),
    shopStatus: row.statusLabel ?? row.status,
    placedAt: row.orderDate,
    modifiedAt: row.updatedDate ?? row.orderDate,
    currency,
    shopCurrency,
    rateToShop: currency === shopCurrency ? add(1) : row.exchangeRate,
    total: row.totalAmount,
    subtotal: row.subTotal ?? sumOf(items.map(({ total }) => total)),
    tax: row.tax,
    shippingCost: row.shipping,
    discount: row.discount,
    refunded: row.refundedAmount,
    net: subtract(row.totalAmount, row.refundedAmount),
    itemCount: Math.round(Number(sumOf(items.map(({ quantity }) => quantity)))),
    items,
    channel: row.channel,
    source: null,
    shipTo: to ? { city: to.city, country: to.country } : null,
    cartId: row.cartId,
    archived: row.archived ?? false,
    // They are records of their own.
    returns: [],
  };
}

function toItem(row: Line, index: number): OrderItem {
  return { ...lineOf(row, index), options: row.options, refundedQuantity: row.refundedQuantity };
}

/** What lines of orders and of carts have in common. One without an id is known by its place. */
export function lineOf(row: Line, index: number): Omit<OrderItem, 'options' | 'refundedQuantity'> {
  const unitPrice = row.unitPrice ?? add(0);
  return {
    id: row.lineId ?? String(index + 1),
    productId: row.productId,
    name: row.name ?? row.sku ?? `Item ${index + 1}`,
    sku: row.sku,
    quantity: row.quantity,
    unitPrice,
    total: row.extendedPrice ?? multiply(unitPrice, row.quantity),
    raw: row.raw,
  };
}

export function sumOf(values: Decimal[]): Decimal {
  return add(0, ...values);
}

/** A name in one piece: the last word is the family's. */
function splitName(name: string | null): { firstName: string | null; lastName: string | null } {
  const words = name?.split(/\s+/) ?? [];
  return {
    firstName: words.slice(0, -1).join(' ') || null,
    lastName: words.at(-1) ?? null,
  };
}
