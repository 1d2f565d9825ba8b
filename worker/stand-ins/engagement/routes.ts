import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import {
  externalActivityResource,
  programResource,
  visitorActivityResource,
} from './api/activities.ts';
import type { Entrance } from './api/entrance.ts';
import { customFieldResource, listResource, membershipResource, tagResource } from './api/lists.ts';
import { prospectResource } from './api/prospects.ts';
import { Refusal } from './api/refusal.ts';
import { resourceRoutes } from './api/resource.ts';
import type { Unit } from './unit.ts';

/** The API v5 of the business unit. */
export function apiRoutes(unit: Unit, entrance: Entrance): Router {
  const routes = express.Router();
  routes.use('/api/v5', (request, response, next) => entrance.check(request, response, next));
  for (const resource of [
    prospectResource(unit),
    listResource(unit),
    membershipResource(unit),
    customFieldResource(unit),
    tagResource(unit),
    externalActivityResource(unit),
    visitorActivityResource(unit),
    programResource(unit),
  ]) {
    routes.use('/api/v5', resourceRoutes(resource));
  }
  routes.use(() => {
    throw new Refusal(404, 109, 'There is nothing at this address.');
  });
  routes.use(answerRefusal);
  return routes;
}

function answerRefusal(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (!(error instanceof Refusal)) {
    next(error);
    return;
  }
  response.status(error.status).json({ code: error.code, message: error.message });
}
