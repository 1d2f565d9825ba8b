import express, { type Request, type Response, type Router } from 'express';
import { bodyText } from '../../kit/server.ts';
import type { Row } from '../rows.ts';
import { answeredFields, chosenFields, page, pick } from './query.ts';
import { invalidField, missing, notAllowed, notFound, Refusal } from './refusal.ts';

export type Values = Record<string, unknown>;

/** One kind of object of the API. What is absent cannot be done by the API. */
export interface Resource {
  /** Below `/api/v5`, such as `objects/lists`. */
  path: string;
  rows(): Row[];
  fields(): string[];
  /** Names a body may hold. */
  writable?(): string[];
  /** Names the body of a new one must hold. */
  required?: string[];
  create?(values: Values): Row;
  update?(row: Row, values: Values): Row;
  remove?(row: Row): void;
  /** `POST .../do/<verb>` and `POST .../<id>/do/<verb>`; the row is absent for the former. */
  verbs?: Record<string, (body: Values, row?: Row) => { status: number; row?: Row }>;
}

export function resourceRoutes(resource: Resource): Router {
  const routes = express.Router();
  const root = `/${resource.path}`;
  const query = (request: Request): Record<string, string> =>
    Object.fromEntries(new URL(request.originalUrl, 'http://local').searchParams);
  const find = (id: string | string[] | undefined): Row => {
    const row = resource.rows().find((one) => String(one.id) === id);
    if (!row || row.isDeleted === true) throw notFound();
    return row;
  };

  function checkedBody(request: Request): Values {
    const values = jsonBody(request);
    const writable = resource.writable?.() ?? [];
    const unknown = Object.keys(values).find((name) => !writable.includes(name));
    if (unknown !== undefined) throw invalidField(unknown);
    return values;
  }

  const answer = (response: Response, status: number, row: Row, wanted: unknown): void => {
    response.status(status).json(pick(row, answeredFields(wanted, resource.fields())));
  };

  routes.get(root, (request, response) => {
    const url = `${request.protocol}://${request.get('host') ?? ''}/api/v5${root}`;
    response.json(page(resource.rows(), query(request), resource.fields(), url));
  });
  routes.get(`${root}/:id`, (request, response) => {
    const fields = chosenFields(query(request), resource.fields());
    response.json(pick(find(request.params.id), fields));
  });
  routes.post(root, (request, response) => {
    if (!resource.create) throw notAllowed('created');
    const values = checkedBody(request);
    const absent = (resource.required ?? []).filter((name) => (values[name] ?? '') === '');
    if (absent.length > 0) throw missing(absent);
    answer(response, 201, resource.create(values), query(request).fields);
  });
  routes.patch(`${root}/:id`, (request, response) => {
    if (!resource.update) throw notAllowed('updated');
    const row = resource.update(find(request.params.id), checkedBody(request));
    answer(response, 200, row, query(request).fields);
  });
  routes.delete(`${root}/:id`, (request, response) => {
    if (!resource.remove) throw notAllowed('deleted');
    resource.remove(find(request.params.id));
    response.status(204).end();
  });
  for (const [verb, run] of Object.entries(resource.verbs ?? {})) {
    routes.post([`${root}/do/${verb}`, `${root}/:id/do/${verb}`], (request, response) => {
      const body = jsonBody(request);
      const { id } = request.params;
      // Only deleted ones can be undeleted, so a verb looks at its row itself.
      const row = resource.rows().find((one) => String(one.id) === id);
      if (id !== undefined && !row) throw notFound();
      const done = run(body, row);
      if (!done.row) response.status(done.status).end();
      else answer(response, done.status, done.row, body.fields ?? query(request).fields);
    });
  }
  return routes;
}

function jsonBody(request: Request): Values {
  try {
    const body = JSON.parse(bodyText(request) || '{}') as unknown;
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as Values;
  } catch {
    // The refusal below says it.
  }
  throw new Refusal(400, 130, 'The body must be a JSON object.');
}
