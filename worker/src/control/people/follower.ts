import { asFailure } from '../../shared/failure.ts';
import { describeFailure } from '../../shared/log.ts';
import { subscribe } from '../listen/subscription.ts';
import { moveAlong, type Moving } from './move-along.ts';
import { createSweep } from './sweep.ts';

/** Salesforce is asked so often whether people changed: as a net where it tells, else as the way. */
const ASK_MS = { told: 5 * 60_000, untold: 60_000 };
/** A bulk change tells thousands of times. */
const LEAST_MS = 15_000;
/** After a failure, lest an outage uses up the calls. */
const REST_MS = 60_000;
/** While records of people who moved are still to follow. */
const NEXT_SLICE_MS = 1_000;

/** By which way changes of people are heard of. */
export type Following = 'stream' | 'polling';

/** Follows what Salesforce's users do to people, beside the desk: a slow sweep holds up no job. */
export interface Follower {
  /** To be called every few seconds: does what is due. */
  tick(): void;
  readonly following: Following;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface FollowerOptions {
  /** Sweeps are so far apart at least; absent: 15 seconds. */
  leastMs?: number;
}

/**
 * Opens the follower of an org. Only the process that holds the org's lease may.
 *
 * A channel of several objects takes every subscriber and tells each what they may see, so an open
 * stream proves nothing: it is relied upon from its first event on, until a sweep finds a change of
 * a person that the stream did not tell.
 */
export function openFollower(
  context: Moving,
  { leastMs = LEAST_MS }: FollowerOptions = {},
): Follower {
  const { client, log, pool } = context;
  const sweep = createSweep(pool, client);
  let swept = 0;
  let news = true;
  let tells = false;
  let isMoreThanTold = false;
  let more = false;
  let restsUntil = 0;
  let turn: Promise<void> | undefined;
  let next: NodeJS.Timeout | undefined;
  let closed = false;

  const subscription = subscribe(client, log, {
    channel: 'Cartbridge_People__chn',
    isOptional: true,
    onNews(heard) {
      tells ||= heard === 'event';
      news = true;
      tick();
    },
  });

  function following(): Following {
    return subscription.alive && tells && !isMoreThanTold ? 'stream' : 'polling';
  }

  async function takeTurn(): Promise<void> {
    const now = Date.now();
    const every = ASK_MS[following() === 'stream' ? 'told' : 'untold'];
    if (now - swept >= (news ? leastMs : every)) {
      const wasTold = news;
      news = false;
      swept = now;
      const { moved, ...found } = await sweep();
      isMoreThanTold = found.isMoreThanTold;
      if (moved.length > 0) log.info({ org: client.org.id, people: moved.length }, 'people.moved');
      if (moved.length > 0 && !wasTold) tells = false;
    }
    // Somebody may have moved in the course of an event, too.
    more = await moveAlong(context);
  }

  function tick(): void {
    if (closed || turn || Date.now() < restsUntil) return;
    clearTimeout(next);
    turn = takeTurn()
      .catch((error: unknown) => {
        const failure = asFailure(error);
        // What was to be looked at is looked at then, whoever told of it.
        news = true;
        restsUntil = Date.now() + REST_MS;
        log.warn({ org: client.org.id, ...describeFailure(failure) }, 'people.failed');
      })
      .finally(() => {
        turn = undefined;
        if (closed || Date.now() < restsUntil) return;
        const untilNews = news ? Math.max(swept + leastMs - Date.now(), 0) : Infinity;
        const wait = Math.min(more ? NEXT_SLICE_MS : Infinity, untilNews);
        if (wait !== Infinity) next = setTimeout(tick, wait);
      });
  }

  return {
    tick,
    get following() {
      return following();
    },
    async close() {
      closed = true;
      clearTimeout(next);
      await subscription.close();
      await turn;
    },
  };
}
