import { expect, jest, test } from '@jest/globals';
import SetupSample from 'c/setupSample';
import { expectAccessible, find, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';
import { factsOf, jobRecord, SHOP } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('the dry run is a step away, and a sample of the working shop is offered', async () => {
  const paused = { ...SHOP, Id: 'a01000000000002', Status__c: 'Paused' };
  const jobs = [jobRecord('Send Sample Event', 'Done', 'Order 1 is on its way.')];
  const facts = factsOf({ shops: [paused, SHOP], jobs });
  const step = show(SetupSample, { facts, mayChange: true });
  expect(textsOf(step, 'p')).toContain('c.Setup_Sample_Try_First');
  expect(find(step, 'c-tab-button')).toMatchObject({ tab: 'Mapping' });
  expect(find(step, 'c-ask-job')).toMatchObject({
    ...{ type: 'Send Sample Event', shopId: SHOP.Id, mayAsk: true },
    job: { message: 'Order 1 is on its way.' },
  });
  await expectAccessible(step);
});
