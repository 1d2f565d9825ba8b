import { CometD, type Message } from 'cometd';
import * as cometdForNode from 'cometd-nodejs-client';
import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { deployEvent } from './events-kit.ts';
import { ADMIN_TOKEN, askAs, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';

const CONTACTS = '/data/ContactChangeEvent';
const HOUR_MS = 60 * 60 * 1000;

interface Told {
  schema: string;
  payload: Record<string, unknown> & { ChangeEventHeader: Record<string, unknown> };
  event: { replayId: number; EventUuid: string };
}

let org: LocalOrg;
const ask = askAs(() => org);
const leaving: (() => void)[] = [];

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => {
  org.reset();
  org.captureChanges('Contact');
});
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
afterAll(async () => org.close());

const contact = async (LastName: string): Promise<string> => create(org, 'Contact', { LastName });
const namesIn = (told: Told[]) =>
  told.map(({ payload }) => (payload.Name as { LastName: string }).LastName);

/** The official client of CometD, for Node; it has shaken hands when this answers. */
async function connectCometD(token = ADMIN_TOKEN): Promise<CometD> {
  cometdForNode.adapt();
  const client = new CometD();
  client.configure({
    url: `${org.url}/cometd/66.0`,
    requestHeaders: { Authorization: `OAuth ${token}` },
    appendMessageTypeToURL: false,
    autoBatch: false,
    logLevel: 'warn',
  });
  client.unregisterTransport('websocket');
  await new Promise<Message>((resolve) => client.handshake(resolve));
  leaving.push(() => client.disconnect());
  return client;
}

/** The types of the client that jsforce hands out do not know this call. */
function disconnect(client: unknown): void {
  (client as { disconnect(): void }).disconnect();
}

/** Subscribes from a place in the stream; answers what comes, and the org's answer. */
async function listen(client: CometD, channel: string, replay = -1) {
  const told: Told[] = [];
  const ext = { replay: { [channel]: replay } };
  const answer = await new Promise<Message>((resolve) => {
    client.subscribe(channel, (message) => void told.push(message.data as Told), { ext }, resolve);
  });
  return { told, answer };
}

async function heard(told: Told[], count: number): Promise<Told[]> {
  await waitFor(() => told.length >= count, { what: `${count} messages`, timeoutMs: 4000 });
  return told;
}

test('the official client hears a change with the header and only the changed fields', async () => {
  const id = await create(org, 'Contact', { LastName: 'Doe', Email: 'doe@shop.example' });
  const client = await connectCometD();
  const { told, answer } = await listen(client, CONTACTS);
  expect(answer.successful).toBe(true);
  await ask('PATCH', `sobjects/Contact/${id}`, { Email: null, Birthdate: '1979-01-15' });
  const [message] = await heard(told, 1);
  expect(message).toEqual({
    schema: expect.stringMatching(/^[\w-]{22}$/) as unknown,
    payload: {
      Email: null,
      Birthdate: '1979-01-15',
      LastModifiedDate: expect.stringMatching(/^\d{4}-.*\.000Z$/) as unknown,
      ChangeEventHeader: {
        commitNumber: expect.any(Number) as unknown,
        commitUser: org.query("SELECT Id FROM User WHERE Alias = 'admin'")[0]?.Id,
        sequenceNumber: 1,
        entityName: 'Contact',
        changeType: 'UPDATE',
        changedFields: ['Email', 'Birthdate', 'LastModifiedDate'],
        changeOrigin: 'com/salesforce/api/rest/66.0',
        transactionKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
        commitTimestamp: expect.any(Number) as unknown,
        recordIds: [id],
      },
    },
    event: { replayId: expect.any(Number) as unknown, EventUuid: expect.any(String) as unknown },
  });
});

test('-2 replays all that is retained, and a replay id what came after it', async () => {
  for (const name of ['One', 'Two', 'Three']) await contact(name);
  const client = await connectCometD();
  const all = await heard((await listen(client, CONTACTS, -2)).told, 3);
  expect(namesIn(all)).toEqual(['One', 'Two', 'Three']);
  const other = await connectCometD();
  const { told } = await listen(other, CONTACTS, all[0]?.event.replayId);
  expect(namesIn(await heard(told, 2))).toEqual(['Two', 'Three']);
});

test('a replay id that is too old is refused with the way out', async () => {
  await contact('Old');
  const first = await connectCometD();
  const [old] = await heard((await listen(first, CONTACTS, -2)).told, 1);
  first.disconnect();
  await org.clock.advance(73 * HOUR_MS);
  const client = await connectCometD();
  const { answer } = await listen(client, CONTACTS, old?.event.replayId);
  expect(answer).toMatchObject({
    successful: false,
    error: `400::The replayId {${old?.event.replayId}} you provided was invalid. Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
  });
});

test('a channel that does not exist and one that is not allowed are refused', async () => {
  const client = await connectCometD();
  expect((await listen(client, '/data/LeadChangeEvent')).answer.error).toBe(
    '400::The channel you requested to subscribe to does not exist {/data/LeadChangeEvent}',
  );
  const { accessToken } = await connectAsWorker(org);
  const worker = await connectCometD(accessToken ?? '');
  expect((await listen(worker, CONTACTS)).answer.error).toMatch(/^403::/);
});

test('a client that was thrown out is told to shake hands again, and hears on', async () => {
  const client = await connectCometD();
  const { told } = await listen(client, CONTACTS);
  await contact('Before');
  const [before] = await heard(told, 1);
  // Subscriptions end with the client they were made by: who is new subscribes anew.
  const again = new Promise<Told[]>((resolve) => {
    client.addListener('/meta/handshake', () => {
      void listen(client, CONTACTS, before?.event.replayId).then((next) => resolve(next.told));
    });
  });
  org.dropEventStreams();
  await contact('Meanwhile');
  expect(namesIn(await heard(await again, 1))).toEqual(['Meanwhile']);
});

test('jsforce streaming hears platform events, with its replay extension', async () => {
  await deployEvent(org);
  await ask('POST', 'sobjects/Command__e', { Action__c: 'Before', Amount__c: 1.5 });
  const channel = '/event/Command__e';
  const connection = connectAsAdmin(org);
  const client = connection.streaming.createClient([new StreamingExtension.Replay(channel, -2)]);
  leaving.push(() => disconnect(client));
  const told: Told[] = [];
  void client.subscribe(channel, (data: unknown) => void told.push(data as Told));
  const [message] = await heard(told, 1);
  expect(message?.payload).toMatchObject({ Action__c: 'Before', Amount__c: 1.5, Due__c: null });
});

test('a session that is over denies the handshake and says why', async () => {
  const expired = new Connection({ instanceUrl: org.url, accessToken: 'gone', version: '66.0' });
  const failure = new Promise((resolve) => {
    const client = expired.streaming.createClient([new StreamingExtension.AuthFailure(resolve)]);
    leaving.push(() => disconnect(client));
    void client.subscribe(CONTACTS, () => undefined);
  });
  expect(await failure).toMatchObject({
    error: '403::Handshake denied',
    ext: { sfdc: { failureReason: '401::Authentication invalid' } },
    advice: { reconnect: 'none' },
  });
});

test('a version that is too old or missing is refused', async () => {
  for (const path of ['/cometd', '/cometd/20.0']) {
    const answer = await fetch(org.url + path, { method: 'POST', body: '[]' });
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({
      status: 400,
      text: expect.stringContaining("URI format: '/cometd/66.0'") as unknown,
    });
  }
});
