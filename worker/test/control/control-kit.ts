import { randomBytes } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { afterEach } from 'vitest';
import { createInbox } from '../../src/buffer/inbox.ts';
import { startWorkLoop } from '../../src/buffer/work-loop.ts';
import { compose } from '../../src/compose/compose.ts';
import { createShopOpener } from '../../src/compose/shops/open-shops.ts';
import { connect } from '../../src/connect.ts';
import { platforms } from '../../src/platforms/index.ts';
import { startControl, type Control } from '../../src/control/start-control.ts';
import { createOrgOpener } from '../../src/deliver/salesforce/open-orgs.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { startQueue } from '../../src/shared/database/queue.ts';
import type { FailureKind } from '../../src/shared/failure.ts';
import type { OrgId, RecordKey, ShopId } from '../../src/shared/ids.ts';
import { createLog } from '../../src/shared/log.ts';
import { createVault } from '../../src/shared/secrets.ts';
import { startBigCommerce, type LocalStore } from '../../stand-ins/bigcommerce/start.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { createDatabase } from '../kit/database.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ADMIN, APP } from '../deliver/use-org.ts';

export const SHOP = 'shop-1' as ShopId;
export const ORG = 'org-1' as OrgId;

type Fields = Record<string, unknown>;

/** An org and a shop that are connected, and people in the org who ask things of the worker. */
export interface Connected {
  org: LocalOrg;
  store: LocalStore;
  pool: Pool;
  boss: PgBoss;
  /** For a command that is run beside the worker. */
  env: Record<'DATABASE_URL' | 'CARTBRIDGE_KEYS', string>;
  /** Starts one process's control. */
  control: () => Control;
  /** Starts what works events off: buffer, compose, deliver. */
  work: () => void;
  /** Makes a job as the administrator does, and answers it once the worker has ended it. */
  ask: (type: string, input?: object, more?: Fields) => Promise<Fields>;
  /** The same without waiting. */
  make: (type: string, input?: object, more?: Fields) => Promise<string>;
  job: (id: string) => Fields | undefined;
  status: () => Fields | undefined;
  issue: (key: RecordKey) => Fields | undefined;
  /** Puts an event aside, as the buffer does. */
  park: (key: RecordKey, kind: FailureKind, details?: Fields) => Promise<void>;
}

export interface ConnectOptions {
  namespace?: string;
  /** Nobody listens where the worker is told to listen. */
  deaf?: boolean;
}

export function useConnected(): (options?: ConnectOptions) => Promise<Connected> {
  const endings: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  return async ({ namespace = '', deaf = false } = {}) => {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 8, 'test');
    endings.push(() => pool.end());
    const boss = await startQueue(pool, false);
    endings.push(() => boss.stop({ graceful: false }));
    const org = await startSalesforce({
      ...{ apps: [APP], adminToken: ADMIN, namespace, pubSubPort: 0 },
    });
    endings.push(() => org.close());
    const store = await startBigCommerce({ quota: 10_000 });
    endings.push(() => store.close());
    const key = randomBytes(32);
    const vault = createVault([{ kid: 'k1', key }]);
    await connect(pool, vault, {
      org: {
        ...{ id: ORG, name: 'First org', loginUrl: org.url, namespace, settings: {} },
        ...{ clientId: APP.clientId, clientSecret: APP.clientSecret },
        pubSubEndpoint: deaf ? 'localhost:1' : org.pubSubUrl,
      },
      shop: {
        ...{ id: SHOP, platform: 'bigcommerce', apiUrl: store.apiUrl },
        ...{ storeHash: store.storeHash, accessToken: store.accessToken },
        clientSecret: store.clientSecret,
        webhookUrl: `http://127.0.0.1:1/webhooks/bigcommerce/${SHOP}`,
      },
    });
    const named = (text: string): string =>
      namespace ? text.replace(/\b(?=[A-Z]\w*__[cr]\b)/g, `${namespace}__`) : text;
    const plain = (record: Fields | undefined): Fields | undefined =>
      record &&
      Object.fromEntries(
        Object.entries(record).map(([name, value]) => [
          namespace ? name.replace(`${namespace}__`, '') : name,
          value,
        ]),
      );
    const first = (soql: string): Fields | undefined => plain(org.query(named(soql))[0]);

    const connected: Connected = {
      ...{ org, store, pool, boss },
      env: { DATABASE_URL: database.url, CARTBRIDGE_KEYS: `k1:${key.toString('base64url')}` },
      control() {
        const control = startControl({
          ...{ pool, boss, vault, platforms, log: createLog('test', 'silent') },
          openShop: createShopOpener(pool, vault, platforms),
          salesforceOf: createOrgOpener(pool, vault),
        });
        endings.push(() => control.stop());
        return control;
      },
      work() {
        const composing = {
          pool,
          openShop: createShopOpener(pool, vault, platforms),
          salesforceOf: createOrgOpener(pool, vault),
        };
        const log = createLog('test', 'silent');
        const loop = startWorkLoop(
          { pool, boss, log, compose: (orgId, tasks) => compose(composing, orgId, tasks) },
          database.url,
        );
        endings.push(() => loop.stop());
      },
      async make(type, input, more = {}) {
        const fields = {
          ...{ Type__c: type, Status__c: 'Requested' },
          ...(input && { Input__c: JSON.stringify(input) }),
          ...more,
        };
        const body = Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [named(name), value]),
        );
        const response = await fetch(
          `${org.url}/services/data/v66.0/sobjects/${named('Sync_Job__c')}`,
          {
            method: 'POST',
            headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
        );
        const answer = (await response.json()) as { id: string };
        if (!response.ok) throw new Error(JSON.stringify(answer));
        return answer.id;
      },
      async ask(type, input, more) {
        const id = await connected.make(type, input, more);
        const ended = (): Fields | undefined => {
          const job = connected.job(id);
          return job?.Finished_At__c ? job : undefined;
        };
        await waitFor(() => ended() !== undefined, { what: `the job "${type}" to end` });
        return ended() ?? {};
      },
      job: (id) =>
        first(
          `SELECT Type__c, Status__c, Wish__c, Message__c, Result__c, Total__c, Completed__c, Failed__c,
           Finished_At__c FROM Sync_Job__c WHERE Id = '${id}'`,
        ),
      status: () =>
        first(
          `SELECT Heard_At__c, Worker_Version__c, Received_24h__c, Written_24h__c, Waiting__c,
           Parked__c, Oldest_Waiting_At__c, Api_Calls_Max__c, Api_Calls_Own__c, Hours__c,
           Problems__c, Preflight__c, Settings__c FROM Worker_Status__c`,
        ),
      issue: (key) =>
        first(
          `SELECT Name, Status__c, Cause__c, What_Happened__c, Who_Can_Fix__c, Code__c, Fields__c,
           Events__c, Payload__c, Reason__c FROM Sync_Issue__c WHERE External_Id__c = '${key}'`,
        ),
      async park(key, kind, details = {}) {
        await createInbox(
          pool,
          boss,
        )({
          ...{ orgId: ORG, shopId: SHOP, scope: 'store/order/updated', recordKey: key },
          idempotencyKey: randomBytes(8).toString('hex'),
          body: JSON.stringify({ data: { id: 1, email: 'ada@example.com' } }),
        });
        await pool.query(
          `update cartbridge.event set state = 'parked', settled_at = now(), taken_at = now(), reason = $2
           where record_key = $1 and state = 'waiting'`,
          [key, { kind, message: 'Salesforce refused it.', nextStep: 'Mend it.', details }],
        );
      },
    };
    return connected;
  };
}
