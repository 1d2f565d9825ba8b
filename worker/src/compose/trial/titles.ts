import { minorDigits, round } from '../../shared/money.ts';
import type { Cart, Customer, Money, Order, Product, Return, Shipment } from '../canonical.ts';

/** What a person recognises a record by in a list. */
export function orderTitle(order: Order): string {
  return joined([order.number, nameOf(order), amount(order.total, order.currency)]);
}

export function cartTitle(cart: Cart): string {
  const items = cart.itemCount === 1 ? '1 item' : `${cart.itemCount} items`;
  return joined([nameOf(cart) || 'Guest', items, amount(cart.value, cart.currency)]);
}

export function shipmentTitle({ id, orderId, carrier, trackingNumber }: Shipment): string {
  return joined([orderId, carrier, trackingNumber ?? id]);
}

export function returnTitle(back: Return): string {
  return joined([back.orderId, back.reason ?? back.id, amount(back.amount, back.currency)]);
}

/** Empty for somebody without a name and an address. */
export function customerTitle(customer: Named & Pick<Customer, 'email'>): string {
  return joined([nameOf(customer), customer.email]);
}

export function productTitle({ name, sku }: Product): string {
  return joined([name, sku]);
}

function amount(value: Money, currency: string): string {
  return `${round(value, minorDigits(currency))} ${currency}`;
}

type Named = Pick<Customer, 'firstName' | 'lastName'>;

function nameOf(person: Named): string {
  return [person.firstName, person.lastName].filter(Boolean).join(' ');
}

function joined(parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}
