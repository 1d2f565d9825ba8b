import { notFound, Refusal } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import type { Product } from './goods-records.ts';
import type { Cart, Customer, Order, Return, Shipment } from './records.ts';

export function customerOf(shop: Shop, id: string): Customer {
  return found(shop.rows.customers.get(id), `customer ${id}`);
}

export function orderOf(shop: Shop, id: string): Order {
  return found(shop.rows.orders.get(id), `order ${id}`);
}

export function productOf(shop: Shop, id: string): Product {
  return found(shop.rows.products.get(id), `product ${id}`);
}

export function shipmentOf(shop: Shop, id: string): Shipment {
  return found(shop.rows.shipments.get(id), `shipment ${id}`);
}

export function returnOf(shop: Shop, id: string): Return {
  return found(shop.rows.returns.get(id), `return ${id}`);
}

/** A cart that can still be changed: not one that was bought. */
export function openCartOf(shop: Shop, id: string): Cart {
  const cart = found(shop.rows.carts.get(id), `cart ${id}`);
  if (cart.orderId !== null) {
    throw new Refusal(409, 'conflict', `Cart ${id} was bought as order ${cart.orderId}.`);
  }
  return cart;
}

function found<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw notFound(`There is no ${what}.`);
  return row;
}
