import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { asFailure } from '../shared/failure.ts';
import { describeFailure } from '../shared/log.ts';
import type { Context, PagesOptions } from './context.ts';
import { protect } from './guard.ts';
import { showOverview, signOut } from './overview.ts';
import { finishSignIn } from './salesforce/finish.ts';
import { startSignIn } from './salesforce/start.ts';
import { createSessions } from './session.ts';
import { namesPlatform, showPlatforms, showShopForm, takeShopForm } from './shop/pages.ts';
import { sendProblem } from './view/page.ts';

const STYLE = readFileSync(join(import.meta.dirname, 'view', 'style.css'), 'utf8');

type Handler = (context: Context, request: Request, response: Response) => void | Promise<void>;

/** The worker's own pages, below `/connect`: what is typed there never passes Salesforce. */
export function createPages(options: PagesOptions): Router {
  const { settings, log } = options;
  const key = settings.keys[0]?.key;
  if (!key) throw new Error('The pages need a key: set CARTBRIDGE_KEYS.');
  const context = { ...options, sessions: createSessions(settings.workerUrl, key) };
  const on =
    (handler: Handler) =>
    (request: Request, response: Response): void | Promise<void> =>
      handler(context, request, response);

  const onPlatform =
    (handler: Handler) =>
    (request: Request, response: Response, next: NextFunction): void | Promise<void> =>
      namesPlatform(context, request) ? handler(context, request, response) : next();

  const readForm = express.urlencoded({ extended: false, limit: '20kb' });
  const pages = express.Router();
  pages.use(protect);
  pages.get('/', on(showOverview));
  pages.get('/style.css', (_, response) => void response.type('css').send(STYLE));
  pages.get('/salesforce', on(startSignIn));
  pages.get('/salesforce/callback', on(finishSignIn));
  pages.get('/shop', on(showPlatforms));
  pages.get('/shop/:platform', onPlatform(showShopForm));
  pages.post('/shop/:platform', readForm, onPlatform(takeShopForm));
  pages.post('/sign-out', readForm, on(signOut));
  pages.use((_: Request, response: Response) => sendProblem(response, NOTHING_HERE));
  pages.use((error: unknown, _: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status = 500 } = error as { status?: number };
    if (status < 500) sendProblem(response, { ...UNREADABLE, status });
    else {
      log.error(describeFailure(asFailure(error)), 'page.failed');
      sendProblem(response, BROKEN);
    }
  });
  return pages;
}

const begin = { href: '/connect', label: 'Begin again' };

const NOTHING_HERE = {
  status: 404,
  heading: 'There is no such page',
  what: 'Nothing is served at this address.',
  next: 'Begin again, or go back to where you came from.',
  action: begin,
};

const UNREADABLE = {
  heading: 'This form could not be read',
  what: 'The browser sent something other than the form, or too much of it. Nothing was saved.',
  next: 'Open the form again and fill it in once more.',
  action: begin,
};

const BROKEN = {
  status: 500,
  heading: 'Something went wrong',
  what: 'Cartbridge could not answer. Most often its database is away for a moment.',
  next: 'Wait a minute and begin again. If it happens again, whoever runs the worker finds the reason in its log (“page.failed”).',
  action: begin,
};
