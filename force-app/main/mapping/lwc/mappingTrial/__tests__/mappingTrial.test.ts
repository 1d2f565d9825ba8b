import { expect, test } from '@jest/globals';
import MappingTrial from 'c/mappingTrial';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  refuse,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { REFUSED, trial } from '../../trialRecord/__tests__/trials';

const answers = (job: object, trials: unknown[] = []): Promise<void> =>
  answer({
    Sync_Job__c: connection([{ Id: 'j1', Type__c: 'Dry Run', Status__c: 'Done', ...job }]),
    Sync_Result__c: connection(
      trials.map((data) => ({ Kind__c: 'Trial', Title__c: 't', Data__c: JSON.stringify(data) })),
    ),
  });

test('a trial tells of each record, and what going live would cost', async () => {
  const element = show(MappingTrial, { recordId: 'j1' });
  const Result__c = JSON.stringify({ calls: { shop: 1, read: 2, write: 3 } });
  await answers({ Result__c }, [trial(), REFUSED]);
  expect(element.shadowRoot?.querySelectorAll('c-trial-record')).toHaveLength(2);
  expect(textsOf(element, '[data-id="summary"]')).toEqual([
    'c.Mapping_Trials_Records c.Mapping_Trials_Refused',
  ]);
  expect(isShown(element, '[data-id="calls"]')).toBe(true);
  await expectAccessible(element);
});

test('a trial under way says so, and a failed one says why', async () => {
  const element = show(MappingTrial, { recordId: 'j1' });
  await answers({ Status__c: 'Running' });
  expect(textsOf(element, '[role="status"] p')).toEqual(['c.Mapping_Trials_Under_Way']);
  await answers({ Status__c: 'Failed', Message__c: 'The shop is away.' });
  expect(find(element, '[role="alert"]').textContent).toBe('The shop is away.');
  await expectAccessible(element);
});

test('on the page of another job nothing stands in the way', async () => {
  const element = show(MappingTrial, { recordId: 'j1' });
  await answers({ Type__c: 'Load History' });
  expect(isShown(element, 'section')).toBe(false);
});

test('an error of the query is told', async () => {
  const element = show(MappingTrial, { recordId: 'j1' });
  await answers({});
  await refuse('The org is away.');
  expect(textsOf(element, '[role="alert"]')).toEqual(['The org is away.']);
});
