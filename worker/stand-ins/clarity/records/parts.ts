import { Refusal } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import { withTax, type Wanted } from './line-items.ts';
import type { Order, OrderLine, PartItem } from './records.ts';
import { saveInventory } from './save.ts';

/** What of an order these are, or a refusal when it has not so many. */
export function partsOf(order: Order, wanted: Wanted[]): PartItem[] {
  return wanted.map(({ productId, quantity }) => {
    const line = order.lineItems.find((one) => one.productId === productId);
    if (!line || line.quantity < quantity) {
      const what = `${quantity} of product ${productId}`;
      throw new Refusal(409, 'conflict', `Order ${order.orderId} does not have ${what}.`);
    }
    return part(line, quantity);
  });
}

function part({ lineId, productId, sku, name }: OrderLine, quantity: number): PartItem {
  return { lineId, productId, sku, name, quantity };
}

export function quantityOf(parts: PartItem[], { lineId }: OrderLine): number {
  return parts
    .filter((one) => one.lineId === lineId)
    .reduce((total, { quantity }) => total + quantity, 0);
}

export function worthOf(order: Order, parts: PartItem[]): bigint {
  const lines = order.lineItems.map((line) => ({ ...line, quantity: quantityOf(parts, line) }));
  return withTax(lines, order.currency);
}

/** What no shipment has yet. */
export function unsent(shop: Shop, order: Order): PartItem[] {
  const sent = shop.rows.shipments
    .values()
    .filter(({ orderId }) => orderId === order.orderId)
    .flatMap(({ items }) => items);
  return order.lineItems
    .map((line) => part(line, line.quantity - quantityOf(sent, line)))
    .filter(({ quantity }) => quantity > 0);
}

export function takeFromStock(shop: Shop, items: PartItem[]): void {
  for (const { productId, quantity } of items) {
    const stock = shop.rows.inventory.values().find((row) => row.productId === productId);
    if (stock) saveInventory(shop, { ...stock, onHand: stock.onHand - quantity });
  }
}
