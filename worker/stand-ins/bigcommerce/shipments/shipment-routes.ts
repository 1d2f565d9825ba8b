import express, { type Request, type Router } from 'express';
import { answerList, notFound, read } from '../api/answers.ts';
import { pageOf, pagingV2 } from '../api/query.ts';
import type { OrderRow } from '../orders/order-row.ts';
import type { Shop } from '../shop.ts';
import { changedShipmentBody, newShipmentBody } from './shipment-bodies.ts';
import type { ShipmentRow } from './shipment-row.ts';
import { shipmentView } from './shipment-view.ts';
import { changeShipment, createShipment, deleteShipment } from './shipments.ts';

/** The v2 shipments of an order; there is no list across orders. */
export function shipmentRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();
  const all = '/orders/:order/shipments';

  function orderOf(request: Request): OrderRow {
    const order = rows.orders.get(String(request.params.order));
    if (!order) throw notFound();
    return order;
  }

  function shipmentsOf({ id }: OrderRow): ShipmentRow[] {
    return rows.shipments.values().filter(({ orderId }) => orderId === id);
  }

  function one(request: Request): ShipmentRow {
    const row = rows.shipments.get(String(request.params.id));
    if (row?.orderId !== orderOf(request).id) throw notFound();
    return row;
  }

  routes.get(all, (request, response) => {
    const found = pageOf(shipmentsOf(orderOf(request)), pagingV2(request));
    answerList(response, found.map(shipmentView));
  });

  routes.post(all, (request, response) => {
    const row = createShipment(shop, orderOf(request), read(request, newShipmentBody));
    response.status(201).json(shipmentView(row));
  });

  routes.delete(all, (request, response) => {
    for (const row of shipmentsOf(orderOf(request))) deleteShipment(shop, orderOf(request), row);
    response.status(204).end();
  });

  routes.get(`${all}/count`, (request, response) => {
    response.json({ count: shipmentsOf(orderOf(request)).length });
  });

  routes.get(`${all}/:id`, (request, response) => {
    response.json(shipmentView(one(request)));
  });

  routes.put(`${all}/:id`, (request, response) => {
    const body = read(request, changedShipmentBody);
    response.json(shipmentView(changeShipment(shop, orderOf(request), one(request), body)));
  });

  routes.delete(`${all}/:id`, (request, response) => {
    deleteShipment(shop, orderOf(request), one(request));
    response.status(204).end();
  });

  return routes;
}
