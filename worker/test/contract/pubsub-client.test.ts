import { Connection } from 'jsforce';
import PubSubApiClient from 'salesforce-pubsub-api-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { waitFor } from '../kit/wait-for.ts';
import {
  deployEvent,
  deployMember,
  startOrgWithEvents,
  type Heard,
} from '../stand-ins/salesforce/events-kit.ts';
import { ADMIN_TOKEN, askAs, CLIENT_ID, CLIENT_SECRET } from '../stand-ins/salesforce/kit.ts';
import { deployTo, document } from '../stand-ins/salesforce/metadata-kit.ts';

const CHANNEL = '/data/Commerce__chn';
const COMMANDS = '/event/Command__e';
const HOUR_MS = 60 * 60 * 1000;

const quiet = { debug: hush, info: hush, warn: hush, error: hush };
function hush(): void {
  // The client reports to the console what it also hands to its callback.
}

let org: LocalOrg;
let workerId = '';
const ask = askAs(() => org);
const clients: PubSubApiClient[] = [];

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(async () => {
  org.reset();
  await deployMember(org, 'ContactChangeEvent');
  await deployEvent(org);
  await letWorkerSeeAll();
});
afterAll(async () => {
  for (const client of clients) client.close();
  await org.close();
});

async function letWorkerSeeAll(): Promise<void> {
  const grants = ['ApiEnabled', 'ModifyAllData', 'ViewAllData'].map(
    (name) => `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`,
  );
  await deployTo(
    org,
    { PermissionSet: ['Sees_All'] },
    {
      'permissionsets/Sees_All.permissionset': document(
        'PermissionSet',
        `<label>Sees all</label>${grants.join('')}`,
      ),
    },
  );
  workerId = String(org.query("SELECT Id FROM User WHERE Alias = 'cbworker'")[0]?.Id);
  const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Sees_All'");
  const body = { AssigneeId: workerId, PermissionSetId: set?.Id };
  await ask('POST', 'sobjects/PermissionSetAssignment', body);
}

/** The client as its readme has it, signing in by itself; nothing is changed but its addresses. */
async function connect(): Promise<PubSubApiClient> {
  const client = new PubSubApiClient(
    {
      authType: 'oauth-client-credentials',
      loginUrl: org.url,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      pubSubEndpoint: org.pubSubUrl,
      rejectUnauthorizedSsl: false,
    },
    quiet,
  );
  await client.connect();
  clients.push(client);
  return client;
}

interface Inbox {
  events: Heard[];
  ends: unknown[];
}

type Callback = Parameters<PubSubApiClient['subscribe']>[1];

/** A callback that keeps what comes. */
function inbox(): Inbox & { callback: Callback } {
  const kept: Inbox = { events: [], ends: [] };
  const callback = (_: unknown, type: string, data?: unknown): void => {
    if (type === 'event') kept.events.push(data as Heard);
    if (type === 'error' || type === 'end') kept.ends.push(data);
  };
  return { ...kept, callback: callback as Callback };
}

const come = (list: unknown[], count = 1) =>
  waitFor(() => list.length >= count, { what: `${count} from the client`, timeoutMs: 4000 });
const subscribed = () => waitFor(() => org.countEventStreams() > 0, { what: 'the subscription' });

function writer(client: string): Connection {
  return new Connection({
    instanceUrl: org.url,
    accessToken: ADMIN_TOKEN,
    version: '66.0',
    callOptions: { client },
  });
}

