import express, { type Request, type Router } from 'express';
import { answerData, notFound, read } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { between, listQuery } from '../api/query.ts';
import { decimal } from '../money.ts';
import type { Shop } from '../shop.ts';
import type { OrderRow } from './order-row.ts';
import { priced, refund, refundBody, refundItemsBody, refundView } from './refunds.ts';

/** The v3 refund API. */
export function refundRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();

  function orderOf(request: Request): OrderRow {
    const order = rows.orders.get(String(request.params.order));
    if (!order) throw notFound();
    return order;
  }

  routes.get('/orders/payment_actions/refunds', (request, response) => {
    const orderIds = listQuery(request, 'order_id:in');
    const ids = listQuery(request, 'id:in');
    const created = between(request, 'created:min', 'created:max');
    const found = rows.refunds
      .values()
      .filter(
        (row) =>
          (orderIds?.includes(String(row.orderId)) ?? true) &&
          (ids?.includes(String(row.id)) ?? true) &&
          created(row.createdAt),
      );
    answerPage(request, response, found.map(refundView));
  });

  routes.get('/orders/payment_actions/refunds/:id', (request, response) => {
    const row = rows.refunds.get(request.params.id);
    if (!row) throw notFound();
    answerData(response, refundView(row));
  });

  routes.get('/orders/:order/payment_actions/refunds', (request, response) => {
    const order = orderOf(request);
    const found = rows.refunds.values().filter((row) => row.orderId === order.id);
    answerData(response, found.map(refundView));
  });

  routes.post('/orders/:order/payment_actions/refund_quotes', (request, response) => {
    const order = orderOf(request);
    const { total, tax } = priced(shop, order, read(request, refundItemsBody));
    answerData(
      response,
      {
        order_id: order.id,
        total_refund_amount: decimal(total),
        total_refund_tax_amount: decimal(tax),
        rounding: 0,
        adjustment: 0,
        tax_inclusive: false,
        refund_methods: [
          [
            {
              provider_id: 'custom',
              provider_description: 'Custom',
              amount: decimal(total),
              offline: true,
              offline_provider: true,
              offline_reason: '',
            },
          ],
        ],
      },
      201,
    );
  });

  routes.post('/orders/:order/payment_actions/refunds', (request, response) => {
    const row = refund(shop, orderOf(request), read(request, refundBody));
    answerData(response, refundView(row), 201);
  });

  return routes;
}
