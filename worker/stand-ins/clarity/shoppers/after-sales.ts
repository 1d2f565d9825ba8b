import { Refusal } from '../api/answers.ts';
import { orderOf, returnOf, shipmentOf } from '../records/find.ts';
import { text, units } from '../records/money.ts';
import { changeStatus, INCOMPLETE } from '../records/orders.ts';
import { partsOf, quantityOf, takeFromStock, unsent, worthOf } from '../records/parts.ts';
import type { Order } from '../records/records.ts';
import { saveOrder, saveReturn, saveShipment } from '../records/save.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { ChangeReturn, Refund, ReturnGoods, Ship } from './order-wishes.ts';

/** What the shop's staff do with orders. */
export interface AfterSales {
  changeStatus(orderId: string, status: string): void;
  cancel(orderId: string): void;
  refund(wish: Refund): { refundedAmount: string };
  ship(wish: Ship): string;
  deliverShipment(shipmentId: string): void;
  returnGoods(wish: ReturnGoods): string;
  /** `refunded` pays its amount back as a refund of the order. */
  changeReturn(wish: ChangeReturn): void;
}

export function createAfterSales(shop: Shop): AfterSales {
  function refund({ orderId, amount, items }: Refund): { refundedAmount: string } {
    const order = paidOrderOf(shop, orderId);
    const left = units(order.totalAmount) - units(order.refundedAmount);
    const parts = items ? partsOf(order, items) : [];
    const worth = items ? worthOf(order, parts) : left;
    const paid = amount === undefined ? worth : units(amount);
    if (paid <= 0n || paid > left) {
      throw new Refusal(409, 'conflict', `Of order ${orderId} only ${text(left)} is left.`);
    }
    const refundedAmount = text(units(order.refundedAmount) + paid);
    const status = paid === left ? 'Refunded' : 'Partially Refunded';
    const lineItems = order.lineItems.map((line) => ({
      ...line,
      refundedQuantity: line.refundedQuantity + quantityOf(parts, line),
    }));
    saveOrder(shop, { ...order, lineItems, refundedAmount, status }, 'order.refunded');
    return { refundedAmount };
  }

  return {
    changeStatus: (orderId, status) => void changeStatus(shop, orderOf(shop, orderId), status),
    cancel: (orderId) => void changeStatus(shop, orderOf(shop, orderId), 'Cancelled'),
    refund,
    ship({ orderId, items: wanted, carrier = 'UPS', trackingNumber }) {
      const order = paidOrderOf(shop, orderId);
      const open = unsent(shop, order);
      const items = wanted ? partsOf(order, wanted) : open;
      if (items.length === 0) {
        throw new Refusal(409, 'conflict', `Everything of order ${orderId} was sent already.`);
      }
      const number = shop.next('shipment');
      const tracking = trackingNumber ?? `1Z${String(number).padStart(8, '0')}`;
      const now = nowOf(shop);
      const shipment = saveShipment(
        shop,
        {
          ...{ shipmentId: `S-${number}`, orderId, carrier, trackingNumber: tracking, items },
          trackingUrl: `https://carrier.example.com/track/${tracking}`,
          ...{ shippedDate: now, deliveredDate: null, updatedDate: now },
        },
        'shipment.created',
      );
      takeFromStock(shop, items);
      const isWhole = unsent(shop, order).length === 0;
      changeStatus(shop, order, isWhole ? 'Shipped' : 'Partially Shipped');
      return shipment.shipmentId;
    },
    deliverShipment(shipmentId) {
      const shipment = shipmentOf(shop, shipmentId);
      saveShipment(shop, { ...shipment, deliveredDate: nowOf(shop) }, 'shipment.delivered');
      const order = orderOf(shop, shipment.orderId);
      const all = shop.rows.shipments.values().filter((row) => row.orderId === order.orderId);
      const isThere = all.every((row) => row.deliveredDate !== null);
      if (isThere && order.status === 'Shipped') changeStatus(shop, order, 'Completed');
    },
    returnGoods({ orderId, items: wanted, reason = 'Did not fit' }) {
      const order = paidOrderOf(shop, orderId);
      const items = partsOf(order, wanted);
      const returnId = `R-${shop.next('return')}`;
      const now = nowOf(shop);
      saveReturn(
        shop,
        {
          ...{ returnId, orderId, reason, status: 'requested', items },
          ...{ amount: text(worthOf(order, items)), currency: order.currency },
          ...{ createdDate: now, updatedDate: now },
        },
        'return.created',
      );
      return returnId;
    },
    changeReturn({ returnId, status, amount }) {
      const before = returnOf(shop, returnId);
      const changed = { ...before, status, amount: amount ?? before.amount };
      saveReturn(shop, changed, 'return.updated');
      if (status !== 'refunded') return;
      const items = before.items.map(({ productId, quantity }) => ({
        productId: productId ?? '',
        quantity,
      }));
      refund({ orderId: before.orderId, amount: changed.amount, items });
    },
  };
}

function paidOrderOf(shop: Shop, orderId: string): Order {
  const order = orderOf(shop, orderId);
  if (order.status === INCOMPLETE) {
    throw new Refusal(409, 'conflict', `Order ${orderId} is not paid yet.`);
  }
  return order;
}
