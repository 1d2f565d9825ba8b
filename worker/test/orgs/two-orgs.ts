import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { freePort } from '../../../scripts/lib/ports.ts';
import { connect, type Connection } from '../../src/connect.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { createVault } from '../../src/shared/secrets.ts';
import { startBigCommerce, type LocalStore } from '../../stand-ins/bigcommerce/start.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { createDatabase } from '../kit/database.ts';
import { startWorker, type Worker } from '../kit/processes.ts';

/** One customer of ours: an org, its shop, and what only they may know. */
export interface Side {
  org: LocalOrg;
  store: LocalStore;
  orgId: string;
  shopId: string;
  webhookUrl: string;
  /** What must never be seen in the open. */
  secrets: string[];
}

export interface TwoOrgs {
  a: Side;
  b: Side;
  worker: Worker;
  pool: Pool;
  close(): Promise<void>;
}

const USERNAME = 'worker@local-org.example';
const ITEMS = [{ productId: 77, quantity: 1 }];

/** Two orgs with a shop each, side by side on one worker: A signs in by JWT, B with a secret. */
export async function openTwoOrgs(): Promise<TwoOrgs> {
  const endings: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of endings.splice(0).toReversed()) await end();
  };
  try {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 3, 'test');
    endings.push(() => pool.end());
    const key = randomBytes(32);
    const vault = createVault([{ kid: 'k1', key }]);
    const port = await freePort();

    async function openSide(name: string, signIn: SignIn): Promise<Side> {
      const org = await startSalesforce({ apps: [{ ...signIn.app, username: USERNAME }] });
      endings.push(() => org.close());
      const store = await startBigCommerce({
        storeHash: `hash${name}`,
        accessToken: `shop-token-${name}-${randomBytes(8).toString('hex')}`,
        clientSecret: `shop-secret-${name}-${randomBytes(8).toString('hex')}`,
        quota: 10_000,
      });
      endings.push(() => store.close());
      const webhookUrl = `http://127.0.0.1:${port}/webhooks/bigcommerce/shop-${name}`;
      await connect(pool, vault, connectionOf(name, { org, store, signIn, webhookUrl }));
      const hookSecret = await hookSecretOf(store);
      return {
        org,
        store,
        orgId: `org-${name}`,
        shopId: `shop-${name}`,
        webhookUrl,
        secrets: [store.accessToken, store.clientSecret, hookSecret, ...signIn.secrets],
      };
    }

    const [a, b] = [await openSide('a', byJwt()), await openSide('b', bySecret())];
    const keys = `k1:${key.toString('base64url')}`;
    const worker = await startWorker({ databaseUrl: database.url, keys, port });
    endings.push(() => worker.stop());
    return { a, b, worker, pool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface SignIn {
  app: { clientId: string; clientSecret?: string; publicKeyPem?: string };
  given: Partial<Connection['org']>;
  secrets: string[];
}

function byJwt(): SignIn {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const privateKeyPem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // One line of the key is enough to know it by, however its line ends were written.
  const secrets = [privateKeyPem.split('\n')[3] ?? privateKeyPem];
  const given = { username: USERNAME, privateKeyPem };
  return { app: { clientId: 'app-a', publicKeyPem }, given, secrets };
}

function bySecret(): SignIn {
  const clientSecret = `org-secret-b-${randomBytes(8).toString('hex')}`;
  return {
    app: { clientId: 'app-b', clientSecret },
    given: { clientSecret },
    secrets: [clientSecret],
  };
}

function connectionOf(
  name: string,
  parts: { org: LocalOrg; store: LocalStore; signIn: SignIn; webhookUrl: string },
): Connection {
  const { org, store, signIn, webhookUrl } = parts;
  const { clientId } = signIn.app;
  return {
    org: {
      id: `org-${name}`,
      name: `Org ${name}`,
      loginUrl: org.url,
      namespace: '',
      pubSubEndpoint: 'localhost:1',
      settings: {},
      clientId,
      ...signIn.given,
    },
    shop: {
      id: `shop-${name}`,
      platform: 'bigcommerce',
      apiUrl: store.apiUrl,
      storeHash: store.storeHash,
      accessToken: store.accessToken,
      clientSecret: store.clientSecret,
      webhookUrl,
    },
  };
}

/** What the worker told the shop to send along with every delivery. */
async function hookSecretOf(store: LocalStore): Promise<string> {
  const headers = { 'x-auth-token': store.accessToken, accept: 'application/json' };
  const response = await fetch(`${store.apiUrl}/v3/hooks?limit=250`, { headers });
  const { data } = (await response.json()) as { data: { headers: Record<string, string> }[] };
  const [secret] = Object.values(data[0]?.headers ?? {});
  if (!secret) throw new Error('The shop knows no hook with a secret.');
  return secret;
}

export function placeOrder({ store }: Side, email: string): number {
  const wish = { email, firstName: 'Kim', lastName: 'Berg', items: ITEMS };
  return store.shoppers.placeOrder(wish).orderId;
}

/** Addresses of the orders that are in the org. */
export function ordersIn({ org }: Side): string[] {
  return org
    .query('SELECT Email__c FROM Order__c ORDER BY External_Id__c')
    .map((order) => String(order.Email__c));
}
