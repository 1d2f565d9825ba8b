import { expect, test } from '@jest/globals';
import SetupHistory from 'c/setupHistory';
import { expectAccessible, find, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';
import { factsOf, jobRecord, minutesAgo, SHOP, WORKER } from '../../setupFacts/__tests__/answers';

test('live and loaded are two things, and the worker’s own words on the load are shown', async () => {
  const jobs = [jobRecord('Load History', 'Not Available', 'This version cannot do it yet.')];
  const step = show(SetupHistory, { facts: factsOf({ jobs }), mayChange: true });
  expect(textsOf(step, '[data-id="live"]')).toEqual(['c.Setup_Live_Flows']);
  expect(textsOf(step, '[data-id="orders"]')).toEqual(['c.Setup_Live_Orders']);
  expect(find(step, 'c-ask-job')).toMatchObject({
    ...{ type: 'Load History', shopId: SHOP.Id },
    job: { status: 'Not Available', message: 'This version cannot do it yet.' },
  });
  await expectAccessible(step);
});

test('a silent worker is not called live', () => {
  const worker = [{ ...WORKER, Heard_At__c: minutesAgo(30) }];
  const step = show(SetupHistory, { facts: factsOf({ worker, orders: 0 }) });
  expect(textsOf(step, '[data-id="live"]')).toEqual(['c.Setup_Live_Resting']);
  expect(textsOf(step, '[data-id="orders"]')).toEqual(['c.Setup_Live_No_Orders']);
});
