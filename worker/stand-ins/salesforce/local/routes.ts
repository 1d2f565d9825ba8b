import express, { type ErrorRequestHandler, type Request, type Router } from 'express';
import { addEventRoutes } from '../events/controls.ts';
import type { App } from '../oauth/apps.ts';
import type { LeadFieldMapping } from '../people/settings.ts';
import type { DuplicateResultKey, RuleList } from '../records/rules.ts';
import type { SharingModel } from '../schema/model.ts';
import type { ConcurrentLimit, Latency } from '../rest/traffic.ts';
import { readFeature } from '../schema/features/features.ts';
import type { Controls } from './controls.ts';

/** The controls over HTTP: see README.md. */
export function localRoutes(controls: Controls): Router {
  const routes = express.Router();
  routes.use(express.text({ type: () => true }));
  addRules(routes, '/row-faults', () => controls.rules.rowFaults);
  addRules(routes, '/duplicate-rules', () => controls.rules.duplicateRules);
  addRules(routes, '/assignment-rules', () => controls.rules.assignmentRules);
  addRules(routes, '/validation-rules', () => ({
    ...controls.rules.validationRules,
    add: (rule) => controls.addValidationRule(rule),
  }));
  routes.post('/locks', (request, response, next) => {
    const { recordId, ...how } = body(request) as { recordId: string; milliseconds?: number };
    if (how.milliseconds === undefined) {
      next();
      return;
    }
    controls.lockFor(recordId, { milliseconds: how.milliseconds });
    response.status(204).end();
  });
  addRules(routes, '/locks', () => controls.rules.locks);
  addEventRoutes(routes, controls);
  routes.post('/apps', (request, response) => {
    controls.registerApp(body(request) as App);
    response.status(204).end();
  });
  routes.post('/refresh-tokens', (request, response) => {
    const grant = body(request) as { clientId: string; username: string };
    response.json({ refresh_token: controls.issueRefreshToken(grant) });
  });
  routes.delete('/sessions', (_, response) => {
    controls.expireSessions();
    response.status(204).end();
  });
  routes.put('/daily-limit', (request, response) => {
    controls.setDailyLimit((body(request) as { max: number }).max);
    response.status(204).end();
  });
  routes.put('/hub', (request, response) => {
    controls.setHub((body(request) as { hub: boolean }).hub);
    response.status(204).end();
  });
  routes.post('/namespaces', (request, response) => {
    controls.linkNamespace((body(request) as { namespace: string }).namespace);
    response.status(204).end();
  });
  routes.put('/sharing', (request, response) => {
    controls.setSharing(body(request) as { object: string; model: SharingModel });
    response.status(204).end();
  });
  routes.put('/lead-field-mapping', (request, response) => {
    controls.mapLeadFields(body(request) as (string | LeadFieldMapping)[]);
    response.status(204).end();
  });
  routes.put('/duplicate-result-key', (request, response) => {
    controls.setDuplicateResultKey((body(request) as { key: DuplicateResultKey }).key);
    response.status(204).end();
  });
  routes.put('/concurrent-limit', (request, response) => {
    controls.setConcurrentLimit(body(request) as ConcurrentLimit);
    response.status(204).end();
  });
  routes.put('/latency', (request, response) => {
    controls.setLatency(body(request) as Latency);
    response.status(204).end();
  });
  routes.post('/features', (request, response) => {
    controls.enableFeature(readFeature((body(request) as { feature: string }).feature));
    response.status(204).end();
  });
  routes.put('/deploy-delay', (request, response) => {
    controls.setDeployDelay((body(request) as { milliseconds: number }).milliseconds);
    response.status(204).end();
  });
  routes.get('/query', (request, response) => {
    const { q } = request.query;
    response.json(controls.query(typeof q === 'string' ? q : ''));
  });
  routes.use(complain);
  return routes;
}

/** What is no formula, no feature or no JSON is the caller's mistake, and he is told which. */
const complain: ErrorRequestHandler = (error: Error, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.status(400).json({ message: error.message });
};

function body(request: Request): unknown {
  return JSON.parse(typeof request.body === 'string' ? request.body || '{}' : '{}');
}

function addRules<Rule>(routes: Router, path: string, rules: () => RuleList<Rule>): void {
  routes.get(path, (_, response) => void response.json(rules().list()));
  routes.post(path, (request, response) => {
    rules().add(body(request) as Rule);
    response.status(204).end();
  });
  routes.delete(path, (_, response) => {
    rules().clear();
    response.status(204).end();
  });
}
