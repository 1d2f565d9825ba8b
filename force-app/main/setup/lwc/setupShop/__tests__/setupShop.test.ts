import { expect, jest, test } from '@jest/globals';
import SetupShop from 'c/setupShop';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { opened } from '../../../../shared/lwc/query/__tests__/navigation';
import { factsOf, SHOP } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('each shop says whether it works, and another can be connected on the worker’s page', async () => {
  const broken = { ...SHOP, Id: 'a01000000000002', Name: 'Red Shop', Hooks_Alive__c: 1 };
  const step = show(SetupShop, { facts: factsOf({ shops: [SHOP, broken] }), mayChange: true });
  expect(textsOf(step, 'strong')).toEqual(['Blue Shop', 'Red Shop']);
  expect(
    [...(step.shadowRoot?.querySelectorAll('lightning-icon') ?? [])].map(
      (icon) => (icon as unknown as { iconName: string }).iconName,
    ),
  ).toEqual(['utility:success', 'utility:warning']);
  find(step, '[data-id="open"]').click();
  const url = `https://worker.example.com/connect/shop?return=${encodeURIComponent(window.location.href)}`;
  expect(opened.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url } }]]);
  await expectAccessible(step);
});

test('without a worker’s address it says what comes first', async () => {
  const step = show(SetupShop, { facts: factsOf({ worker: [], shops: [] }), mayChange: true });
  expect(textsOf(step, 'p')).toContain('c.Setup_Shop_No_Worker');
  expect(textsOf(step, 'p')).toContain('c.Setup_Shop_None');
  expect(isShown(step, 'lightning-button')).toBe(false);
  await expectAccessible(step);
});
