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
}

/** The user whom the local org knows as the worker's. */
export const WORKER_USERNAME = 'worker@local-org.example';
/** The local org's and shop's rows in the worker's database. */
const ORG_ID = 'local';
const SHOP_ID = 'local-shop';

export const url = (port: number): string => `http://127.0.0.1:${port}`;
export const shopApiUrl = ({ ports, secrets }: StackParts): string =>
  `${url(ports.bigcommerce)}/stores/${secrets.bigcommerce.storeHash}`;

function script(parts: StackParts, name: string, path: string, args: string[]): ProcessOptions {
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

export function bigcommerceService(parts: StackParts): ServiceOptions {
  const { storeHash, accessToken, clientId, clientSecret } = parts.secrets.bigcommerce;
  return {
    ...script(parts, 'bigcommerce', 'worker/stand-ins/bigcommerce/main.ts', [
      ...['--port', String(parts.ports.bigcommerce)],
      ...['--file', join(parts.home, 'bigcommerce.jsonl')],
      ...['--store-hash', storeHash],
      ...['--access-token', accessToken],
      ...['--client-id', clientId],
      ...['--client-secret', clientSecret],
    ]),
    ready: listensOn(parts.ports.bigcommerce),
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

export const workService = (parts: StackParts): ServiceOptions =>
  workerScript(parts, 'work', 'worker/src/work.ts');

/** Makes the worker know the local org and shop, and the shop know the worker. */
export function connect(parts: StackParts): ProcessOptions {
  const { storeHash, accessToken, clientId, clientSecret } = parts.secrets.bigcommerce;
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
    shop: {
      id: SHOP_ID,
      platform: 'bigcommerce',
      apiUrl: shopApiUrl(parts),
      ...{ storeHash, accessToken, clientId, clientSecret },
      webhookUrl: `${url(parts.ports.worker)}/webhooks/bigcommerce/${SHOP_ID}`,
    },
  };
  return {
    ...workerScript(parts, 'connect', 'scripts/connect.ts'),
    input: JSON.stringify(input),
  };
}

/** What `stack.json` says of a stack. */
export function describe(parts: StackParts): StackDescription {
  const { salesforce, bigcommerce } = parts.secrets;
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
    bigcommerce: { apiUrl: shopApiUrl(parts), ...bigcommerce },
  };
}
