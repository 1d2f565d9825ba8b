import express, { type Request, type Router } from 'express';
import type { App } from '../oauth/apps.ts';
import type { RuleList } from '../records/rules.ts';
import type { Controls } from './controls.ts';

/** The controls over HTTP: see README.md. */
export function localRoutes(controls: Controls): Router {
  const routes = express.Router();
  routes.use(express.text({ type: () => true }));
  addRules(routes, '/row-faults', () => controls.rules.rowFaults);
  addRules(routes, '/duplicate-rules', () => controls.rules.duplicateRules);
  addRules(routes, '/validation-rules', () => controls.rules.validationRules);
  addRules(routes, '/locks', () => controls.rules.locks);
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
  routes.put('/deploy-delay', (request, response) => {
    controls.setDeployDelay((body(request) as { milliseconds: number }).milliseconds);
    response.status(204).end();
  });
  routes.get('/query', (request, response) => {
    const { q } = request.query;
    response.json(controls.query(typeof q === 'string' ? q : ''));
  });
  return routes;
}

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
