import type { Collection } from '../../kit/store.ts';
import { nowOf, type About, type Shop } from '../shop.ts';
import type { Inventory, Product } from './goods-records.ts';
import type { Cart, Customer, Order, Return, Shipment } from './records.ts';

/** Now, but always later than the record's state before: two changes never have the same time. */
export function stamp(shop: Shop, before?: string): string {
  const now = shop.clock.now().getTime();
  if (before === undefined) return nowOf(shop);
  return new Date(Math.max(now, Date.parse(before) + 1)).toISOString();
}

export function about(kind: string, id: string, version: string): About {
  return { kind, id, version };
}

/** Keeps the customer as changed now, and tells it; `told` stands in the event instead. */
export function saveCustomer(
  shop: Shop,
  customer: Customer,
  type: string,
  told: Partial<Customer> = {},
): Customer {
  const saved = keep(shop, shop.rows.customers, customer.customerId, customer);
  shop.emit(type, about('customer', saved.customerId, saved.updatedDate), { ...saved, ...told });
  return saved;
}

/** `more` comes beside the order's own fields in the event, not into the record. */
export function saveOrder(shop: Shop, order: Order, type: string, more: object = {}): Order {
  const saved = keep(shop, shop.rows.orders, order.orderId, order);
  shop.emit(type, about('order', saved.orderId, saved.updatedDate), { ...saved, ...more });
  return saved;
}

/** The one kind whose time of change has another name. */
export function saveCart(shop: Shop, cart: Cart, type: string): Cart {
  const before = shop.rows.carts.get(cart.cartId);
  const saved = { ...cart, lastModified: stamp(shop, before?.lastModified) };
  shop.rows.carts.set(saved.cartId, saved);
  shop.emit(type, about('cart', saved.cartId, saved.lastModified), saved);
  return saved;
}

export function saveProduct(shop: Shop, product: Product, type: string): Product {
  const saved = keep(shop, shop.rows.products, product.productId, product);
  shop.emit(type, about('product', saved.productId, saved.updatedDate), saved);
  return saved;
}

export function saveInventory(shop: Shop, inventory: Inventory): Inventory {
  const key = `${inventory.productId}:${inventory.location}`;
  const saved = keep(shop, shop.rows.inventory, key, inventory);
  shop.emit('inventory.updated', about('inventory', key, saved.updatedDate), saved);
  return saved;
}

export function saveShipment(shop: Shop, shipment: Shipment, type: string): Shipment {
  const saved = keep(shop, shop.rows.shipments, shipment.shipmentId, shipment);
  shop.emit(type, about('shipment', saved.shipmentId, saved.updatedDate), saved);
  return saved;
}

export function saveReturn(shop: Shop, given: Return, type: string): Return {
  const saved = keep(shop, shop.rows.returns, given.returnId, given);
  shop.emit(type, about('return', saved.returnId, saved.updatedDate), saved);
  return saved;
}

function keep<Row extends { updatedDate: string }>(
  shop: Shop,
  rows: Collection<Row>,
  id: string,
  row: Row,
): Row {
  const saved = { ...row, updatedDate: stamp(shop, rows.get(id)?.updatedDate) };
  rows.set(id, saved);
  return saved;
}
