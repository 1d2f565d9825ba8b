import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { asFailure } from '../../shared/failure.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { openStream } from './open-stream.ts';

/** The package's channel: change events of what the screens ask of the worker. */
const CHANNEL = 'Cartbridge__chn';

/** gRPC's status of a session that is over. */
const UNAUTHENTICATED = 16;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
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

/**
 * Calls `onNews` whenever something on the package's channel changed in the org, and once whenever
 * the subscription begins, for what was missed until then. What changed is asked for, not read from
 * the event: so a lost, repeated or late event does no harm, and no replay id need be kept.
 */
export function subscribe(client: SalesforceClient, log: Log, onNews: () => void): Subscription {
  const topic = `/data/${withNamespace(client.org.namespace, CHANNEL)}`;
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
        ...{ endpoint, session, topic, onEvents: onNews },
        onEnd: ({ code, details }) => again({ code, details }, Date.now() - openedAt > GOOD_MS),
      });
      // Not at every try while nobody answers: asking costs an API call.
      if (waitMs === FIRST_WAIT_MS) onNews();
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
    log.info({ org: client.org.id, ...why, waitMs }, 'listen.ended');
    timer = setTimeout(() => {
      // Only a call renews a session that is over.
      if (why.code !== UNAUTHENTICATED) void open();
      else client.request('GET', '/limits').then(open, open);
    }, waitMs);
    if (!wasGood) waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
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
