import { expect, jest, test } from '@jest/globals';
import HealthChart from 'c/healthChart';
import {
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { hours } from '../../healthData/__tests__/answers';

test('every hour has a bar as tall as its share of the busiest one', async () => {
  const day = hours(10).map((hour, at) => (at === 22 ? { ...hour, received: 5 } : hour));
  const chart = show(HealthChart, { hours: day });
  await settle();
  const bars = [...(chart.shadowRoot?.querySelectorAll('rect') ?? [])];
  expect(bars.map((bar) => bar.getAttribute('height'))).toEqual(['50.000', '100.000']);
  expect(isShown(chart, 'table')).toBe(false);
  await expectAccessible(chart);
});

test('the table has the same numbers, the newest hour first', async () => {
  const chart = show(HealthChart, { hours: hours(1234) });
  find(chart, '[data-id="toggle"]').click();
  await settle();
  expect(textsOf(chart, 'tbody tr')).toHaveLength(24);
  expect(textsOf(chart, 'tbody tr:first-child td')).toEqual(['1,234', '0', '0', '1']);
  expect(isShown(chart, 'svg')).toBe(false);
  await expectAccessible(chart);
});

test('a day without events teaches, and offers a sample to who may ask for one', async () => {
  const chart = show(HealthChart, { hours: hours(0), mayAsk: true });
  const asked = jest.fn();
  chart.addEventListener('ask', (event) => asked((event as CustomEvent).detail));
  find(chart, '[data-id="sample"]').click();
  expect(asked).toHaveBeenCalledWith({ type: 'Send Sample Event', shopId: '' });
  await expectAccessible(chart);
  Object.assign(chart, { mayAsk: false });
  await settle();
  expect(isShown(chart, '[data-id="sample"]')).toBe(false);
});
