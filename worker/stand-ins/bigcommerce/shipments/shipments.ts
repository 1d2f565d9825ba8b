import { Refusal } from '../api/answers.ts';
import { given } from '../../kit/given.ts';
import { text, units } from '../money.ts';
import type { OrderRow } from '../orders/order-row.ts';
import { saveOrder } from '../orders/orders.ts';
import { INCOMPLETE, PARTIALLY_SHIPPED, SHIPPED } from '../orders/statuses.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { ChangedShipment, NewShipment } from './shipment-bodies.ts';
import type { ShipmentRow } from './shipment-row.ts';

/** Sends a part of an order, or what is left of it, and moves the order's status along. */
export function createShipment(shop: Shop, order: OrderRow, body: NewShipment): ShipmentRow {
  const address = order.shippingTo.find(({ id }) => id === body.order_address_id);
  if (!address) throw new Refusal(400, "The field 'order_address_id' is invalid.");
  if (order.statusId === INCOMPLETE) throw new Refusal(400, 'An incomplete order is not sent.');
  const { id: orderAddressId, method, ...shippingTo } = address;
  const items = body.items.map((item) => shippedItem(order, item));
  const row: ShipmentRow = {
    id: shop.next('shipment', 1),
    orderId: order.id,
    customerId: order.customerId,
    orderAddressId,
    createdAt: nowOf(shop),
    trackingNumber: '',
    trackingCarrier: '',
    trackingLink: '',
    provider: '',
    method,
    comments: '',
    merchantCost: '0.0000',
    billing: order.billing,
    shippingTo,
    items,
    ...sentFields(body),
  };
  shop.rows.shipments.set(String(row.id), row);
  tell(shop, 'created', row);
  const changed = withShipped(order, items, 1);
  saveOrder(shop, order, isSent(changed) ? sent(shop, changed) : begun(changed));
  return row;
}

export function changeShipment(
  shop: Shop,
  order: OrderRow,
  before: ShipmentRow,
  body: ChangedShipment,
): ShipmentRow {
  const orderAddressId = body.order_address_id ?? before.orderAddressId;
  if (!order.shippingTo.some(({ id }) => id === orderAddressId)) {
    throw new Refusal(400, "The field 'order_address_id' is invalid.");
  }
  const row = { ...before, ...sentFields(body), orderAddressId };
  shop.rows.shipments.set(String(row.id), row);
  tell(shop, 'updated', row);
  return row;
}

/** What was in it counts as not yet sent again; the order's status stays as it is. */
export function deleteShipment(shop: Shop, order: OrderRow, row: ShipmentRow): void {
  shop.rows.shipments.delete(String(row.id));
  tell(shop, 'deleted', row);
  saveOrder(shop, order, withShipped(order, row.items, -1));
}

function shippedItem(
  order: OrderRow,
  { order_product_id, quantity }: NewShipment['items'][number],
): ShipmentRow['items'][number] {
  const line = order.lines.find(({ id }) => id === order_product_id);
  if (!line || line.type === 'digital') {
    throw new Refusal(400, "The field 'order_product_id' is invalid.");
  }
  if (line.quantity - line.quantityShipped < quantity) {
    throw new Refusal(400, "The field 'quantity' is invalid: not so many are left to be sent.");
  }
  return { lineId: line.id, productId: line.productId, quantity };
}

function withShipped(order: OrderRow, items: ShipmentRow['items'], sign: 1 | -1): OrderRow {
  const lines = order.lines.map((line) => {
    const own = items.filter(({ lineId }) => lineId === line.id);
    const quantity = own.reduce((sum, item) => sum + item.quantity, 0);
    return { ...line, quantityShipped: line.quantityShipped + sign * quantity };
  });
  return { ...order, lines };
}

function isSent({ lines }: OrderRow): boolean {
  const parcels = lines.filter(({ type }) => type === 'physical');
  return parcels.every(({ quantity, quantityShipped }) => quantityShipped >= quantity);
}

function sent(shop: Shop, order: OrderRow): OrderRow {
  return { ...order, statusId: SHIPPED, shippedAt: nowOf(shop) };
}

function begun(order: OrderRow): OrderRow {
  return { ...order, statusId: PARTIALLY_SHIPPED };
}

function sentFields(body: Partial<NewShipment> | ChangedShipment): Partial<ShipmentRow> {
  const cost = body.merchant_shipping_cost;
  return given({
    trackingNumber: body.tracking_number,
    trackingCarrier: body.tracking_carrier,
    trackingLink: body.tracking_link,
    provider: body.shipping_provider,
    method: body.shipping_method,
    comments: body.comments,
    merchantCost: cost === undefined ? undefined : text(units(cost)),
  });
}

function tell(shop: Shop, what: 'created' | 'updated' | 'deleted', row: ShipmentRow): void {
  shop.emit(`store/shipment/${what}`, { type: 'shipment', id: row.id, orderId: row.orderId });
}
