import { afterAll, beforeAll } from 'vitest';
import { startLightning, type LocalLightning } from '../../stand-ins/lightning/start.ts';
import { SALES_USERNAME } from '../../stand-ins/lightning/server/sales-user.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { waitFor } from '../kit/wait-for.ts';

export const ADMIN_TOKEN = '00Dadmin!token';
const FIRST_BUILD_MS = 120_000;
const CLEARED = [
  'Sync_Issue__c',
  'Match_Review__c',
  'Sync_Job__c',
  'Worker_Status__c',
  'Order__c',
  'Mapping__c',
  'Shop__c',
];

type Fields = Record<string, unknown>;

/** An org with the package, the real screens before it, and a worker played by the test. */
export interface SetupScreens {
  org: LocalOrg;
  lightning: LocalLightning;
  /** A user who may look and not change. */
  reader: string;
  create: (object: string, fields: Fields) => Promise<string>;
  /** Changes a record, as the worker or another user does. */
  change(object: string, id: string, fields: Fields): Promise<void>;
  /** Deletes a record, as another user does. */
  remove(id: string): Promise<void>;
  /** Writes the worker's record; what is not named stays. */
  report(fields: Fields): Promise<void>;
  /** Waits for a job that the screen asks for, ends it as the worker does, and tells of it. */
  endJob(type: string, fields: Fields): Promise<Fields>;
  /** Changes a job as the worker does, and tells of it. */
  moveJob(id: string, fields: Fields): Promise<void>;
  rows(soql: string): Fields[];
  /** Takes away what tests before this one left: people find an org that is new. */
  clear(): Promise<void>;
}

/** For a whole test file. With a namespace, every name of the package carries it in the org. */
export function startSetupScreens(namespace = '', formats = {}): SetupScreens {
  const screens = {} as SetupScreens;
  const named = (text: string) =>
    namespace ? text.replace(/\b(?=[A-Z]\w*__[cer]\b)/g, `${namespace}__`) : text;
  const plain = (row: Fields): Fields =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        namespace ? name.replace(`${namespace}__`, '') : name,
        value,
      ]),
    );

  async function send(method: string, path: string, fields: Fields): Promise<string> {
    const body = Object.fromEntries(Object.entries(fields).map(([key, v]) => [named(key), v]));
    const response = await fetch(`${screens.org.url}/services/data/v66.0/sobjects/${named(path)}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return text ? (JSON.parse(text) as { id: string }).id : '';
  }

  beforeAll(async () => {
    const org = await startSalesforce({ adminToken: ADMIN_TOKEN, namespace, pubSubPort: 0 });
    const salesforce = { instanceUrl: org.url, accessToken: ADMIN_TOKEN };
    const lightning = await startLightning({
      salesforce,
      namespace,
      salesUser: !namespace,
      formats,
    });
    const rows = (soql: string) => org.query(named(soql)).map((row) => plain(row as Fields));
    Object.assign(screens, { org, lightning, rows, reader: SALES_USERNAME });
  }, FIRST_BUILD_MS);
  afterAll(async () => {
    await screens.lightning.close();
    await screens.org.close();
  });

  screens.create = (object, fields) => send('POST', object, fields);
  screens.change = async (object, id, fields) => {
    await send('PATCH', `${object}/${id}`, fields);
  };
  screens.remove = async (id) => {
    await callCollections(screens.org, 'DELETE', `?ids=${id}`);
  };
  screens.report = async (fields) => {
    await send('PATCH', 'Worker_Status__c/External_Id__c/worker', { Name: 'Worker', ...fields });
    await send('POST', 'Sync_Signal__e', { Kind__c: 'status' });
  };
  screens.moveJob = async (id, fields) => {
    await send('PATCH', `Sync_Job__c/${id}`, { Heard_At__c: new Date().toISOString(), ...fields });
    await send('POST', 'Sync_Signal__e', { Kind__c: 'job', Record_Ids__c: id });
  };
  screens.endJob = async (type, fields) => {
    const find = () =>
      screens.rows(
        `SELECT Id, Shop__c, Input__c FROM Sync_Job__c
         WHERE Type__c = '${type}' AND Status__c = 'Requested'`,
      );
    await waitFor(() => find().length > 0, { what: `the screen to ask for "${type}"` });
    const [job = {}] = find();
    await screens.moveJob(String(job.Id), {
      ...{ Status__c: 'Done', Finished_At__c: new Date().toISOString() },
      ...fields,
    });
    return job;
  };
  screens.clear = async () => {
    const ids = CLEARED.flatMap((object) => screens.rows(`SELECT Id FROM ${object}`)).map(
      ({ Id }) => String(Id),
    );
    if (ids.length > 0) await callCollections(screens.org, 'DELETE', `?ids=${ids.join(',')}`);
  };
  return screens;
}

/** Writes or deletes up to 200 records at once; throws when one of them was refused. */
export async function callCollections(
  org: LocalOrg,
  method: string,
  query: string,
  body?: object,
): Promise<void> {
  const response = await fetch(`${org.url}/services/data/v66.0/composite/sobjects${query}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"success":false')) throw new Error(`${method}: ${text}`);
}
