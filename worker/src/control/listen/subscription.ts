import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { asFailure } from '../../shared/failure.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { openStream } from './open-stream.ts';

/** The package's channels: change events of what the screens ask of the worker, and of people. */
export type Channel = 'Cartbridge__chn' | 'Cartbridge_People__chn';

/** gRPC's status of a session that is over. */
const UNAUTHENTICATED = 16;
/** gRPC's statuses of a topic that is not there, and of one that may not be listened to. */
const REFUSED: ReadonlySet<unknown> = new Set([5, 7]);

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** What was refused for want of a right is rarely otherwise a moment later. */
const REFUSED_WAIT_MS = 15 * 60_000;
/** A stream that lasted so long was a good one: the next is tried at once again. */
const GOOD_MS = 60_000;
/** Whoever is deaf asks every minute; after two of them what was missed has been asked for. */
const TRUSTED_MS = 2 * 60_000;

export interface Subscription {
  /** Whether a stream has been open for so long that nothing said before it is still unheard. */
  readonly alive: boolean;
  /** Returns once the stream has ended. */
  close(): Promise<void>;
}

export interface Subscribing {
  /** Absent: that of the screens. */
  channel?: Channel;
  /** What the channel carries is a help and not a need: a refusal is taken for an answer. */
  isOptional?: boolean;
  /** Something was told on the channel, or may have been missed on it until now. */
  onNews: (heard: 'event' | 'begun') => void;
}

/**
 * Calls `onNews` whenever something on the package's channel changed in the org, and once whenever
 * the subscription begins, for what was missed until then. What changed is asked for, not read from
 * the event: so a lost, repeated or late event does no harm, and no replay id need be kept.
 */
export function subscribe(
  client: SalesforceClient,
  log: Log,
  { channel = 'Cartbridge__chn', isOptional = false, onNews }: Subscribing,
): Subscription {
  const topic = `/data/${withNamespace(client.org.namespace, channel)}`;
  const ended = Promise.withResolvers<undefined>();
  let closeStream: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let openedAt = 0;
  let waitMs = FIRST_WAIT_MS;
  let closed = false;

  async function open(): Promise<void> {
    openedAt = Date.now();
    try {
      const session = await client.session();
      if (closed) return;
      const endpoint = client.org.pubSubEndpoint;
      closeStream = openStream({
        ...{ endpoint, session, topic, onEvents: () => onNews('event') },
        onEnd: ({ code, details }) => again({ code, details }, Date.now() - openedAt > GOOD_MS),
      });
      // Not at every try while nobody answers: asking costs an API call.
      if (waitMs === FIRST_WAIT_MS) onNews('begun');
    } catch (error) {
      again(describeFailure(asFailure(error)), false);
    }
  }

  function again(why: Record<string, unknown>, wasGood: boolean): void {
    closeStream = undefined;
    if (closed) {
      ended.resolve(undefined);
      return;
    }
    if (wasGood) waitMs = FIRST_WAIT_MS;
    if (isOptional && REFUSED.has(why.code)) waitMs = REFUSED_WAIT_MS;
    log.info({ org: client.org.id, channel, ...why, waitMs }, 'listen.ended');
    timer = setTimeout(() => {
      // Only a call renews a session that is over.
      if (why.code !== UNAUTHENTICATED) void open();
      else client.request('GET', '/limits').then(open, open);
    }, waitMs);
    if (!wasGood) waitMs = Math.min(waitMs * 2, Math.max(waitMs, LONGEST_WAIT_MS));
  }

  void open();
  return {
    get alive() {
      return closeStream !== undefined && Date.now() - openedAt >= TRUSTED_MS;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      // A sign-in under way opens none any more: a Salesforce that does not answer holds up no stop.
      if (!closeStream) return;
      closeStream();
      await ended.promise;
    },
  };
}
