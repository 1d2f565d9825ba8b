import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import {
  connectPubSub,
  deployEvent,
  deployMember,
  eventFile,
  listenTo,
  startOrgWithEvents,
} from './events-kit.ts';
import { askAs, connectAsWorker, query } from './kit.ts';
import { deployTo, problems } from './metadata-kit.ts';

const TOPIC = '/event/Command__e';
const UUID = /^[0-9a-f-]{36}$/;

let org: LocalOrg;
const ask = askAs(() => org);

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(async () => {
  org.reset();
  await deployEvent(org);
});
afterAll(async () => org.close());

const wrong = (Amount__c: unknown) => ask('POST', 'sobjects/Command__e', { Amount__c });

test('publishing by REST answers an enqueued operation, and the event arrives', async () => {
  const listener = await listenTo(org, TOPIC);
  const body = { Action__c: 'Refund', Amount__c: 12.5, Due__c: '2026-01-02T03:04:05Z' };
  const { status, json } = await ask('POST', 'sobjects/Command__e', body);
  expect({ status, json }).toEqual({
    status: 201,
    json: {
      id: expect.stringMatching(/^e\w{17}$/) as unknown,
      success: true,
      errors: [
        {
          statusCode: 'OPERATION_ENQUEUED',
          message: expect.stringMatching(UUID) as unknown,
          fields: [],
        },
      ],
    },
  });
  const [event] = await listener.heard(1);
  expect(event?.id).toBe((json as { errors: { message: string }[] }).errors[0]?.message);
  expect(event?.payload).toEqual({
    CreatedDate: expect.any(Number) as unknown,
    CreatedById: org.query("SELECT Id FROM User WHERE Alias = 'admin'")[0]?.Id,
    Action__c: 'Refund',
    Amount__c: 12.5,
    Due__c: Date.UTC(2026, 0, 2, 3, 4, 5),
  });
});

test('a collection publishes each of its rows, and refuses the bad ones', async () => {
  const listener = await listenTo(org, TOPIC);
  const row = (Action__c: string) => ({ attributes: { type: 'Command__e' }, Action__c });
  const records = [row('One'), row('x'.repeat(41)), row('Two')];
  const { json } = await ask('POST', 'composite/sobjects', { records });
  const results = json as { success: boolean; errors: { statusCode: string }[] }[];
  expect(results.map(({ errors }) => errors[0]?.statusCode)).toEqual([
    'OPERATION_ENQUEUED',
    'STRING_TOO_LONG',
    'OPERATION_ENQUEUED',
  ]);
  const actions = (await listener.heard(2)).map(({ payload }) => payload.Action__c);
  expect(actions).toEqual(['One', 'Two']);
});

test.each([
  ['PublishAfterCommit', ['Alone']],
  ['PublishImmediately', ['Rolled back', 'Alone']],
])('an event with %s in a request that is rolled back', async (behavior, arrive) => {
  await deployEvent(org, behavior);
  const listener = await listenTo(org, TOPIC);
  const url = '/services/data/v66.0/sobjects';
  const compositeRequest = [
    {
      method: 'POST',
      url: `${url}/Command__e`,
      referenceId: 'a',
      body: { Action__c: 'Rolled back' },
    },
    { method: 'POST', url: `${url}/Contact`, referenceId: 'b', body: { FirstName: 'Nameless' } },
  ];
  await ask('POST', 'composite', { compositeRequest, allOrNone: true });
  await ask('POST', 'sobjects/Command__e', { Action__c: 'Alone' });
  const events = await listener.heard(arrive.length);
  expect(events.map(({ payload }) => payload.Action__c)).toEqual(arrive);
});

