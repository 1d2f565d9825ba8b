import type { Failure, FailureKind } from '../shared/failure.ts';

/** What becomes of a record's events after a try. */
export type Verdict =
  { action: 'retry'; afterMs: number; counts: boolean; pauseOrg?: boolean } | { action: 'park' };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface Rule {
  /** Wait before the second try; doubles with each further one. Absent: parked at once. */
  firstWaitMs?: number;
  longestWaitMs?: number;
  /** Parked when it has been failing in this way for so long. */
  patienceMs?: number;
  /** The whole org waits: every other record would only meet the same wall. */
  pausesOrg?: boolean;
  /** Nobody's failure: tried again without counting, for as long as it takes. */
  free?: boolean;
}

/**
 * The verdict table. An outage is nobody's fault and gets two days; a lock passes in moments; what
 * a person must mend is parked at once, so that it is seen while the cause is fresh.
 */
const RULES: Record<FailureKind, Rule> = {
  shop_unavailable: { firstWaitMs: 2 * SECOND, longestWaitMs: 5 * MINUTE, patienceMs: 48 * HOUR },
  shop_rate_limited: { firstWaitMs: 2 * SECOND, longestWaitMs: 5 * MINUTE, patienceMs: 48 * HOUR },
  shop_auth: { firstWaitMs: MINUTE, longestWaitMs: 10 * MINUTE, patienceMs: 48 * HOUR },
  // A changed shape seen once may be a half-rolled-out release of the shop's; twice more, then a person.
  shop_shape: { firstWaitMs: 2 * SECOND, longestWaitMs: 10 * SECOND, patienceMs: 5 * SECOND },
  salesforce_unavailable: { firstWaitMs: SECOND, longestWaitMs: 5 * MINUTE, patienceMs: 48 * HOUR },
  salesforce_auth: {
    firstWaitMs: 5 * SECOND,
    longestWaitMs: 5 * MINUTE,
    patienceMs: 48 * HOUR,
    pausesOrg: true,
  },
  // Somebody is installing, upgrading or assigning rights; every record meets the same gap.
  salesforce_setup: {
    firstWaitMs: MINUTE,
    longestWaitMs: 10 * MINUTE,
    patienceMs: 48 * HOUR,
    pausesOrg: true,
  },
  salesforce_quota: {
    firstWaitMs: 15 * MINUTE,
    longestWaitMs: HOUR,
    patienceMs: 48 * HOUR,
    pausesOrg: true,
  },
  record_locked: { firstWaitMs: SECOND, longestWaitMs: MINUTE, patienceMs: 30 * MINUTE },
  record_refused: {},
  record_data: {},
  duplicate_record: {},
  // The person was merged, converted or deleted in Salesforce: the next try looks again.
  link_lost: { firstWaitMs: 500, longestWaitMs: 10 * SECOND, patienceMs: MINUTE },
  ambiguous_person: {},
  person_busy: { firstWaitMs: 300, longestWaitMs: 2 * SECOND, free: true },
  mapping: {},
  shop_unknown: {},
  unexpected: { firstWaitMs: 2 * SECOND, longestWaitMs: MINUTE, patienceMs: 2 * MINUTE },
};

/**
 * The one place that decides retry or park.
 * @param attempts how often this record failed in a row, this time included
 * @param failingForMs how long ago the first of those was that failed in this way
 * @param random 0..1, passed in so that tests can know it
 */
export function judge(
  failure: Failure,
  attempts: number,
  failingForMs: number,
  random: () => number = Math.random,
): Verdict {
  const rule = RULES[failure.kind];
  if (rule.firstWaitMs === undefined) return { action: 'park' };
  if (failingForMs >= (rule.patienceMs ?? Infinity)) return { action: 'park' };
  const longest = rule.longestWaitMs ?? rule.firstWaitMs;
  const wait = Math.min(rule.firstWaitMs * 2 ** Math.min(attempts - 1, 20), longest);
  // Half fixed, half random: those who failed together shall not come back together.
  const jittered = wait / 2 + (wait / 2) * random();
  return {
    action: 'retry',
    afterMs: Math.max(jittered, failure.retryAfterMs ?? 0),
    counts: !rule.free,
    ...(rule.pausesOrg && { pauseOrg: true }),
  };
}
