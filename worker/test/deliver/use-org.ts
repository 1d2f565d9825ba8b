import { afterEach } from 'vitest';
import {
  createSalesforceClient,
  type SalesforceClient,
} from '../../src/deliver/salesforce/client.ts';
import { requestToken } from '../../src/deliver/salesforce/token.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { settingsShape, type Org, type OrgCredentials } from '../../src/shared/orgs.ts';
import {
  startSalesforce,
  type LocalOrg,
  type LocalOrgOptions,
} from '../../stand-ins/salesforce/start.ts';
import { createDatabase } from '../kit/database.ts';

export const APP = {
  clientId: 'worker-app',
  clientSecret: 'worker-app-secret',
  username: 'worker@local-org.example',
};

/** The token of the org's administrator. */
export const ADMIN = 'local-admin';

export interface UsedOrg {
  org: LocalOrg;
  client: SalesforceClient;
  pool: Pool;
  /** API calls the org has answered, sign-ins left out. */
  apiCalls: () => number;
  signIns: () => number;
  /** One call to `/sobjects/<path>` as the org's administrator. */
  admin: (method: string, path: string, body?: object) => Promise<{ id: string }>;
}

export interface UseOrgOptions extends LocalOrgOptions {
  credentials?: OrgCredentials;
  deadlineMs?: number;
  /** What is not named is as an admin who changed nothing has it. */
  settings?: Record<string, unknown>;
}

/** Starts local orgs, each with a client and a database of its own, and ends them after each test. */
export function useOrgs(): (options?: UseOrgOptions) => Promise<UsedOrg> {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  return async ({ credentials, deadlineMs, settings = {}, ...options } = {}) => {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 6, 'test');
    endings.push(() => pool.end());
    const org = await startSalesforce({ apps: [APP], adminToken: ADMIN, ...options });
    endings.push(() => org.close());
    const row: Org = {
      id: 'org-1' as OrgId,
      name: 'First org',
      loginUrl: org.url,
      namespace: options.namespace ?? '',
      pubSubEndpoint: 'localhost:1',
      settings: settingsShape.parse(settings),
      connectedAt: '',
      sealedCredentials: 'not opened here',
    };
    await pool.query(
      'insert into cartbridge.org (id, name, login_url, credentials) values ($1, $2, $3, $4)',
      [row.id, row.name, row.loginUrl, row.sealedCredentials],
    );
    const { clientId, clientSecret } = APP;
    const given = credentials ?? { flow: 'client_credentials', clientId, clientSecret };
    const client = createSalesforceClient(
      row,
      () => requestToken(row, given),
      deadlineMs === undefined ? {} : { deadlineMs },
    );
    return {
      org,
      client,
      pool,
      apiCalls: () =>
        org.journal.list().filter(({ path }) => path.includes('/services/data')).length,
      admin: (method, path, body) => callAsAdmin(org, method, path, body),
      signIns: () => org.journal.count('POST', /\/oauth2\/token$/),
    };
  };
}

async function callAsAdmin(
  org: LocalOrg,
  method: string,
  path: string,
  body?: object,
): Promise<{ id: string }> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return (text === '' ? {} : JSON.parse(text)) as { id: string };
}