test('unknown fields, system fields and values of the wrong kind are refused', async () => {
  const unknown = await ask('POST', 'sobjects/Command__e', { Nothing__c: 'x' });
  expect(unknown.json).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  const system = await ask('POST', 'sobjects/Command__e', { ReplayId: '1' });
  expect(system.json).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]);
  expect((await wrong('twelve')).json).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  expect((await wrong('1e30')).json).toMatchObject([{ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' }]);
});

test('a platform event is described, but cannot be queried, read, changed or deleted', async () => {
  const { json } = await ask('GET', 'sobjects/Command__e/describe');
  const { fields, ...described } = json as { fields: { name: string }[]; queryable: boolean };
  expect(fields.map(({ name }) => name).sort()).toEqual([
    'Action__c',
    'Amount__c',
    'CreatedById',
    'CreatedDate',
    'Due__c',
    'EventUuid',
    'ReplayId',
  ]);
  expect(described).toMatchObject({ queryable: false, updateable: false, deletable: false });
  expect((await query(org, 'SELECT ReplayId FROM Command__e')).json).toMatchObject([
    { errorCode: 'INVALID_TYPE_FOR_OPERATION' },
  ]);
  const id = ((await ask('POST', 'sobjects/Command__e', {})).json as { id: string }).id;
  const codes = ['GET', 'PATCH', 'DELETE'].map(async (method) => {
    const answer = await ask(
      method,
      `sobjects/Command__e/${id}`,
      method === 'PATCH' ? {} : undefined,
    );
    return (answer.json as { errorCode: string }[])[0]?.errorCode;
  });
  expect(await Promise.all(codes)).toEqual([
    'NOT_FOUND',
    'INVALID_TYPE_FOR_OPERATION',
    'INVALID_TYPE_FOR_OPERATION',
  ]);
});

test('a client publishes over the Pub/Sub API and hears its own events by their ids', async () => {
  const listener = await listenTo(org, TOPIC);
  const client = await connectPubSub(org);
  const payload = {
    CreatedDate: Date.now(),
    CreatedById: 'somebody else',
    Action__c: { string: 'Hello' },
    Amount__c: null,
    Due__c: null,
  };
  const result = await client.publish(TOPIC, payload, 'my-own-key');
  expect(result).toMatchObject({ correlationKey: 'my-own-key' });
  const [event] = await listener.heard(1);
  expect(event).toMatchObject({ id: 'my-own-key', replayId: result.replayId });
  expect(event?.payload).toMatchObject({
    Action__c: 'Hello',
    CreatedById: org.query("SELECT Id FROM User WHERE Alias = 'admin'")[0]?.Id,
  });
  const { json } = await ask('GET', 'limits');
  const limits = json as Record<string, { Max: number; Remaining: number }>;
  expect(limits.HourlyPublishedPlatformEvents).toEqual({ Max: 50_000, Remaining: 49_999 });
  expect(limits.DailyDeliveredPlatformEvents).toEqual({ Max: 10_000, Remaining: 9999 });
});

test('beyond the hourly allocation nothing is published until the next hour', async () => {
  org.setEventAllocations({ publishedPerHour: 1 });
  await ask('POST', 'sobjects/Command__e', {});
  const refused = await ask('POST', 'sobjects/Command__e', {});
  expect(refused.json).toMatchObject([{ errorCode: 'LIMIT_EXCEEDED' }]);
  await org.clock.advance(60 * 60 * 1000);
  expect((await ask('POST', 'sobjects/Command__e', {})).status).toBe(201);
});

test('a user without rights over the event neither publishes nor subscribes', async () => {
  const worker = await connectAsWorker(org);
  await expect(worker.sobject('Command__e').create({})).rejects.toThrow(/does not exist/);
  const listener = await listenTo(org, TOPIC, { token: worker.accessToken ?? '' });
  expect((await listener.signal('error')).data).toMatchObject({ code: 7 });
});

test('a channel of platform events passes on what its filter lets through', async () => {
  const filter = "<filterExpression>Action__c = 'Refund'</filterExpression>";
  expect(problems(await deployMember(org, 'Command__e', filter))).toEqual([]);
  const listener = await listenTo(org, '/event/Commerce__chn');
  for (const Action__c of ['Cancel', 'Refund']) {
    await ask('POST', 'sobjects/Command__e', { Action__c });
  }
  const events = await listener.heard(1);
  expect(events.map(({ payload }) => payload.Action__c)).toEqual(['Refund']);
});

test('an event whose volume is not high cannot be deployed any more', async () => {
  const file = eventFile().replace('HighVolume', 'StandardVolume');
  const answer = await deployTo(
    org,
    { CustomObject: ['Command__e'] },
    { 'objects/Command__e.object': file },
  );
  expect(answer.success).toBe(false);
});
