import express, { type Request, type Router } from 'express';
import { answerData, notFound, read } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { between, listQuery, query } from '../api/query.ts';
import type { Shop } from '../shop.ts';
import type { SubscriberRow } from './subscriber-row.ts';
import {
  changedSubscriberBody,
  changeSubscriber,
  createSubscriber,
  deleteSubscriber,
  newSubscriberBody,
  subscriberView,
} from './subscribers.ts';

/** The v3 subscribers. By email one can be asked for at a time: there is no `email:in`. */
export function subscriberRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();
  const all = '/customers/subscribers';

  function one(request: Request): SubscriberRow {
    const row = rows.subscribers.get(String(request.params.id));
    if (!row) throw notFound();
    return row;
  }

  routes.get(all, (request, response) => {
    const found = findSubscribers(rows.subscribers.values(), request);
    answerPage(request, response, found.map(subscriberView));
  });

  routes.post(all, (request, response) => {
    answerData(response, subscriberView(createSubscriber(shop, read(request, newSubscriberBody))));
  });

  // Without a filter it deletes everybody, as the original does.
  routes.delete(all, (request, response) => {
    const found = findSubscribers(rows.subscribers.values(), request);
    for (const row of found) deleteSubscriber(shop, row);
    response.status(204).end();
  });

  routes.get(`${all}/:id`, (request, response) => {
    answerData(response, subscriberView(one(request)));
  });

  routes.put(`${all}/:id`, (request, response) => {
    const changed = changeSubscriber(shop, one(request), read(request, changedSubscriberBody));
    answerData(response, subscriberView(changed));
  });

  routes.delete(`${all}/:id`, (request, response) => {
    deleteSubscriber(shop, one(request));
    response.status(204).end();
  });

  return routes;
}

const FILTERS = ['email', 'first_name', 'last_name', 'source', 'order_id', 'id'] as const;

function findSubscribers(subscribers: SubscriberRow[], request: Request): SubscriberRow[] {
  const ids = listQuery(request, 'id:in');
  const modified = between(request, 'date_modified:min', 'date_modified:max');
  const created = between(request, 'date_created:min', 'date_created:max');
  return subscribers.filter(
    (row) =>
      (ids?.includes(String(row.id)) ?? true) &&
      FILTERS.every((name) => {
        const wanted = query(request, name)?.toLowerCase();
        return wanted === undefined || String(row[name]).toLowerCase() === wanted;
      }) &&
      modified(row.modifiedAt) &&
      created(row.createdAt),
  );
}
