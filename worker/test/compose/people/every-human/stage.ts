import type { Heard } from '../../../../src/compose/shops/heard.ts';
import type { OpenShop } from '../../../../src/compose/shops/open-shops.ts';
import { createSweep, type Sweep } from '../../../../src/control/people/sweep.ts';
import {
  createSalesforceClient,
  type SalesforceClient,
} from '../../../../src/deliver/salesforce/client.ts';
import { requestToken } from '../../../../src/deliver/salesforce/token.ts';
import { createPool, type Pool } from '../../../../src/shared/database/pool.ts';
import type { OrgId, ShopId } from '../../../../src/shared/ids.ts';
import { settingsShape } from '../../../../src/shared/orgs.ts';
import { startSalesforce, type LocalOrg } from '../../../../stand-ins/salesforce/start.ts';
import { ADMIN, APP } from '../../../deliver/use-org.ts';
import { createDatabase } from '../../../kit/database.ts';
import { openUsers, type Users } from './salesforce-users.ts';
import { SHOPS, type Script, type ShopName } from './script.ts';
import { openFloor, type ShopFloor } from './shop-floor.ts';

/** One admin's policy: an org of the books with two shops. Both policies work in one Salesforce org. */
export interface Policy {
  acrossShops: boolean;
  orgId: OrgId;
  shops: Record<ShopName, ShopFloor & { open: OpenShop }>;
  /** One for each worker. */
  clients: [SalesforceClient, SalesforceClient];
  sweep: Sweep;
}

export interface Stage {
  org: LocalOrg;
  users: Users;
  /** An Account for the contacts of reps. */
  account: string;
  /** One for each worker, as two processes would have. */
  pools: [Pool, Pool];
  policies: Policy[];
  close(): Promise<void>;
}

export function shopIdOf(acrossShops: boolean, shop: ShopName): ShopId {
  return `${acrossShops ? 'x' : 'y'}${shop.toLowerCase()}` as ShopId;
}

export async function openStage(): Promise<Stage> {
  const database = await createDatabase();
  const pools: [Pool, Pool] = [
    createPool(database.url, 6, 'test'),
    createPool(database.url, 6, 'test'),
  ];
  const org = await startSalesforce({ apps: [APP], adminToken: ADMIN });
  const users = openUsers(org);
  const [account = ''] = await users.make('Account', [{ Name: 'Towels' }]);
  const policies = await Promise.all(
    [true, false].map((across) => openPolicy(org, pools[0], across)),
  );
  return {
    ...{ org, users, account, pools, policies },
    async close() {
      await org.close();
      for (const pool of pools) await pool.end();
      await database.drop();
    },
  };
}

async function openPolicy(org: LocalOrg, pool: Pool, acrossShops: boolean): Promise<Policy> {
  const orgId = (acrossShops ? 'across' : 'apart') as OrgId;
  await pool.query(
    `insert into cartbridge.org (id, name, login_url, credentials) values ($1, $1, $2, '')`,
    [orgId, org.url],
  );
  const row = {
    ...{ id: orgId, name: orgId, loginUrl: org.url, namespace: '', connectedAt: '' },
    ...{ pubSubEndpoint: 'localhost:1', sealedCredentials: '' },
    settings: settingsShape.parse({ matching: { emailAcrossShops: acrossShops } }),
  };
  const { clientId, clientSecret } = APP;
  const credentials = { flow: 'client_credentials', clientId, clientSecret } as const;
  const newClient = (): SalesforceClient =>
    createSalesforceClient(row, () => requestToken(row, credentials));
  const clients: Policy['clients'] = [newClient(), newClient()];
  const [A, B] = await Promise.all(SHOPS.map((shop) => openShop(pool, orgId, acrossShops, shop)));
  if (!A || !B) throw new Error('There are two shops.');
  const sweep = createSweep(pool, clients[0], { waitsMs: [10, 20] });
  await sweep();
  return { acrossShops, orgId, shops: { A, B }, clients, sweep };
}

async function openShop(
  pool: Pool,
  orgId: OrgId,
  acrossShops: boolean,
  name: ShopName,
): Promise<ShopFloor & { open: OpenShop }> {
  const id = shopIdOf(acrossShops, name);
  await pool.query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
     values ($1, $2, 'bigcommerce', '', $1, $1, '')`,
    [id, orgId],
  );
  const floor = openFloor(name);
  const shop = {
    ...{ id, orgId, platform: 'bigcommerce', label: 'BigCommerce', apiUrl: '', producer: id },
    ...{ name: id, storefrontUrl: 'https://shop.example', currency: 'USD', webhookUrl: '' },
    ...{ sealedSecrets: '', timeZone: 'UTC', settings: {} },
  };
  // What a delivery says travels in its body.
  const open: OpenShop = {
    ...{ shop, reader: floor.reader },
    hear: (events) =>
      events.reduce<Heard>((all, { body }) => ({ ...all, ...(JSON.parse(body) as Heard) }), {}),
  };
  return { ...floor, open };
}

export function policyOf(
  { policies }: Stage,
  { acrossShops }: Pick<Script, 'acrossShops'>,
): Policy {
  const found = policies.find((policy) => policy.acrossShops === acrossShops);
  if (!found) throw new Error('There is no such policy.');
  return found;
}
