import { status, type ServerDuplexStream } from '@grpc/grpc-js';
import { encodeEvent } from '../avro.ts';
import type { BusEvent } from '../bus.ts';
import { asSeenBy, findTopic, maySubscribe, type Topic } from '../topics.ts';
import { denied, Failure, invalid, noTopic, unavailable } from './failure.ts';
import type { FetchRequest, FetchResponse } from './messages.ts';
import { fromBytes, toBytes } from './replay-id.ts';
import type { Visit } from './visit.ts';

const MOST_REQUESTED = 100;
const KEEP_ALIVE_MS = 270_000;
const IDLE_MS = 60_000;

type Call = ServerDuplexStream<FetchRequest, FetchResponse>;

/** Serves one Subscribe call for as long as it lasts. */
export function subscribe(call: Call, visit: Visit): void {
  const { org, rpcId } = visit;
  const { bus, streams } = org.events;
  let topic: Topic | undefined;
  let position = 0;
  let pending = 0;
  let waiting = false;
  let forget = (): void => undefined;
  let stopTimer = (): void => undefined;
  let stopListening = (): void => undefined;

  function finish(): void {
    forget();
    stopTimer();
    stopListening();
    topic = undefined;
  }

  function end(): void {
    finish();
    call.end();
  }

  function fail(failure: unknown): void {
    finish();
    call.emit('error', failure);
  }

  /** Whatever a step throws ends the call. */
  function attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      fail(error);
    }
  }

  function send(events: FetchResponse['events'], latest: number): void {
    call.write({
      events,
      latestReplayId: toBytes(latest),
      rpcId,
      pendingNumRequested: pending,
    });
    watch();
  }

  /** While events are asked for, silence is broken; when none are, the call ends in silence. */
  function watch(): void {
    stopTimer();
    const wait = pending > 0 ? KEEP_ALIVE_MS : IDLE_MS;
    stopTimer = org.clock.at(new Date(org.clock.now().getTime() + wait), () => attempt(onSilence));
  }

  function onSilence(): void {
    if (!topic) return;
    visit.caller();
    if (pending === 0) end();
    else if (streams.silent) watch();
    else send([], bus.mark(topic.name));
  }

  function deliver(): void {
    waiting = false;
    while (topic && pending > 0) {
      const batch = bus.after(topic.name, position, pending);
      const last = batch.at(-1);
      if (!last) return;
      position = last.replayId;
      const events = consumerEvents(visit, batch);
      pending -= events.length;
      if (events.length > 0) send(events, position);
    }
  }

  /** Writers do not wait for their readers. */
  function wake(): void {
    if (waiting) return;
    waiting = true;
    setImmediate(() => attempt(deliver));
  }

  function onRequest(request: FetchRequest): void {
    visit.caller();
    if (request.numRequested <= 0) {
      throw invalid(
        'subscription.fetch.requested.events.invalid',
        'The number of requested events must be greater than zero.',
      );
    }
    if (!topic) {
      topic = open(visit, request.topicName);
      position = startOf(visit, topic, request);
      stopListening = bus.listen(topic.name, wake);
      forget = streams.open((how) => {
        if (how === 'outage') fail(unavailable());
        else end();
      });
    } else if (request.topicName !== '' && request.topicName !== topic.name) {
      throw invalid(
        'subscription.fetch.topic.mismatch',
        'The topic name must stay the same during a subscription.',
      );
    }
    pending = Math.min(pending + request.numRequested, MOST_REQUESTED);
    watch();
    wake();
  }

  call.on('data', (request: FetchRequest) => attempt(() => onRequest(request)));
  call.on('cancelled', finish);
  call.on('end', end);
}

function open({ org, caller }: Visit, name: string): Topic {
  if (name === '') throw invalid('topic.validation.empty', 'The topic name must not be blank.');
  const topic = findTopic(org, name);
  if (!topic) throw noTopic(org.residents.orgId, name);
  if (!maySubscribe(caller(), topic)) {
    throw denied(
      'subscription.topic.cannot.subscribe',
      `The user has no permission to subscribe to the topic ${name}.`,
    );
  }
  return topic;
}

function startOf({ org }: Visit, { name }: Topic, request: FetchRequest): number {
  const { bus } = org.events;
  if (request.replayPreset === 'EARLIEST') return 0;
  if (request.replayPreset !== 'CUSTOM') return bus.end();
  if (request.replayId.length === 0) {
    throw invalid(
      'subscription.fetch.replayid.validation.failed',
      'The replay preset CUSTOM needs a replay ID.',
    );
  }
  const position = fromBytes(request.replayId);
  if (position === undefined || !bus.isKnown(name, position)) {
    throw invalid(
      'subscription.fetch.replayid.corrupted',
      'The Replay ID validation failed. Ensure that the Replay ID is valid and within the ' +
        'retention window.',
    );
  }
  return position;
}

/** What of a batch the subscriber may see, in Avro. Throws when the day's deliveries are used up. */
function consumerEvents({ org, caller }: Visit, batch: BusEvent[]): FetchResponse['events'] {
  const { schemas, allocations } = org.events;
  const subscriber = caller();
  const events = batch.flatMap(({ replayId, body }) => {
    const seen = asSeenBy(org, subscriber, body);
    const schema = seen && schemas.get(seen.schemaId);
    if (!schema) return [];
    const { uuid: id, schemaId } = seen;
    const event = { id, schemaId, payload: encodeEvent(schema, seen) };
    return [{ event, replayId: toBytes(replayId) }];
  });
  if (allocations.deliveredPerDay.remaining() < events.length) {
    throw new Failure(
      status.RESOURCE_EXHAUSTED,
      'subscription.limit.exceeded',
      'The 24-hour allocation of delivered events is used up.',
    );
  }
  allocations.deliveredPerDay.count(events.length);
  return events;
}
