import { expect, jest, test } from '@jest/globals';
import MappingReapply from 'c/mappingReapply';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

const job = (Type__c: string, more: object = {}) => ({
  ...{ Id: Type__c, Name: 'JOB-1', Type__c, Status__c: 'Done', CreatedDate: minutesAgo(1) },
  ...more,
});
const counted = (objects: object[] | string) => ({
  Result__c: typeof objects === 'string' ? objects : JSON.stringify({ objects }),
});

const panel = (more: object = {}): HTMLElement =>
  show(MappingReapply, { shopId: 's1', publishedNumber: 2, ...more });
const answers = (...jobs: object[]): Promise<void> =>
  answer({ Sync_Job__c: connection(jobs as Record<string, unknown>[]) });

test('what the draft would touch is counted by object, and a run shows how far it is', async () => {
  const element = panel();
  const objects = [
    { object: 'Order__c', fields: ['Total__c'], records: 900, changed: 12 },
    { object: 'Lead', fields: ['Phone'], records: 40, changed: null },
  ];
  await answers(job('Count Touched', counted(objects)), job('Reapply Mapping'));
  expect(textsOf(element, '[data-id="touched"] li')).toEqual([
    ...['c.Mapping_Reapply_Touched', 'c.Mapping_Reapply_Touched_Up_To'],
  ]);
  expect(find(element, '[data-id="count"]').input).toEqual({ draft: true });
  expect(find(element, 'c-job-card').job).toMatchObject({ type: 'Reapply Mapping' });
  await expectAccessible(element);
});

test('a draft that touches nothing says so, and a count under way says nothing yet', async () => {
  const element = panel();
  await answers(job('Count Touched', counted([])));
  expect(textsOf(element, '[data-id="touched"]')).toEqual(['c.Mapping_Reapply_Nothing']);
  await answers(job('Count Touched', { Status__c: 'Running', ...counted('no JSON') }));
  expect(textsOf(element, '[data-id="touched"]')).toEqual(['']);
  await expectAccessible(element);
});

test('without a version there is nothing to apply, and who may only look applies nothing', async () => {
  const element = panel({ publishedNumber: 0 });
  await answers();
  expect(isShown(element, '[data-id="apply"]')).toBe(false);
  expect(isShown(panel({ readOnly: true }), '[data-id="apply"]')).toBe(false);
});
