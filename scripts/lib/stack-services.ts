import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logLevel } from './environment.ts';
import type { StackPorts } from './ports.ts';
import type { ProcessOptions } from './processes.ts';
import type { StackSecrets } from './secrets.ts';
import { listensOn, type ServiceOptions } from './service.ts';
import type { StackDescription } from './stack-file.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** What every process of a stack is made from. */
export interface StackParts {
  home: string;
  ports: StackPorts;
  secrets: StackSecrets;
  databaseUrl: string;
  namespace: string;
  clarity: ClarityManner;
  workEnv: Record<string, string>;
}

/** In what manner the local Clarity shop is an installation; by the contract's book when empty. */
export interface ClarityManner {
  /** `polling`: it tells nothing, and the worker asks. */
  feed?: 'webhooks' | 'polling';
  /** Without a change for so long a cart counts as abandoned; 60 when absent. */
  idleMinutes?: number;
  /** True: its records have other names, and it is connected with their table of paths. */
  renamed?: boolean;
  /** True: it proves its events by a secret in a header of its own, not by signatures. */
  headerProof?: boolean;
}

/** The user whom the local org knows as the worker's. */
export const WORKER_USERNAME = 'worker@local-org.example';
/** The local org's row in the worker's database. */
const ORG_ID = 'local';

export const url = (port: number): string => `http://127.0.0.1:${port}`;

/** A program of these sources, with a log of its own. */
export function script(
  parts: StackParts,
  name: string,
  path: string,
  args: string[],
): ProcessOptions {
  return {
    name,
    program: process.execPath,
    args: [join(ROOT, path), ...args],
    cwd: ROOT,
    logFile: join(parts.home, 'logs', `${name}.log`),
  };
}

/** The folder through which package versions come from the stack's hub to its org. */
export const packagesFolder = (home: string): string => join(home, 'packages');

export function salesforceService(parts: StackParts): ServiceOptions {
  const { home, ports, secrets } = parts;
  const { clientId, publicKeyPem, adminToken } = secrets.salesforce;
  const apps = join(home, 'salesforce-apps.json');
  const redirectUris = [`${url(ports.worker)}/connect/salesforce/callback`];
  const registered = [{ clientId, publicKeyPem, username: WORKER_USERNAME, redirectUris }];
  writeFileSync(apps, JSON.stringify(registered), { mode: 0o600 });
  return {
    ...script(parts, 'salesforce', 'worker/stand-ins/salesforce/main.ts', [
      ...['--port', String(ports.salesforce)],
      ...['--pubsub-port', String(ports.pubsub)],
      ...['--file', join(home, 'salesforce.jsonl')],
      ...['--apps', apps],
      ...['--admin-token', adminToken],
      // What it holds comes by a deploy, or by installing the package: see deploy-package.ts.
      ...['--empty', '--packages', packagesFolder(home)],
      // Whose outbox the control page shows, once it is there.
      ...['--engagement-url', url(ports.engagement)],
    ]),
    ready: listensOn(ports.salesforce),
  };
}

/** Of the local business unit. */
const BUSINESS_UNIT_ID = '0UvLB0000000001AAA';

export function engagementService(parts: StackParts): ServiceOptions {
  const { home, ports, secrets, namespace } = parts;
  return {
    ...script(parts, 'engagement', 'worker/stand-ins/engagement/main.ts', [
      ...['--port', String(ports.engagement)],
      ...['--file', join(home, 'engagement.jsonl')],
      ...['--salesforce-url', url(ports.salesforce)],
      ...['--access-token', secrets.salesforce.adminToken],
      ...['--business-unit-id', BUSINESS_UNIT_ID],
      ...['--recipe', 'abandoned-cart'],
      ...(namespace ? ['--namespace', namespace] : []),
    ]),
    ready: listensOn(ports.engagement),
  };
}

/** The screens, built from the sources and shown as the org's users see them. */
export function lightningService(parts: StackParts): ServiceOptions {
  const { ports, secrets, namespace } = parts;
  return {
    ...script(parts, 'lightning', 'worker/stand-ins/lightning/main.ts', [
      ...['--port', String(ports.lightning)],
      ...['--salesforce-url', url(ports.salesforce)],
      ...['--access-token', secrets.salesforce.adminToken],
      '--sales-user',
      ...(namespace ? ['--namespace', namespace] : []),
    ]),
    ready: listensOn(ports.lightning),
  };
}

export const engagementDescription = ({
  ports,
}: StackParts): NonNullable<StackDescription['engagement']> => ({
  url: url(ports.engagement),
  businessUnitId: BUSINESS_UNIT_ID,
});

function workerScript(parts: StackParts, name: string, path: string): ProcessOptions {
  const { ports, secrets } = parts;
  const env = {
    DATABASE_URL: parts.databaseUrl,
    CARTBRIDGE_KEYS: secrets.keys,
    PORT: String(ports.worker),
    LOG_LEVEL: logLevel(),
    WORKER_URL: url(ports.worker),
    SALESFORCE_CLIENT_ID: secrets.salesforce.clientId,
    // A public app: it proves itself by its verifier alone.
    SALESFORCE_CLIENT_SECRET: undefined,
    SALESFORCE_LOGIN_URL: url(ports.salesforce),
    LIGHTNING_URL: url(ports.lightning),
    SALESFORCE_PUBSUB_ENDPOINT: `localhost:${ports.pubsub}`,
    BIGCOMMERCE_URL: url(ports.bigcommerce),
  };
  return { ...script(parts, name, path, []), env };
}

export const release = (parts: StackParts): ProcessOptions =>
  workerScript(parts, 'release', 'worker/src/release.ts');

export const webService = (parts: StackParts): ServiceOptions => ({
  ...workerScript(parts, 'web', 'worker/src/web.ts'),
  ready: listensOn(parts.ports.worker),
});

export function workService(parts: StackParts): ServiceOptions {
  const { env, ...service } = workerScript(parts, 'work', 'worker/src/work.ts');
  return { ...service, env: { ...env, ...parts.workEnv } };
}

/** Makes the worker know the local org and a shop, and a shop whose API can the worker. */
export function connect(parts: StackParts, shop: object): ProcessOptions {
  const input = {
    org: {
      id: ORG_ID,
      name: 'Local org',
      loginUrl: url(parts.ports.salesforce),
      instanceUrl: url(parts.ports.salesforce),
      namespace: parts.namespace,
      clientId: parts.secrets.salesforce.clientId,
      username: WORKER_USERNAME,
      pubSubEndpoint: `localhost:${parts.ports.pubsub}`,
      privateKeyPem: parts.secrets.salesforce.privateKeyPem,
    },
    shop,
  };
  return {
    ...workerScript(parts, 'connect', 'scripts/connect.ts'),
    input: JSON.stringify(input),
  };
}

/** What `stack.json` says of a stack, but for what not every stack has. */
export function describe(parts: StackParts): StackDescription {
  const { salesforce } = parts.secrets;
  return {
    worker: { url: url(parts.ports.worker) },
    salesforce: {
      instanceUrl: url(parts.ports.salesforce),
      pubSubEndpoint: `localhost:${parts.ports.pubsub}`,
      accessToken: salesforce.adminToken,
      apiVersion: '66.0',
      namespace: parts.namespace,
      clientId: salesforce.clientId,
      username: WORKER_USERNAME,
    },
  };
}
