import express, { type Request, type Router } from 'express';
import type { Org } from '../org.ts';
import type { App } from '../oauth/apps.ts';
import { activeUser } from '../oauth/token.ts';
import type { RuleList } from '../records/rules.ts';

/** What only the local org has: see README.md. `org` is asked anew, for a reset replaces it. */
export function localRoutes(org: () => Org, query: (soql: string) => unknown[]): Router {
  const routes = express.Router();
  routes.use(express.text({ type: () => true }));
  addRules(routes, '/row-faults', () => org().rules.rowFaults);
  addRules(routes, '/duplicate-rules', () => org().rules.duplicateRules);
  addRules(routes, '/validation-rules', () => org().rules.validationRules);
  addRules(routes, '/locks', () => org().rules.locks);
  routes.post('/apps', (request, response) => {
    org().apps.register(body(request) as App);
    response.status(204).end();
  });
  routes.post('/refresh-tokens', (request, response) => {
    const { clientId, username } = body(request) as { clientId: string; username: string };
    const userId = activeUser(org(), username).Id;
    response.json({ refresh_token: org().sessions.issueRefresh({ userId, clientId }) });
  });
  routes.delete('/sessions', (_, response) => {
    org().sessions.expireAll();
    response.status(204).end();
  });
  routes.put('/daily-limit', (request, response) => {
    org().allowance.max = (body(request) as { max: number }).max;
    response.status(204).end();
  });
  routes.put('/deploy-delay', (request, response) => {
    org().deployments.delayMs = (body(request) as { milliseconds: number }).milliseconds;
    response.status(204).end();
  });
  routes.get('/query', (request, response) => {
    const { q } = request.query;
    response.json(query(typeof q === 'string' ? q : ''));
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
