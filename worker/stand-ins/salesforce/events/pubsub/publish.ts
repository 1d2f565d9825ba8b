import { randomUUID } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { wholeSeconds } from '../../records/parse-value.ts';
import { Refused } from '../../records/refusal.ts';
import type { ObjectType } from '../../schema/model.ts';
import { decodeEvent } from '../avro.ts';
import { appendEvent, check, countPublished } from '../platform-event.ts';
import { findTopic, mayPublish } from '../topics.ts';
import { denied, invalid, noTopic, unavailable } from './failure.ts';
import type { ProducerEvent, PublishRequest, PublishResponse, PublishResult } from './messages.ts';
import { toBytes } from './replay-id.ts';
import type { Visit } from './visit.ts';

/** Publishes a batch; each event succeeds or fails by itself. Throws what fails the whole request. */
export function publish(visit: Visit, request: PublishRequest): PublishResponse {
  const { org, rpcId } = visit;
  const name = request.topicName;
  if (name === '') {
    throw invalid('publish.topic.validation.empty', 'The topic name must not be blank.');
  }
  const topic = findTopic(org, name);
  if (!topic) throw noTopic(org.residents.orgId, name);
  if (!topic.object || !mayPublish(visit.caller(), topic)) {
    throw denied(
      'publish.topic.cannot.publish',
      `The user has no permission to publish to the topic ${name}.`,
    );
  }
  if (request.events.length === 0) {
    throw invalid('publish.event.count.invalid', 'A publish request must contain an event.');
  }
  const { object } = topic;
  return {
    results: request.events.map((event) => publishOne(visit, object, event)),
    schemaId: org.events.schemas.idOf(object),
    rpcId,
  };
}

function publishOne(visit: Visit, object: ObjectType, event: ProducerEvent): PublishResult {
  const correlationKey = event.id;
  try {
    const position = take(visit, object, event);
    return { replayId: toBytes(position), correlationKey };
  } catch (error) {
    const msg = error instanceof Error ? error.message : 'The event could not be published.';
    return { error: { code: 'PUBLISH', msg }, correlationKey };
  }
}

function take({ org, caller }: Visit, object: ObjectType, event: ProducerEvent): number {
  const schema = org.events.schemas.get(event.schemaId);
  if (schema?.name !== object.name) {
    throw new Error(`${event.schemaId} is no schema of ${object.name}.`);
  }
  const decoded = read(() => decodeEvent(schema, event.payload), object);
  const given = object.fields.filter(({ custom, name }) => custom && decoded.has(name));
  const values = check(
    object,
    new Map(given.map((field) => [field, decoded.get(field.name) ?? null])),
  );
  countPublished(org, 1);
  return appendEvent(org, object, event.id || randomUUID(), {
    CreatedDate: wholeSeconds(org.clock.now()),
    CreatedById: caller().userId,
    ...values,
  });
}

function read<Result>(decode: () => Result, object: ObjectType): Result {
  try {
    return decode();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new Refused([
      { code: 'PUBLISH', message: `The payload is no ${object.name} in Avro: ${reason}` },
    ]);
  }
}

/** Answers each request of the stream in turn. */
export function publishStream(
  call: ServerDuplexStream<PublishRequest, PublishResponse>,
  visit: Visit,
): void {
  let topicName = '';
  const forget = visit.org.events.streams.open((how) => {
    if (how === 'outage') call.emit('error', unavailable());
    else call.end();
  });
  call.on('cancelled', forget);
  call.on('data', (request: PublishRequest) => {
    try {
      if (topicName && request.topicName && request.topicName !== topicName) {
        throw invalid(
          'publish.topic.mismatch',
          'The topic name must stay the same during a publish stream.',
        );
      }
      topicName ||= request.topicName;
      visit.caller();
      call.write(publish(visit, { ...request, topicName }));
    } catch (error) {
      forget();
      call.emit('error', error);
    }
  });
  call.on('end', () => {
    forget();
    call.end();
  });
}
