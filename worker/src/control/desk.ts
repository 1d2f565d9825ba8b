import type { JobContext } from './jobs/job.ts';
import { createAllowance } from './allowance.ts';
import { removeOldResults } from './jobs/remove-old-results.ts';
import { continueJobs, noJobsUnderWay, runJobs } from './jobs/run-jobs.ts';
import { createMappingKeeper } from './keep-mappings.ts';
import { createReviewKeeper } from './keep-reviews.ts';
import { subscribe } from './listen/subscription.ts';
import { openFollower } from './people/follower.ts';
import { createReporter } from './report/report.ts';
import { urgentNews } from './report/urgent.ts';
import { asFailure } from '../shared/failure.ts';
import { describeFailure } from '../shared/log.ts';

/** With a living subscription asking is only a net; without one it is the way. */
const ASK_MS = { heard: 5 * 60_000, deaf: 60_000 };
/** A job of many turns gets the next one so soon. */
const NEXT_TURN_MS = 1_000;
const REPORT_MS = 60_000;
/** What jobs found out is looked through once an hour: an export shall not lie there for long. */
const SWEEP_MS = 3_600_000;
/** Whoever asked for something looks at the screen: for a while news is told as it comes. */
const WATCHED_MS = 60_000;
const WATCHED_REPORT_MS = 4_000;
/** Urgent reports in a row; then one a minute, lest a flood of failures use up the API calls. */
const MOST_URGENT = 10;

/** Where one org's people are served: their jobs done, and told how the worker is. */
export interface Desk {
  /** To be called every few seconds: does what is due. */
  tick(): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Opens the desk of an org. Only the process that holds the org's lease may. */
export function openDesk(context: JobContext): Desk {
  const { client, log, pool } = context;
  const follower = openFollower(context);
  const report = createReporter(pool, client, log, () => follower.following);
  const keepMappings = createMappingKeeper(pool, client, log);
  const keepReviews = createReviewKeeper(context);
  const underWay = noJobsUnderWay();
  let asked = 0;
  let isAnswered = true;
  let reported = 0;
  let served = 0;
  let news = true;
  const urgently = createAllowance(MOST_URGENT, REPORT_MS);
  let urgent = '';
  let swept = 0;
  let turn: Promise<void> | undefined;
  let closed = false;
  let next: NodeJS.Timeout | undefined;

  const subscription = subscribe(client, log, {
    onNews() {
      news = true;
      tick();
    },
  });

  async function takeTurn(): Promise<void> {
    const now = Date.now();
    let ended = 0;
    const isHeard = subscription.alive && isAnswered;
    if (news || now - asked >= ASK_MS[isHeard ? 'heard' : 'deaf']) {
      news = false;
      asked = now;
      isAnswered = false;
      const ran = await runJobs(context, underWay);
      isAnswered = true;
      ended = ran.ended;
      news ||= ran.more;
    } else if (underWay.ongoing.size > 0) {
      ended = (await continueJobs(context, underWay)).ended;
    }
    if (ended > 0) served = now;
    const every = now - served < WATCHED_MS ? WATCHED_REPORT_MS : REPORT_MS;
    const latest = await urgentNews(pool, client.org.id);
    const isDue = ended > 0 || now - reported >= every;
    if (isDue || (latest !== urgent && urgently.take(now))) {
      urgent = latest;
      reported = now;
      await report();
      // Afterwards: reviews point at the shops that a first report makes.
      await keepReviews();
      await keepMappings();
    }
    if (now - swept >= SWEEP_MS) {
      swept = now;
      await removeOldResults(client);
    }
  }

  function tick(): void {
    if (closed || turn) return;
    turn = takeTurn()
      .catch((error: unknown) =>
        log.warn({ org: client.org.id, ...describeFailure(asFailure(error)) }, 'desk.failed'),
      )
      .finally(() => {
        turn = undefined;
        if (news) tick();
        else if (underWay.ongoing.size > 0 && !closed) next = setTimeout(tick, NEXT_TURN_MS);
      });
  }

  return {
    tick() {
      follower.tick();
      tick();
    },
    async close() {
      closed = true;
      clearTimeout(next);
      await Promise.all([subscription.close(), follower.close()]);
      await turn;
    },
  };
}
