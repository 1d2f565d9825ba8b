import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  credentials,
  loadPackageDefinition,
  Metadata,
  status,
  type Client,
  type ClientDuplexStream,
  type GrpcObject,
  type ServiceClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { orgIdOf, startOrgWithEvents } from './events-kit.ts';
import { ADMIN_TOKEN, create } from './kit.ts';

const CONTACTS = '/data/ContactChangeEvent';
const CODES = 'sfdc.platform.eventbus.grpc.';

type Answered = Record<string, unknown>;
type Stream = ClientDuplexStream<unknown, Answered>;
type Calls = Client & Record<string, (...parameters: unknown[]) => Stream & { cancel(): void }>;

/** The interface definition that comes with a client for the platform: not the local org's own. */
const definition = loadSync(
  join(
    dirname(createRequire(import.meta.url).resolve('salesforce-pubsub-api-client')),
    '../pubsub_api.proto',
  ),
  { enums: String, defaults: true, arrays: true },
);

let org: LocalOrg;
let calls: Calls;

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(() => {
  org.reset();
  org.captureChanges('Contact');
  const { eventbus } = loadPackageDefinition(definition) as { eventbus: GrpcObject };
  const { PubSub } = eventbus.v1 as { PubSub: ServiceClientConstructor };
  const secure = credentials.createSsl(null, null, null, { rejectUnauthorized: false });
  calls = new PubSub(org.pubSubUrl, secure) as unknown as Calls;
});
afterEach(() => calls.close());
afterAll(async () => org.close());

function metadata(more: Record<string, string> = {}): Metadata {
  const all = { accesstoken: ADMIN_TOKEN, instanceurl: org.url, tenantid: orgIdOf(org), ...more };
  const made = new Metadata();
  for (const [name, value] of Object.entries(all)) made.set(name, value);
  return made;
}

function ask(method: string, request: object, sent = metadata()): Promise<Answered> {
  return new Promise((resolve, reject) => {
    calls[method]?.(request, sent, (error: ServiceError | null, answer: Answered) => {
      if (error) reject(error);
      else resolve(answer);
    });
  });
}

/** Opens a stream and collects what comes. */
function open(method: string, ...requests: object[]) {
  const stream = calls[method]?.(metadata());
  if (!stream) throw new Error(`The client has no method ${method}.`);
  const answers: Answered[] = [];
  const failure = new Promise<ServiceError>((resolve) => stream.on('error', resolve));
  stream.on('data', (answer: Answered) => void answers.push(answer));
  for (const request of requests) stream.write(request);
  return { stream, answers, failure };
}

const codeOf = (error: unknown) => (error as ServiceError).metadata.get('error-code')[0];

test('a topic says who may do what with it, and leads to its schema in Avro', async () => {
  const topic = await ask('GetTopic', { topicName: CONTACTS });
  expect(topic).toMatchObject({
    topicName: CONTACTS,
    tenantGuid: expect.stringContaining(orgIdOf(org)) as unknown,
    canPublish: false,
    canSubscribe: true,
  });
  const { schemaJson } = await ask('GetSchema', { schemaId: topic.schemaId });
  const schema = JSON.parse(String(schemaJson)) as { name: string; fields: object[] };
  expect(schema).toMatchObject({ name: 'ContactChangeEvent', namespace: 'com.sforce.eventbus' });
  expect(schema.fields).toContainEqual({
    name: 'Birthdate',
    type: ['null', 'long'],
    doc: 'Data:DateOnly',
    default: null,
  });
});

test('a schema that nobody knows is refused', async () => {
  await expect(ask('GetSchema', { schemaId: 'unknown' })).rejects.toSatisfy(
    (error) => codeOf(error) === `${CODES}schema.meta.permission`,
  );
});

test.each([
  ['a blank header', { accesstoken: '' }, 'service.auth.headers.invalid'],
  ['a token of nobody', { accesstoken: 'nobody' }, 'service.auth.error'],
  ['another org', { tenantid: '00D000000000001AAA' }, 'service.auth.error'],
])('%s is refused', async (_, sent, code) => {
  await expect(ask('GetTopic', { topicName: CONTACTS }, metadata(sent))).rejects.toSatisfy(
    (error) =>
      codeOf(error) === CODES + code && (error as ServiceError).code === status.UNAUTHENTICATED,
  );
});

test('every answer says how many of the requested events are still to come', async () => {
  const { stream, answers } = open('Subscribe', { topicName: CONTACTS, numRequested: 3 });
  await waitFor(() => org.countEventStreams() > 0, { what: 'the subscription' });
  await create(org, 'Contact', { LastName: 'One' });
  await waitFor(() => answers.length > 0, { what: 'an answer' });
  expect(answers[0]).toMatchObject({
    pendingNumRequested: 2,
    rpcId: expect.any(String) as unknown,
  });
  const [event] = answers[0]?.events as { replayId: Buffer }[];
  expect(event?.replayId).toEqual(answers[0]?.latestReplayId);
  stream.cancel();
  await waitFor(() => org.countEventStreams() === 0, { what: 'the end of the subscription' });
});

test('a keep-alive has no events and a position beyond them', async () => {
  const { stream, answers } = open('Subscribe', { topicName: CONTACTS, numRequested: 500 });
  await waitFor(() => org.countEventStreams() > 0, { what: 'the subscription' });
  await org.clock.advance(270_000);
  await waitFor(() => answers.length > 0, { what: 'a keep-alive' });
  expect(answers[0]).toMatchObject({ events: [], pendingNumRequested: 100 });
  expect((answers[0]?.latestReplayId as Buffer).length).toBe(8);
  stream.cancel();
});

test.each([
  ['nothing requested', [{ topicName: CONTACTS }], 'subscription.fetch.requested.events.invalid'],
  ['no topic', [{ numRequested: 1 }], 'topic.validation.empty'],
  [
    'a custom start without a replay id',
    [{ topicName: CONTACTS, numRequested: 1, replayPreset: 'CUSTOM' }],
    'subscription.fetch.replayid.validation.failed',
  ],
  [
    'another topic in the same stream',
    [
      { topicName: CONTACTS, numRequested: 1 },
      { topicName: '/data/ChangeEvents', numRequested: 1 },
    ],
    'subscription.fetch.topic.mismatch',
  ],
])('%s ends a subscription as invalid', async (_, requests, code) => {
  const error = await open('Subscribe', ...requests).failure;
  expect({ code: error.code, errorCode: codeOf(error) }).toEqual({
    code: 3,
    errorCode: CODES + code,
  });
});

test('change events cannot be published', async () => {
  const request = { topicName: CONTACTS, events: [{ id: 'a', schemaId: 'b', payload: '' }] };
  await expect(ask('Publish', request)).rejects.toMatchObject({ code: 7 });
});

test('managed subscriptions are refused as not implemented', async () => {
  const error = await open('ManagedSubscribe', { developerName: 'Orders', numRequested: 1 })
    .failure;
  expect(error.code).toBe(12);
});
