import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { listenTo, startOrgWithEvents } from './events-kit.ts';
import { connectAsWorker, create } from './kit.ts';

const CONTACTS = '/data/ContactChangeEvent';
const HOUR_MS = 60 * 60 * 1000;
const CODES = 'sfdc.platform.eventbus.grpc.';

let org: LocalOrg;

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(() => {
  org.reset();
  org.captureChanges('Contact');
});
afterAll(async () => org.close());

const contact = async (LastName: string): Promise<string> => create(org, 'Contact', { LastName });

/** The platform's code and the gRPC status of a refused subscription. */
async function refusalOf(...subscription: Parameters<typeof listenTo>) {
  const listener = await listenTo(...subscription);
  const { data } = await listener.signal('error');
  const error = data as { code: number; metadata: { get(key: string): unknown[] } };
  return { code: error.code, errorCode: error.metadata.get('error-code')[0] };
}

test('the earliest event is still there, and a replay id leads to what came after it', async () => {
  for (const name of ['One', 'Two', 'Three']) await contact(name);
  const all = await (await listenTo(org, CONTACTS, { from: 'earliest' })).heard(3);
  const ids = all.map(({ replayId }) => replayId);
  expect(ids).toEqual([...ids].sort((one, other) => one - other));
  const rest = await listenTo(org, CONTACTS, { from: ids[0] ?? 0 });
  expect((await rest.heard(2)).map(({ replayId }) => replayId)).toEqual(ids.slice(1));
});

test('no more events come than were asked for', async () => {
  const listener = await listenTo(org, CONTACTS, { count: 2 });
  for (const name of ['One', 'Two', 'Three']) await contact(name);
  await listener.signal('lastEvent');
  expect(listener.events).toHaveLength(2);
  listener.client.requestAdditionalEvents(CONTACTS, 1);
  expect(await listener.heard(3)).toHaveLength(3);
});

test('a silent stream tells within 270 seconds that it is alive, with an id to come back to', async () => {
  const listener = await listenTo(org, CONTACTS);
  await org.clock.advance(270_000);
  const { lastReplayId } = await listener.signal('grpcKeepAlive');
  listener.client.close();
  await contact('Meanwhile');
  const later = await listenTo(org, CONTACTS, { from: lastReplayId });
  expect(await later.heard(1)).toHaveLength(1);
});

test('keep-alives can be silenced', async () => {
  const listener = await listenTo(org, CONTACTS);
  org.silenceKeepAlives(true);
  await org.clock.advance(1_000_000);
  await contact('Still there');
  await listener.heard(1);
  expect(listener.signals).toEqual([]);
});

test('a stream of which nothing more is asked ends after a minute', async () => {
  const listener = await listenTo(org, CONTACTS, { count: 1 });
  await contact('Only one');
  await listener.signal('lastEvent');
  await org.clock.advance(60_000);
  await listener.signal('end');
});

test('after 72 hours an event is gone and its replay id is refused', async () => {
  const old = await listenTo(org, CONTACTS);
  await contact('Old');
  const from = (await old.heard(1))[0]?.replayId ?? 0;
  await org.clock.advance(72 * HOUR_MS);
  await contact('New');
  expect(await refusalOf(org, CONTACTS, { from })).toEqual({
    code: 3,
    errorCode: `${CODES}subscription.fetch.replayid.corrupted`,
  });
  const left = await listenTo(org, CONTACTS, { from: 'earliest' });
  const [event] = await left.heard(1);
  expect(event?.payload.Name).toMatchObject({ LastName: 'New' });
});

test('a replay id that was never given out is refused', async () => {
  await contact('One');
  expect((await refusalOf(org, CONTACTS, { from: 999_999 })).errorCode).toBe(
    `${CODES}subscription.fetch.replayid.corrupted`,
  );
});

test('a topic that does not exist is not found', async () => {
  expect(await refusalOf(org, '/data/LeadChangeEvent')).toEqual({
    code: 5,
    errorCode: `${CODES}topic.not.found`,
  });
});

test('a token that is good for nothing is refused', async () => {
  expect(await refusalOf(org, CONTACTS, { token: 'no token' })).toEqual({
    code: 16,
    errorCode: `${CODES}service.auth.error`,
  });
});

test('a user who may not view all contacts may not subscribe to them alone', async () => {
  const { accessToken } = await connectAsWorker(org);
  expect(await refusalOf(org, CONTACTS, { token: accessToken ?? '' })).toEqual({
    code: 7,
    errorCode: `${CODES}subscription.topic.cannot.subscribe`,
  });
});

test('an outage ends every stream, and a refusal hits so many calls as it was told', async () => {
  const listener = await listenTo(org, CONTACTS);
  org.dropEventStreams();
  const { data } = await listener.signal('error');
  expect(data).toMatchObject({ code: 14 });
  expect(org.countEventStreams()).toBe(0);
  org.refuseEventCalls({
    status: 'RESOURCE_EXHAUSTED',
    errorCode: `${CODES}service.protection.triggered`,
  });
  expect(await refusalOf(org, CONTACTS)).toEqual({
    code: 8,
    errorCode: `${CODES}service.protection.triggered`,
  });
  await listenTo(org, CONTACTS);
  expect(org.countEventStreams()).toBe(1);
});

test('nothing is delivered beyond the daily allocation', async () => {
  org.setEventAllocations({ deliveredPerDay: 1 });
  const listener = await listenTo(org, CONTACTS);
  await contact('One');
  await listener.heard(1);
  await contact('Two');
  const { data } = await listener.signal('error');
  expect(data).toMatchObject({ code: 8 });
});

test('a session that is over ends the stream at its next sign of life', async () => {
  const { accessToken } = await connectAsWorker(org);
  const listener = await listenTo(org, '/data/ChangeEvents', { token: accessToken ?? '' });
  org.expireSessions();
  await org.clock.advance(270_000);
  expect((await listener.signal('error')).data).toMatchObject({ code: 16 });
});

test('events, their ids and their schemas survive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  const file = join(folder, 'org.jsonl');
  const first = await startOrgWithEvents({ file });
  first.captureChanges('Contact');
  const heard = await listenTo(first, CONTACTS);
  await create(first, 'Contact', { LastName: 'Before' });
  const from = (await heard.heard(1))[0]?.replayId ?? 0;
  await create(first, 'Contact', { LastName: 'Missed' });
  await first.close();
  const second = await startOrgWithEvents({ file });
  const [event] = await (await listenTo(second, CONTACTS, { from })).heard(1);
  expect(event?.payload.Name).toMatchObject({ LastName: 'Missed' });
  await second.close();
  rmSync(folder, { recursive: true });
});
