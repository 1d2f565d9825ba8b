import { describe, expect, it } from 'vitest';
import { judge, type Verdict } from '../../src/buffer/verdict.ts';
import { Failure, FAILURE_KINDS, type FailureKind } from '../../src/shared/failure.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

type Expected = 'parked' | { first: number; longest: number; patience: number; pauses?: true };

/** What an operator is promised, written a second time on purpose. */
const TABLE: Record<FailureKind, Expected> = {
  shop_unavailable: { first: 2 * SECOND, longest: 5 * MINUTE, patience: 48 * HOUR },
  shop_rate_limited: { first: 2 * SECOND, longest: 5 * MINUTE, patience: 48 * HOUR },
  shop_auth: { first: MINUTE, longest: 10 * MINUTE, patience: 48 * HOUR },
  shop_shape: { first: 2 * SECOND, longest: 10 * SECOND, patience: 5 * SECOND },
  salesforce_unavailable: { first: SECOND, longest: 5 * MINUTE, patience: 48 * HOUR },
  salesforce_auth: {
    first: 5 * SECOND,
    longest: 5 * MINUTE,
    patience: 48 * HOUR,
    pauses: true,
  },
  salesforce_setup: { first: MINUTE, longest: 10 * MINUTE, patience: 48 * HOUR, pauses: true },
  salesforce_quota: { first: 15 * MINUTE, longest: HOUR, patience: 48 * HOUR, pauses: true },
  record_locked: { first: SECOND, longest: MINUTE, patience: 30 * MINUTE },
  record_refused: 'parked',
  record_data: 'parked',
  duplicate_record: 'parked',
  link_lost: { first: 500, longest: 10 * SECOND, patience: MINUTE },
  ambiguous_person: 'parked',
  person_busy: { first: 300, longest: 2 * SECOND, patience: Infinity },
  mapping: 'parked',
  shop_unknown: 'parked',
  unexpected: { first: 2 * SECOND, longest: MINUTE, patience: 2 * MINUTE },
};

const highest = (): number => 1;
const lowest = (): number => 0;

function verdict(
  kind: FailureKind,
  { attempts = 1, failingForMs = 0, random = highest, retryAfterMs = 0 } = {},
): Verdict {
  return judge(new Failure(kind, 'It failed.', { retryAfterMs }), attempts, failingForMs, random);
}

describe('the verdict on a failure', () => {
  it.each(FAILURE_KINDS.filter((kind) => TABLE[kind] === 'parked'))(
    'parks %s at once, since a person must mend it',
    (kind) => {
      expect(verdict(kind)).toEqual({ action: 'park' });
      expect(verdict(kind, { retryAfterMs: MINUTE })).toEqual({ action: 'park' });
    },
  );

  describe.each(
    FAILURE_KINDS.flatMap((kind) => {
      const expected = TABLE[kind];
      return expected === 'parked' ? [] : [{ kind, ...expected }];
    }),
  )('$kind', ({ kind, first, longest, patience, pauses }) => {
    it('waits, twice as long each time, up to a limit', () => {
      const waits = [1, 2, 3, 100, 10_000].map((attempts) => {
        const one = verdict(kind, { attempts });
        return one.action === 'retry' ? one.afterMs : undefined;
      });
      const upTo = (wait: number): number => Math.min(wait, longest);
      expect(waits).toEqual([first, upTo(2 * first), upTo(4 * first), longest, longest]);
    });

    it('comes back anywhere between half the wait and all of it', () => {
      expect(verdict(kind, { random: lowest })).toMatchObject({ afterMs: first / 2 });
      expect(verdict(kind, { random: () => 0.5 })).toMatchObject({ afterMs: first * 0.75 });
      expect(verdict(kind, { random: highest })).toMatchObject({ afterMs: first });
    });

    it('comes back no sooner than it was told', () => {
      expect(verdict(kind, { retryAfterMs: 2 * HOUR })).toMatchObject({ afterMs: 2 * HOUR });
      expect(verdict(kind, { retryAfterMs: 1 })).toMatchObject({ afterMs: first });
    });

    it('is parked when patience ends, and not before', () => {
      const last = Math.min(patience, 1_000 * HOUR) - 1;
      expect(verdict(kind, { failingForMs: last }).action).toBe('retry');
      const end = patience === Infinity ? 'retry' : 'park';
      expect(verdict(kind, { failingForMs: last + 1 }).action).toBe(end);
    });

    it(pauses ? 'pauses the whole org' : 'leaves the rest of the org alone', () => {
      expect(verdict(kind)).toHaveProperty('action', 'retry');
      expect('pauseOrg' in verdict(kind)).toBe(pauses === true);
    });
  });

  it.each(FAILURE_KINDS.filter((kind) => TABLE[kind] !== 'parked'))(
    'counts %s as an attempt unless nobody failed',
    (kind) => {
      expect(verdict(kind)).toMatchObject({ counts: kind !== 'person_busy' });
    },
  );
});
