import express, { type Router } from 'express';
import { z } from 'zod';
import { answerData, read, Refusal } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { between, listQuery, query } from '../api/query.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { AttributeRow, AttributeValueRow } from './customer-rows.ts';
import { attributeValueView, attributeView } from './customer-view.ts';
import { idsToDelete } from './customer-routes.ts';

const MOST_ATTRIBUTES = 50;
const MOST_CUSTOMERS = 10;

const newAttribute = z.object({
  name: z.string().min(1),
  type: z.enum(['string', 'number', 'date']),
});
/** The row reads `attribute_value`, the request says `value`; so does the original. */
const newValue = z.object({
  attribute_id: z.number().int(),
  customer_id: z.number().int(),
  value: z.string(),
});

/** Attributes of customers. Values written here fire no hook. */
export function attributeRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();

  routes.get('/customers/attributes', (request, response) => {
    const name = query(request, 'name');
    const found = rows.attributes.values().filter((row) => name === undefined || row.name === name);
    answerPage(request, response, found.map(attributeView));
  });

  routes.post('/customers/attributes', (request, response) => {
    const bodies = read(request, z.array(newAttribute).min(1).max(10));
    const made = bodies.map((body) => createAttribute(shop, body));
    answerData(response, made.map(attributeView));
  });

  routes.delete('/customers/attributes', (request, response) => {
    for (const id of idsToDelete(request)) {
      rows.attributes.delete(id);
      for (const value of rows.attributeValues.values()) {
        if (String(value.attribute_id) === id) rows.attributeValues.delete(String(value.id));
      }
    }
    response.status(204).end();
  });

  routes.get('/customers/attribute-values', (request, response) => {
    const customers = listQuery(request, 'customer_id:in');
    const attributes = listQuery(request, 'attribute_id:in');
    const modified = between(request, 'date_modified:min', 'date_modified:max');
    const found = rows.attributeValues
      .values()
      .filter(
        (row) =>
          (customers?.includes(String(row.customer_id)) ?? true) &&
          (attributes?.includes(String(row.attribute_id)) ?? true) &&
          modified(row.modifiedAt),
      );
    answerPage(request, response, found.map(attributeValueView));
  });

  routes.put('/customers/attribute-values', (request, response) => {
    const bodies = read(request, z.array(newValue).min(1));
    if (new Set(bodies.map((body) => body.customer_id)).size > MOST_CUSTOMERS) {
      throw new Refusal(422, `Not more than ${MOST_CUSTOMERS} customers in one request.`);
    }
    const written = bodies.map((body) => writeValue(shop, body));
    answerData(response, written.map(attributeValueView));
  });

  routes.delete('/customers/attribute-values', (request, response) => {
    for (const id of idsToDelete(request)) rows.attributeValues.delete(id);
    response.status(204).end();
  });

  return routes;
}

function createAttribute(shop: Shop, body: z.infer<typeof newAttribute>): AttributeRow {
  const { attributes } = shop.rows;
  if (attributes.size >= MOST_ATTRIBUTES) {
    throw new Refusal(422, `A store has ${MOST_ATTRIBUTES} attributes at most.`);
  }
  if (attributes.values().some((other) => other.name === body.name)) {
    throw new Refusal(422, 'The attribute exists.', { name: `${body.name} already in use` });
  }
  const now = nowOf(shop);
  const row = { id: shop.next('attribute', 1), ...body, createdAt: now, modifiedAt: now };
  attributes.set(String(row.id), row);
  return row;
}

function writeValue(shop: Shop, body: z.infer<typeof newValue>): AttributeValueRow {
  const { rows } = shop;
  if (!rows.attributes.get(String(body.attribute_id))) {
    throw new Refusal(422, 'The attribute is unknown.', {
      attribute_id: String(body.attribute_id),
    });
  }
  if (!rows.customers.get(String(body.customer_id))) {
    throw new Refusal(422, 'The customer is unknown.', { customer_id: String(body.customer_id) });
  }
  const now = nowOf(shop);
  const before = rows.attributeValues
    .values()
    .find((row) => row.attribute_id === body.attribute_id && row.customer_id === body.customer_id);
  const row: AttributeValueRow = {
    id: before?.id ?? shop.next('attribute value', 1),
    attribute_id: body.attribute_id,
    attribute_value: body.value,
    customer_id: body.customer_id,
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
  };
  rows.attributeValues.set(String(row.id), row);
  return row;
}
