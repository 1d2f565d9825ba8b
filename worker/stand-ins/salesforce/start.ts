import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { createClock, type Clock } from '../kit/clock.ts';
import { createFaults, type Faults } from '../kit/faults.ts';
import { createJournal, type Journal } from '../kit/journal.ts';
import { createApp, listen, type Listening } from '../kit/server.ts';
import { openStore } from '../kit/store.ts';
import { resumeBulkJobs } from './bulk/resume.ts';
import { createCometd } from './events/cometd/server.ts';
import { createControls, type Controls } from './local/controls.ts';
import { localRoutes } from './local/routes.ts';
import type { App } from './oauth/apps.ts';
import { answerOAuth } from './oauth/routes.ts';
import { answerMetadata } from './metadata/soap.ts';
import { openOrg, type Org } from './org.ts';
import { pageRoutes } from './page/routes.ts';
import { enableFeature } from './records/enable-feature.ts';
import { notFound } from './records/refusal.ts';
import { errorAnswer } from './rest/answers.ts';
import { answerSoap } from './soap/answer.ts';
import { answerApi, send } from './rest/api.ts';
import { versions } from './rest/versions.ts';
import type { Feature } from './schema/features/features.ts';

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
  /** The org is a Dev Hub, in which packages are made. */
  hub?: boolean;
  /** The folder through which package versions go from hubs to other orgs. */
  packages?: string;
  /** What the org has beyond the usual, from the start. */
  features?: Feature[];
  /** Apps that exist from the start, and again after a reset. */
  apps?: App[];
  /** Where the business unit next door listens, whose outbox the control page shows. */
  engagementUrl?: string;
  /** An access token of the administrator that never expires, for local clients. */
  adminToken?: string;
  /** Where the Pub/Sub API listens; 0 takes a free port, and without it there is none. */
  pubSubPort?: number;
}

/** A running local org. Everything a test needs beside the org's own API. */
export interface LocalOrg extends Listening, Controls {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** Host and port of the Pub/Sub API, such as `localhost:7443`; empty when it was not started. */
  pubSubUrl: string;
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
      ...(options.hub && { hub: true }),
      ...(options.packages && { packages: options.packages }),
    });
    for (const feature of options.features ?? []) enableFeature(opened, feature);
    for (const app of options.apps ?? []) opened.apps.register(app);
    resumeBulkJobs(opened);
    return opened;
  };
  let org = open();
  const controls = createControls(() => org);
  const reset = (): void => {
    org.traffic.release();
    org.events.streams.closeAll();
    store.reset();
    clock.reset();
    faults.clear();
    journal.clear();
    org = open();
  };
  const parts = { clock, faults, journal, reset };
  const app = express();
  app.disable('x-powered-by');
  const { engagementUrl } = options;
  const beside = engagementUrl ? { engagementUrl } : {};
  app.use(pageRoutes({ org: () => org, controls, ...parts, ...beside }));
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
  const pubSub = await startPubSub(() => org, options);
  return Object.assign(controls, parts, {
    url: listening.url,
    pubSubUrl: pubSub?.url ?? '',
    close: async () => {
      org.traffic.release();
      org.events.streams.closeAll();
      await pubSub?.close();
      await listening.close();
      clock.reset();
      store.close();
    },
  });
}

/** Its libraries are large: an org that is started without it starts sooner. */
async function startPubSub(org: () => Org, { pubSubPort: port, adminToken }: LocalOrgOptions) {
  if (port === undefined) return undefined;
  const pubSub = await import('./events/pubsub/server.ts');
  return pubSub.startPubSub({ org, port, adminToken });
}

function originalRoutes(org: () => Org, adminToken: string | undefined): Router {
  const routes = express.Router();
  const cometd = createCometd(adminToken);
  routes.use((request, response) => {
    answerLater(org(), response);
    const path = request.path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
    const own = { url: ownUrl(request), ...(adminToken && { adminToken }) };
    if (path === '/services/data') send(response, { status: 200, body: versions() });
    else if (path.startsWith('/services/data/')) answerApi(org(), request, response, own);
    else if (
      !cometd.answer(org(), path, request, response) &&
      !answerMetadata(org(), path, request, response, adminToken) &&
      !answerSoap(org(), path, request, response, adminToken) &&
      !answerOAuth(org(), path, request, response, own)
    ) {
      send(response, errorAnswer(notFound()));
    }
  });
  return routes;
}

/** Whatever a route answers is held back as long as the org is told to be slow. */
function answerLater(org: Org, response: Response): void {
  if (org.traffic.latency.milliseconds <= 0 && !org.traffic.latency.jitter) return;
  const end = response.end.bind(response) as (...parts: unknown[]) => Response;
  response.end = ((...parts: unknown[]) => {
    org.traffic.later(() => end(...parts));
    return response;
  }) as Response['end'];
}

/** The org goes by the name under which it was called, as a client compares what it gets back. */
function ownUrl(request: Request): string {
  return `http://${request.get('host') ?? 'localhost'}`;
}
