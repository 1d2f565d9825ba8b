import { join } from 'node:path';
import express, { type Request, type Router } from 'express';
import { createClock, type Clock } from '../kit/clock.ts';
import { createFaults, type Faults } from '../kit/faults.ts';
import { createJournal, type Journal } from '../kit/journal.ts';
import { createApp, listen, type Listening } from '../kit/server.ts';
import { openStore } from '../kit/store.ts';
import { resumeBulkJobs } from './bulk/resume.ts';
import { createControls, type Controls } from './local/controls.ts';
import { localRoutes } from './local/routes.ts';
import type { App } from './oauth/apps.ts';
import { answerOAuth } from './oauth/routes.ts';
import { answerMetadata } from './metadata/soap.ts';
import { openOrg, type Org } from './org.ts';
import { notFound } from './records/refusal.ts';
import { errorAnswer } from './rest/answers.ts';
import { answerApi, send } from './rest/api.ts';
import { versions } from './rest/versions.ts';

export interface LocalOrgOptions {
  /** 0, or none, takes a free one. */
  port?: number;
  /** Where the org's state is kept; in memory only when absent. */
  file?: string;
  /** The package's namespace in this org, such as `cb`; none when absent or empty. */
  namespace?: string;
  /** The source folder whose objects and permission sets the org has; the repository's force-app. */
  schemaDir?: string;
  /** An org in which nothing is installed: everything beyond the standard objects is deployed. */
  empty?: boolean;
  /** Apps that exist from the start, and again after a reset. */
  apps?: App[];
  /** An access token of the administrator that never expires, for local clients. */
  adminToken?: string;
}

/** A running local org. Everything a test needs beside the org's own API. */
export interface LocalOrg extends Listening, Controls {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** Back to the state after the first start. */
  reset(): void;
}

const FORCE_APP = join(import.meta.dirname, '../../../force-app');

/** Starts the org. Throws when the port is taken or the schema's sources are wrong. */
export async function startSalesforce(options: LocalOrgOptions = {}): Promise<LocalOrg> {
  const clock = createClock();
  const faults = createFaults();
  const journal = createJournal();
  const store = openStore(options.file);
  const open = (): Org => {
    const opened = openOrg(store, clock, {
      sourceFolder: options.empty ? undefined : (options.schemaDir ?? FORCE_APP),
      namespace: options.namespace ?? '',
    });
    for (const app of options.apps ?? []) opened.apps.register(app);
    resumeBulkJobs(opened);
    return opened;
  };
  let org = open();
  const controls = createControls(() => org);
  const reset = (): void => {
    store.reset();
    clock.reset();
    faults.clear();
    journal.clear();
    org = open();
  };
  const parts = { clock, faults, journal, reset };
  const app = express();
  app.disable('x-powered-by');
  app.use('/__local__', localRoutes(controls));
  // An archive is no text.
  app.use(express.raw({ type: 'multipart/form-data', limit: '50mb' }));
  app.use(
    createApp(
      parts,
      originalRoutes(() => org, options.adminToken),
    ),
  );
  const listening = await listen(app, options.port ?? 0);
  return Object.assign(controls, parts, {
    url: listening.url,
    close: async () => {
      await listening.close();
      clock.reset();
      store.close();
    },
  });
}

function originalRoutes(org: () => Org, adminToken: string | undefined): Router {
  const routes = express.Router();
  routes.use((request, response) => {
    const path = request.path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
    const own = { url: ownUrl(request), ...(adminToken && { adminToken }) };
    if (path === '/services/data') send(response, { status: 200, body: versions() });
    else if (path.startsWith('/services/data/')) answerApi(org(), request, response, own);
    else if (
      !answerMetadata(org(), path, request, response, adminToken) &&
      !answerOAuth(org(), path, request, response, own)
    ) {
      send(response, errorAnswer(notFound()));
    }
  });
  return routes;
}

/** The org goes by the name under which it was called, as a client compares what it gets back. */
function ownUrl(request: Request): string {
  return `http://${request.get('host') ?? 'localhost'}`;
}
