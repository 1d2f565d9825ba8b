import { Refusal } from '../api/answers.ts';
import { changeProduct } from '../catalog/products.ts';
import { setVariantStock } from '../catalog/stock.ts';
import { decimal, text, units } from '../money.ts';
import { amountsOf } from '../orders/amounts.ts';
import { changeOrder } from '../orders/order-change.ts';
import type { OrderLine, OrderRow } from '../orders/order-row.ts';
import { priced, refund, refundedOf, type RefundBody } from '../orders/refunds.ts';
import { STATUSES } from '../orders/statuses.ts';
import { createShipment } from '../shipments/shipments.ts';
import type { Shop } from '../shop.ts';
import type { ChangeStock, Refund, Ship } from './wishes.ts';

/** What the shop's own people do with an order, and with what lies on the shelf. */
export interface AfterSales {
  /** By the status' name, such as "Completed". */
  changeStatus(orderId: number, status: string): void;
  /** Sends these items of an order, or all that is left; returns the shipment's number. */
  ship(wish: Ship): number;
  /** Pays back items, an amount, or what is left of the order. */
  refund(wish: Refund): { refundId: number; refundedAmount: string };
  /** Somebody counted. A product whose stock was not kept is kept from then on. */
  changeStock(wish: ChangeStock): void;
}

export function createAfterSales(shop: Shop): AfterSales {
  function orderOf(id: number): OrderRow {
    const order = shop.rows.orders.get(String(id));
    if (!order) throw new Refusal(404, `There is no order ${id}.`);
    return order;
  }

  return {
    changeStatus(orderId, name) {
      const status = STATUSES.find((one) => one.name === name);
      if (!status) throw new Refusal(422, `There is no status "${name}".`);
      changeOrder(shop, orderOf(orderId), { status_id: status.id });
    },

    ship({ orderId, items, carrier, trackingNumber }) {
      const order = orderOf(orderId);
      const address = order.shippingTo[0];
      if (!address) throw new Refusal(422, `Order ${orderId} has no address to send it to.`);
      const shipment = createShipment(shop, order, {
        order_address_id: address.id,
        shipping_provider: carrier,
        tracking_number: trackingNumber,
        items: order.lines.flatMap((line) => {
          const quantity = toShip(line, items);
          return quantity > 0 ? [{ order_product_id: line.id, quantity }] : [];
        }),
      });
      return shipment.id;
    },

    refund({ orderId, amount, items, reason }) {
      const order = orderOf(orderId);
      const back = items
        ? items.map((item) => lineToRefund(order, item))
        : [{ item_type: 'ORDER' as const, item_id: orderId, amount: amount ?? left(shop, order) }];
      const { total } = priced(shop, order, { items: back });
      const payments = [{ provider_id: 'custom', amount: text(total), offline: true }];
      const row = refund(shop, order, { items: back, reason, payments });
      return { refundId: row.id, refundedAmount: String(decimal(units(row.total))) };
    },

    changeStock({ productId, variantId, onHand }) {
      const product = shop.rows.products.get(String(productId));
      if (!product) throw new Refusal(404, `There is no product ${productId}.`);
      if (variantId !== undefined) setVariantStock(shop, product, String(variantId), onHand);
      else {
        const { inventoryTracking: tracking } = product;
        const inventory_tracking = tracking === 'none' ? 'product' : tracking;
        changeProduct(shop, product, { inventory_level: onHand, inventory_tracking });
      }
    },
  };
}

function toShip(line: OrderLine, items: Ship['items']): number {
  if (line.type === 'digital') return 0;
  if (!items) return line.quantity - line.quantityShipped;
  return items.find(({ productId }) => productId === line.productId)?.quantity ?? 0;
}

function lineToRefund(
  order: OrderRow,
  { productId, quantity }: { productId: number; quantity: number },
): RefundBody['items'][number] {
  const line = order.lines.find((one) => one.productId === productId);
  if (!line) throw new Refusal(422, `Order ${order.id} has no product ${productId}.`);
  return { item_type: 'PRODUCT', item_id: line.id, quantity };
}

function left(shop: Shop, order: OrderRow): string {
  return text(amountsOf(order).totalIncTax - refundedOf(shop, order));
}
