import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { SHOP_CURRENCY } from '../records/money.ts';
import type { Shop } from '../shop.ts';
import { notFound, read, Refusal } from './answers.ts';
import { KINDS } from './kinds.ts';
import { listPage } from './list.ts';

const attributesBody = z.strictObject({
  attributes: z.record(
    z.string().min(1).max(80),
    z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
  ),
});

/** `/v1`, behind access and quota. `named` gives a record the names this installation uses. */
export function readingRoutes(shop: Shop, named: (kind: string, data: object) => object): Router {
  const routes = express.Router();
  routes.get('/shop', (_, response) => {
    const { shopId, name, timezone } = shop.identity;
    response.json({
      ...{ id: shopId, name, url: 'https://clarity.example.com' },
      ...{ currency: SHOP_CURRENCY, timezone, country: 'US' },
    });
  });
  for (const kind of KINDS) {
    routes.get(`/${kind.path}`, (request, response) => {
      const page = listPage(shop, kind, queryOf(request));
      response.json({ ...page, data: page.data.map((row) => named(kind.kind, row)) });
    });
    if (kind.path === 'inventory') continue;
    routes.get(`/${kind.path}/:id`, (request, response) => {
      refuseParameters(request);
      const row = kind.one(shop, request.params.id);
      if (!row) throw notFound(`There is no ${kind.kind} ${request.params.id}.`);
      response.json(named(kind.kind, row));
    });
  }
  routes.get('/inventory/:productId', (request, response) => {
    refuseParameters(request);
    const { productId } = request.params;
    if (!shop.rows.products.get(productId)) throw notFound(`There is no product ${productId}.`);
    const rows = shop.rows.inventory.values().filter((row) => row.productId === productId);
    response.json({ data: rows.map((row) => named('inventory', row)), nextCursor: null });
  });
  routes.patch('/customers/:id', (request, response) => {
    const customer = shop.rows.customers.get(request.params.id);
    if (!customer) throw notFound(`There is no customer ${request.params.id}.`);
    const { attributes } = read(request, attributesBody);
    const merged = Object.entries({ ...customer.attributes, ...attributes });
    // No event and the same modified time: whoever wrote them knows, and must not hear an echo.
    const changed = {
      ...customer,
      attributes: Object.fromEntries(
        merged.filter((entry): entry is [string, string | number | boolean] => entry[1] !== null),
      ),
    };
    shop.rows.customers.set(customer.customerId, changed);
    response.json(named('customer', changed));
  });
  return routes;
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://shop').searchParams;
}

function refuseParameters(request: Request): void {
  const [name] = queryOf(request).keys();
  if (name !== undefined) {
    throw new Refusal(400, 'unknown_parameter', `A single record takes no "${name}".`);
  }
}
