import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { answerData, read, Refusal } from '../api/answers.ts';
import { answerCursorPage, answerPage } from '../api/pages.ts';
import { between, listQuery, query } from '../api/query.ts';
import type { Shop } from '../shop.ts';
import {
  addAddress,
  changeAddress,
  changedAddressBody,
  deleteAddress,
  newAddressBody,
} from './addresses.ts';
import type { CustomerRow } from './customer-rows.ts';
import { customerView } from './customer-view.ts';
import {
  changeCustomer,
  changedCustomerBody,
  createCustomers,
  deleteCustomer,
  newCustomerBody,
} from './customers.ts';

const MOST = 10;

/** The v3 customer API with addresses. */
export function customerRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();

  routes.get('/customers', (request, response) => {
    const include = query(request, 'include')?.split(',') ?? [];
    const found = findCustomers(rows.customers.values(), request);
    answerCursorPage(request, response, found, (customer) => customerView(rows, customer, include));
  });

  routes.post('/customers', (request, response) => {
    const bodies = read(request, z.array(newCustomerBody).min(1).max(MOST));
    const made = createCustomers(shop, bodies);
    answerData(
      response,
      made.map((customer) => customerView(rows, customer, ['addresses', 'attributes'])),
    );
  });

  routes.put('/customers', (request, response) => {
    const bodies = read(request, z.array(changedCustomerBody).min(1).max(MOST));
    const changed = bodies.map((body) => changeCustomer(shop, body));
    answerData(
      response,
      changed.map((customer) => customerView(rows, customer, [])),
    );
  });

  routes.delete('/customers', (request, response) => {
    for (const id of idsToDelete(request)) deleteCustomer(shop, id);
    response.status(204).end();
  });

  routes.get('/customers/addresses', (request, response) => {
    const ids = listQuery(request, 'id:in');
    const customers = listQuery(request, 'customer_id:in');
    const found = rows.addresses
      .values()
      .filter(
        (row) =>
          (ids?.includes(String(row.id)) ?? true) &&
          (customers?.includes(String(row.customer_id)) ?? true),
      );
    answerPage(request, response, found);
  });

  routes.post('/customers/addresses', (request, response) => {
    const bodies = read(request, z.array(newAddressBody).min(1).max(MOST));
    const made = bodies.map((body) => addAddress(shop, body));
    answerData(
      response,
      made.filter((address) => address !== undefined),
    );
  });

  routes.put('/customers/addresses', (request, response) => {
    const bodies = read(request, z.array(changedAddressBody).min(1).max(MOST));
    const changed = bodies.map((body) => changeAddress(shop, body));
    answerData(
      response,
      changed.filter((address) => address !== undefined),
    );
  });

  routes.delete('/customers/addresses', (request, response) => {
    for (const id of idsToDelete(request)) deleteAddress(shop, id);
    response.status(204).end();
  });

  return routes;
}

export function idsToDelete(request: Request): string[] {
  const ids = listQuery(request, 'id:in');
  if (!ids) throw new Refusal(422, 'Say what to delete with id:in.', { 'id:in': 'required' });
  return ids;
}

function findCustomers(customers: CustomerRow[], request: Request): CustomerRow[] {
  const ids = listQuery(request, 'id:in');
  const emails = listQuery(request, 'email:in');
  const groups = listQuery(request, 'customer_group_id:in');
  const channels = listQuery(request, 'channel_ids:in');
  const modified = between(request, 'date_modified:min', 'date_modified:max');
  const created = between(request, 'date_created:min', 'date_created:max');
  const found = customers.filter(
    (customer) =>
      (ids?.includes(String(customer.id)) ?? true) &&
      (emails?.includes(customer.email.toLowerCase()) ?? true) &&
      (groups?.includes(String(customer.customer_group_id)) ?? true) &&
      (channels === undefined ||
        customer.channel_ids === null ||
        customer.channel_ids.some((channel) => channels.includes(String(channel)))) &&
      modified(customer.modifiedAt) &&
      created(customer.createdAt),
  );
  return sorted(found, query(request, 'sort') ?? 'id:asc');
}

function sorted(customers: CustomerRow[], sort: string): CustomerRow[] {
  const [field, direction] = sort.split(':');
  const key = (customer: CustomerRow): string => {
    if (field === 'date_modified') return customer.modifiedAt;
    if (field === 'date_created') return customer.createdAt;
    return field === 'last_name' ? customer.last_name : '';
  };
  const ascending = customers.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.id - other.id,
  );
  return direction === 'desc' ? ascending.reverse() : ascending;
}
