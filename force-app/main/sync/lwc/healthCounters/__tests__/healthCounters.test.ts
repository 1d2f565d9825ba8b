import { expect, test } from '@jest/globals';
import HealthCounters from 'c/healthCounters';
import { expectAccessible, minutesAgo, show } from '../../../../shared/lwc/query/__tests__/kit';

const QUIET = {
  ...{ received: 0, written: 0, waiting: 0, parked: 0, oldestWaitingAt: '', p95Ms: null },
};

interface Counter {
  value: string;
  attention: boolean;
}

function counter(counters: Element, key: string): Counter {
  const found = counters.shadowRoot?.querySelector(`[data-id="${key}"] c-health-counter`);
  return found as unknown as Counter;
}

test('figures are written as people read them', async () => {
  const status = { ...QUIET, received: 1234, oldestWaitingAt: minutesAgo(3), p95Ms: 1234 };
  const counters = show(HealthCounters, { status, now: new Date() });
  expect(counter(counters, 'received').value).toBe('1,234');
  expect(counter(counters, 'oldest').value).toBe('3 minutes ago');
  expect(counter(counters, 'delay').value).toBe('1.2 sec');
  await expectAccessible(counters);
});

test('what was put aside, and what waits for long, needs attention', () => {
  const status = { ...QUIET, parked: 1, oldestWaitingAt: minutesAgo(11) };
  const counters = show(HealthCounters, { status, now: new Date() });
  const loud = ['received', 'written', 'waiting', 'oldest', 'parked', 'delay'].filter(
    (key) => counter(counters, key).attention,
  );
  expect(loud).toEqual(['oldest', 'parked']);
});

test('what is not known is said, and not shown as zero', () => {
  const counters = show(HealthCounters, { status: QUIET, now: new Date() });
  expect(counter(counters, 'delay').value).toBe('c.Health_Delay_None');
  expect(counter(counters, 'oldest').value).toBe('c.Health_Oldest_None');
});
