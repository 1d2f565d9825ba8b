import { expect, jest, test } from '@jest/globals';
import TabButton from 'c/tabButton';
import { expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';
import { opened } from '../../../../shared/lwc/query/__tests__/navigation';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('a tab of the package opens', async () => {
  const button = show(TabButton, { label: 'Open Issues', tab: 'Issues' });
  find(button, 'lightning-button').click();
  expect(opened.mock.calls).toEqual([
    [{ type: 'standard__navItemPage', attributes: { apiName: 'Issues' } }],
  ]);
  await expectAccessible(button);
});

test('another address of the org opens', () => {
  const button = show(TabButton, { label: 'API usage', path: '/lightning/setup/x/home' });
  find(button, 'lightning-button').click();
  expect(opened.mock.calls).toEqual([
    [{ type: 'standard__webPage', attributes: { url: '/lightning/setup/x/home' } }],
  ]);
});

test('the list of an object opens', () => {
  const button = show(TabButton, { label: 'Open Match Reviews', object: 'Match_Review__c' });
  find(button, 'lightning-button').click();
  expect(opened.mock.calls).toEqual([
    [
      {
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Match_Review__c', actionName: 'list' },
      },
    ],
  ]);
});
