import { randomUUID } from 'node:crypto';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { follow, type Followed } from '../../../src/compose/people/follow.ts';
import {
  createSalesforceClient,
  type SalesforceClient,
} from '../../../src/deliver/salesforce/client.ts';
import { requestToken } from '../../../src/deliver/salesforce/token.ts';
import type { Pool } from '../../../src/shared/database/pool.ts';
import type { OrgId, PersonId, SalesforceId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { ADMIN, APP } from '../../deliver/use-org.ts';
import { useDatabase } from '../use-database.ts';

type Fields = Record<string, unknown>;

/** People of the books and their records in an org, which other people change. */
export interface People {
  org: LocalOrg;
  pool: Pool;
  client: SalesforceClient;
  orgId: OrgId;
  admin: Admin;
  /** A person who is a record of Salesforce; named by their key, such as `guest:a` or `customer:1`. */
  add(name: string, object: string, salesforceId: string): Promise<PersonId>;
  /** An order or cart of theirs, in the books and in Salesforce; answers its id there. */
  own(person: PersonId, key: string, fields: Fields): Promise<string>;
  /** What the books say of a person; undefined where they do not know them. */
  find(person: PersonId): Promise<Fields | undefined>;
  /** Records that were theirs, and why they no longer are. */
  former(): Promise<Fields[]>;
}

/** What an administrator does. */
export interface Admin {
  create(object: string, fields: Fields): Promise<string>;
  update(object: string, id: string, fields: Fields): Promise<void>;
  remove(object: string, id: string): Promise<void>;
  undelete(id: string): Promise<void>;
  merge(object: string, winner: string, ...losers: string[]): Promise<void>;
  /** Answers the contact's id. */
  convert(lead: string, wish?: Fields): Promise<string>;
}

/** One local org and database for a file of tests; each test begins with both empty. */
export function usePeople(options: { pubSub?: boolean } = {}): () => People {
  const { pool, newOrg } = useDatabase();
  let org: LocalOrg;
  let people: People;
  beforeAll(async () => {
    org = await startSalesforce({
      ...{ apps: [APP], adminToken: ADMIN },
      ...(options.pubSub && { pubSubPort: 0 }),
    });
  });
  afterAll(() => org.close());
  beforeEach(async () => {
    org.reset();
    const orgId = await newOrg();
    await pool().query(
      `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
       values ($1, $1, 'bigcommerce', '', $1, 'Shop', '')`,
      [orgId],
    );
    people = open(org, pool(), orgId);
  });
  return () => people;
}

function open(org: LocalOrg, pool: Pool, orgId: OrgId): People {
  const { clientId, clientSecret } = APP;
  const row = {
    ...{ id: orgId, name: 'Org', loginUrl: org.url, namespace: '', connectedAt: '' },
    ...{ pubSubEndpoint: org.pubSubUrl, sealedCredentials: '' },
    settings: settingsShape.parse({}),
  };
  const credentials = { flow: 'client_credentials', clientId, clientSecret } as const;
  const admin = adminOf(org);
  return {
    ...{ org, pool, orgId, admin },
    client: createSalesforceClient(row, () => requestToken(row, credentials)),
    async add(name, object, salesforceId) {
      const id = randomUUID() as string as PersonId;
      const key = `${orgId}:${name}`;
      await pool.query(
        `insert into cartbridge.person (id, org_id, customer_key, object, salesforce_id)
         values ($1, $2, $3, $4, $5)`,
        [id, orgId, key, object, salesforceId],
      );
      await pool.query('insert into cartbridge.person_key values ($1, $2, $3)', [orgId, key, id]);
      return id;
    },
    async own(person, name, fields) {
      const key = `${orgId}:${name}`;
      const [object, ledger] = name.startsWith('order:')
        ? [
            'Order__c',
            `order_ledger (key, org_id, person_id, number, counted, placed_at, net, currency, refunded, interests, modified_at)
             values ($1, $2, $3, '1', true, now(), 10, 'USD', false, '[]', now())`,
          ]
        : [
            'Cart__c',
            `cart_ledger (key, org_id, person_id, status, changed_at)
             values ($1, $2, $3, 'Converted', now())`,
          ];
      await pool.query(`insert into cartbridge.${ledger}`, [key, orgId, person]);
      const id = await admin.create(object, { External_Id__c: key, ...fields });
      await pool.query(
        `insert into cartbridge.written (org_id, object, external_id, salesforce_id, fingerprint)
         values ($1, $2, $3, $4, '')`,
        [orgId, object, key, id],
      );
      return id;
    },
    async find(person) {
      const { rows } = await pool.query<Fields>(
        `select object, salesforce_id as id, account_id as account, opted_out as "optedOut",
                deleted_at is not null as "isDeleted", customer_key as key
         from cartbridge.person where id = $1`,
        [person],
      );
      return rows[0];
    },
    async former() {
      const { rows } = await pool.query<Fields>(
        'select salesforce_id as id, why from cartbridge.former_link where org_id = $1',
        [orgId],
      );
      return rows;
    },
  };
}

function adminOf(org: LocalOrg): Admin {
  const connection = new Connection({ instanceUrl: org.url, accessToken: ADMIN, version: '66.0' });
  // jsforce's types leave out what its schema does not make optional.
  const soap = connection.soap as unknown as {
    merge(request: object): Promise<{ success: boolean; errors: object }>;
    convertLead(wish: object): Promise<{ contactId: string; success: boolean; errors: object }>;
    undelete(ids: string[]): Promise<{ success: boolean; errors: object }[]>;
  };
  function check<Result extends { success: boolean; errors: object }>(result: Result): Result {
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result;
  }
  return {
    create: async (object, fields) => String((await connection.sobject(object).create(fields)).id),
    update: async (object, id, fields) => {
      await connection.sobject(object).update({ Id: id, ...fields });
    },
    remove: async (object, id) => {
      await connection.sobject(object).destroy(id);
    },
    undelete: async (id) => {
      for (const result of await soap.undelete([id])) check(result);
    },
    merge: async (type, Id, ...recordToMergeIds) => {
      check(await soap.merge({ masterRecord: { type, Id }, recordToMergeIds }));
    },
    convert: async (leadId, wish = {}) => {
      const rest = { convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
      return check(await soap.convertLead({ leadId, ...rest, ...wish })).contactId;
    },
  };
}

/** What tests of following do: records of one account, and the worker looking at some of them. */
export function useFollowing(people: () => People): {
  account: () => string;
  contact: (lastName: string, more?: Fields) => Promise<string>;
  lead: (lastName: string, more?: Fields) => Promise<string>;
  followAll: (...ids: string[]) => Promise<Followed>;
} {
  let account: string;
  beforeEach(async () => {
    account = await people().admin.create('Account', { Name: 'Towels' });
  });
  return {
    account: () => account,
    contact: (LastName, more = {}) =>
      people().admin.create('Contact', { LastName, AccountId: account, ...more }),
    lead: (LastName, more = {}) =>
      people().admin.create('Lead', { LastName, Company: 'Towels', ...more }),
    followAll: (...ids) => follow(people().pool, people().client, ids as SalesforceId[]),
  };
}
