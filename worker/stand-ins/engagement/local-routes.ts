import express, { type Router } from 'express';
import { bodyText } from '../kit/server.ts';
import type { Entrance } from './api/entrance.ts';
import type { ConnectorStatus } from './connector/connector.ts';
import type { Recipe } from './recipes/recipe.ts';
import type { Unit } from './unit.ts';

export interface LocalActions {
  status(): ConnectorStatus;
  tick(): Promise<void>;
  install(recipe: Recipe): void;
}

/** What no original has, beside the kit's own control routes. */
export function localRoutes(unit: Unit, entrance: Entrance, actions: LocalActions): Router {
  const { rows } = unit;
  const routes = express.Router();
  routes.use(express.text({ type: () => true, limit: '5mb' }));
  routes.get('/outbox', (_, response) => void response.json(rows.outbox.values()));
  routes.delete('/outbox', (_, response) => {
    for (const { id } of rows.outbox.values()) rows.outbox.delete(String(id));
    response.status(204).end();
  });
  routes.get('/programs', (_, response) => {
    const participants = rows.participants.values().map((one) => ({
      ...one,
      email: rows.prospects.get(String(one.prospectId))?.email ?? null,
    }));
    const programs = rows.programs.values().map((program) => ({
      ...program,
      participants: participants.filter(({ programId }) => programId === program.id),
    }));
    response.json(programs);
  });
  routes.patch('/programs/:id', (request, response) => {
    const program = rows.programs.get(request.params.id);
    const { status } = JSON.parse(bodyText(request) || '{}') as { status?: string };
    if (!program || (status !== 'Running' && status !== 'Paused')) {
      response.status(400).json({ message: 'Give the id of a program and {"status":"Paused"}.' });
      return;
    }
    rows.programs.set(request.params.id, { ...program, status, updatedAt: unit.now() });
    response.status(204).end();
  });
  routes.get('/connector', (_, response) => {
    response.json({ ...actions.status(), settings: unit.settings(), api: entrance.usage() });
  });
  routes.patch('/connector', (request, response) => {
    unit.changeSettings(JSON.parse(bodyText(request) || '{}') as object);
    response.json(unit.settings());
  });
  routes.put('/daily-limit', (request, response) => {
    entrance.setDailyLimit((JSON.parse(bodyText(request)) as { max: number }).max);
    response.status(204).end();
  });
  routes.post('/tick', async (_, response) => {
    await actions.tick();
    response.json(actions.status());
  });
  routes.post('/recipes', (request, response) => {
    try {
      actions.install(JSON.parse(bodyText(request)) as Recipe);
      response.status(204).end();
    } catch (error) {
      response.status(400).json({ message: (error as Error).message });
    }
  });
  return routes;
}
