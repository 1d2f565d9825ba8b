import express, { type Request, type Router } from 'express';
import { answerList, notFound, read } from '../api/answers.ts';
import { pageOf, pagingV2, query } from '../api/query.ts';
import type { Shop } from '../shop.ts';
import { consignmentsView, shippingAddressView } from './consignments.ts';
import { lineView } from './line-view.ts';
import { orderBody } from './order-body.ts';
import { changeOrder } from './order-change.ts';
import { findOrders } from './order-list.ts';
import type { OrderRow } from './order-row.ts';
import { orderView } from './order-view.ts';
import { archiveOrder, createOrder } from './orders.ts';
import { STATUSES } from './statuses.ts';

/** The v2 order API. */
export function orderRoutes(shop: Shop): Router {
  const { rows, identity } = shop;
  const routes = express.Router();

  function one(request: Request): OrderRow {
    const order = rows.orders.get(String(request.params.id));
    if (!order) throw notFound();
    return order;
  }

  /** The order with what `include` asks for in place of its links. */
  function view(request: Request, order: OrderRow): Record<string, unknown> {
    const include = query(request, 'include')?.split(',') ?? [];
    const withLines = include.includes('consignments.line_items');
    const shown = orderView(identity, order);
    if (include.includes('fees')) shown.fees = [];
    if (withLines || include.includes('consignments')) {
      const consignments = consignmentsView(identity, order, withLines);
      const asObject = query(request, 'consignment_structure') === 'object';
      shown.consignments = asObject ? consignments : [consignments];
    }
    return shown;
  }

  routes.get('/orders', (request, response) => {
    const found = pageOf(findOrders(rows.orders.values(), request), pagingV2(request));
    answerList(
      response,
      found.map((order) => view(request, order)),
    );
  });

  routes.post('/orders', (request, response) => {
    response.status(201).json(orderView(identity, createOrder(shop, read(request, orderBody))));
  });

  routes.get('/orders/count', (request, response) => {
    const found = findOrders(rows.orders.values(), request);
    const statuses = STATUSES.map(({ order, ...status }) => ({
      ...status,
      system_label: status.name,
      custom_label: status.name,
      count: found.filter((one) => one.statusId === status.id).length,
      sort_order: order,
    }));
    response.json({ statuses, count: found.length });
  });

  routes.get('/orders/:id', (request, response) => {
    response.json(view(request, one(request)));
  });

  routes.put('/orders/:id', (request, response) => {
    const changed = changeOrder(shop, one(request), read(request, orderBody));
    response.json(orderView(identity, changed));
  });

  routes.delete('/orders/:id', (request, response) => {
    archiveOrder(shop, one(request));
    response.status(204).end();
  });

  routes.get('/orders/:id/products', (request, response) => {
    const order = one(request);
    const lines = pageOf(order.lines, pagingV2(request));
    answerList(
      response,
      lines.map((line) => lineView(order, line)),
    );
  });

  routes.get('/orders/:id/products/:line', (request, response) => {
    const order = one(request);
    const line = order.lines.find(({ id }) => String(id) === request.params.line);
    if (!line) throw notFound();
    response.json(lineView(order, line));
  });

  routes.get(
    ['/orders/:id/shipping_addresses', '/orders/:id/shippingaddresses'],
    (request, response) => {
      const order = one(request);
      const addresses = pageOf(order.shippingTo, pagingV2(request));
      answerList(
        response,
        addresses.map((address) => shippingAddressView(identity, order, address)),
      );
    },
  );

  routes.get('/orders/:id/consignments', (request, response) => {
    response.json(consignmentsView(identity, one(request), false));
  });

  routes.get(['/orders/:id/coupons', '/orders/:id/fees'], (request, response) => {
    one(request);
    answerList(response, []);
  });

  routes.get('/order_statuses', (_, response) => {
    response.json(
      STATUSES.map((status) => ({
        ...status,
        system_label: status.name,
        custom_label: status.name,
      })),
    );
  });

  routes.get('/order_statuses/:id', (request, response) => {
    const status = STATUSES.find(({ id }) => String(id) === request.params.id);
    if (!status) throw notFound();
    response.json({ ...status, system_label: status.name, custom_label: status.name });
  });

  return routes;
}
