import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { BUNDLES_URL, CONTEXT_URL, NODE_MODULES, PLATFORM_URL } from '../build/places.ts';
import { HOME_URL, tabUrl } from '../modules/data/tab-url.ts';
import { contextModule, type Formats } from './context.ts';
import { pageHtml } from './page.ts';
import { contentSecurityPolicy } from './policy.ts';
import { passOn } from './proxy.ts';
import { rememberUser, signedInUser } from './session.ts';
import type { SignedInUser, Users } from './users.ts';
import type { Workshop } from './workshop.ts';

export interface RouteParts {
  orgUrl: string;
  users: Users;
  defaultUsername: string;
  workshop: Workshop;
  platformFolder: string;
  /** The metadata files of trusted sites, as they are now. */
  trustedSites(): string[];
  formats: Formats;
}

const SLDS = join(NODE_MODULES, '@salesforce-ux/design-system/assets');
const STYLES = join(import.meta.dirname, '../modules/shell/shell.css');

export function lightningRoutes(parts: RouteParts): Router {
  const { orgUrl, users, defaultUsername, workshop, platformFolder, formats } = parts;
  const routes = express.Router();
  const asUser = (work: (user: SignedInUser, request: Request, response: Response) => unknown) => {
    return async (request: Request, response: Response) => {
      await work(await signedInUser(request, users, defaultUsername), request, response);
    };
  };
  routes.use((_, response, next) => {
    response.set('content-security-policy', contentSecurityPolicy(parts.trustedSites()));
    response.set('cache-control', 'no-cache');
    next();
  });
  routes.get('/', (_, response) => {
    // On the first tab of the first app, as in an org.
    response.redirect(tabUrl(workshop.model()?.apps[0]?.tabs[0]));
  });
  routes.get(
    '/lightning{/*rest}',
    asUser((user, _, response) => {
      response.type('html').send(pageHtml({ ...user.formats, ...formats }));
    }),
  );
  routes.get(
    CONTEXT_URL,
    asUser(async (user, request, response) => {
      const isPhone = /\bMobile\b/.test(request.get('user-agent') ?? '');
      response.type('js').send(await contextModule(user, isPhone ? 'Small' : 'Large', formats));
    }),
  );
  routes.get(
    '/lightning-shell.json',
    asUser(async (user, _, response) => {
      response.json({
        model: workshop.model() ?? null,
        problems: workshop.failure()?.problems ?? [],
        user: { id: user.id, name: user.name, username: user.username },
        users: (await users.list()).map(({ name, username }) => ({ name, username })),
      });
    }),
  );
  routes.get('/lightning-shell.css', (_, response) => {
    response.sendFile(STYLES);
  });
  routes.get('/lightning-changes', (_, response) => {
    streamChanges(workshop, response);
  });
  routes.get('/lightning-sign-in', async (request, response) => {
    const { as, to } = request.query;
    const user = await users.signIn(typeof as === 'string' ? as : defaultUsername);
    rememberUser(response, user.username);
    const isOurs = typeof to === 'string' && /^\/(?!\/)/.test(to);
    response.redirect(isOurs ? to : HOME_URL);
  });
  routes.get(`${BUNDLES_URL}/*path`, (request, response) => {
    const file = workshop.bundles()?.files.get(request.path.slice(BUNDLES_URL.length + 1));
    if (file) response.type('js').send(Buffer.from(file));
    else response.status(404).end();
  });
  routes.use(PLATFORM_URL, express.static(platformFolder, { cacheControl: false }));
  routes.use('/_slds', express.static(SLDS, { cacheControl: false }));
  routes.all(
    ['/lightning-api/services/data/*rest', '/lightning-api/cometd/*rest'],
    asUser(async (user, request, response) => {
      const path = request.originalUrl.replace('/lightning-api', '');
      const status = await passOn(orgUrl, path, user, request, response);
      if (status === 401) users.forget(user.username);
    }),
  );
  // Components have no session for the API itself, so a fetch of their own is refused.
  routes.use('/services', (_, response) => {
    const message = 'Session expired or invalid';
    response.status(401).json([{ message, errorCode: 'INVALID_SESSION_ID' }]);
  });
  return routes;
}

/** Tells the open pages that a build is done, so that they show it. */
function streamChanges(workshop: Workshop, response: Response): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  const stop = workshop.onBuilt(() => response.write('data: built\n\n'));
  response.on('close', stop);
}