test('a subscriber decodes what jsforce changed, and who changed it by which client', async () => {
  const box = inbox();
  (await connect()).subscribe(CHANNEL, box.callback);
  await subscribed();
  const contacts = writer('cartbridge').sobject('Contact');
  const { id = '' } = await contacts.create({ LastName: 'Doe', Email: 'doe@shop.example' });
  await contacts.update({ Id: id, LastName: 'Roe', Email: null });
  await come(box.events, 2);
  const changes = box.events.map(({ payload }) => payload.ChangeEventHeader);
  expect(changes.map(({ changeType }) => changeType).sort()).toEqual(['CREATE', 'UPDATE']);
  expect(changes.find(({ changeType }) => changeType === 'UPDATE')).toMatchObject({
    entityName: 'Contact',
    recordIds: [id],
    changeOrigin: 'com/salesforce/api/rest/66.0;client=cartbridge',
    changedFields: ['Email', 'LastModifiedDate', 'Name.LastName'],
    nulledFields: ['Email'],
    commitNumber: expect.any(BigInt) as unknown,
  });
});

test('a subscriber knows its own writes by the user who committed them', async () => {
  const client = await connect();
  const box = inbox();
  client.subscribe(CHANNEL, box.callback);
  await subscribed();
  const own = new Connection({ loginUrl: org.url, instanceUrl: org.url, version: '66.0' });
  await own.authorize({
    grant_type: 'client_credentials',
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
  });
  await own.sobject('Contact').create({ LastName: 'Own' });
  await writer('somebody').sobject('Contact').create({ LastName: 'Foreign' });
  await come(box.events, 2);
  const foreign = box.events.filter(
    ({ payload }) => payload.ChangeEventHeader.commitUser !== workerId,
  );
  expect(foreign.map(({ payload }) => payload.Name)).toMatchObject([{ LastName: 'Foreign' }]);
});

test('after a stream was dropped nothing is lost', async () => {
  const before = inbox();
  (await connect()).subscribe(CHANNEL, before.callback);
  await subscribed();
  const contacts = writer('test').sobject('Contact');
  await contacts.create({ LastName: 'One' });
  await come(before.events);
  org.dropEventStreams();
  await come(before.ends);
  for (const LastName of ['Two', 'Three']) await contacts.create({ LastName });
  const after = inbox();
  const from = before.events[0]?.replayId ?? 0;
  (await connect()).subscribeFromReplayId(CHANNEL, after.callback, null, from);
  await come(after.events, 2);
  await contacts.create({ LastName: 'Four' });
  await come(after.events, 3);
  const names = after.events.map(({ payload }) => (payload.Name as { LastName: string }).LastName);
  expect(names.sort()).toEqual(['Four', 'Three', 'Two']);
});

test('it publishes one event and a batch, and hears them from the earliest on', async () => {
  const client = await connect();
  const command = (Action__c: string) => ({
    CreatedDate: Date.now(),
    CreatedById: workerId,
    Action__c: { string: Action__c },
    Amount__c: null,
    Due__c: null,
  });
  await client.publish(COMMANDS, command('One'));
  const responses: { results: unknown[] }[] = [];
  const events = ['Two', 'Three'].map((name) => ({ id: name, payload: command(name) }));
  const onPublish = (_: unknown, type: string, data?: unknown): void => {
    if (type === 'publishResponse') responses.push(data as { results: unknown[] });
  };
  await client.publishBatch(COMMANDS, events, onPublish);
  await come(responses);
  expect(responses[0]?.results).toHaveLength(2);
  const box = inbox();
  client.subscribeFromEarliestEvent(COMMANDS, box.callback);
  await come(box.events, 3);
  expect(box.events.map(({ payload }) => payload.Action__c).sort()).toEqual([
    'One',
    'Three',
    'Two',
  ]);
});

test('72 hours later the place it left is gone', async () => {
  const box = inbox();
  (await connect()).subscribe(CHANNEL, box.callback);
  await subscribed();
  await writer('test').sobject('Contact').create({ LastName: 'Old' });
  await come(box.events);
  await org.clock.advance(72 * HOUR_MS);
  const late = inbox();
  const from = box.events[0]?.replayId ?? 0;
  (await connect()).subscribeFromReplayId(CHANNEL, late.callback, null, from);
  await come(late.ends);
  expect(String(late.ends[0])).toMatch(/INVALID_ARGUMENT: The Replay ID validation failed/);
});
