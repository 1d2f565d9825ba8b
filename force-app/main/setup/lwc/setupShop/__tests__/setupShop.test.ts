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

test('a shop is connected again at its own form, also one whose webhooks people set up', async () => {
  const byHand = {
    ...{ ...SHOP, Name: 'Acme', Shop_Key__c: 'clarity-acme', Hooks_Alive__c: 0 },
    ...{ Hooks_Wanted__c: 0, Hooks_Checked_At__c: '2026-01-02T03:04:05.000Z' },
  };
  const step = show(SetupShop, { facts: factsOf({ shops: [byHand] }), mayChange: true });
  expect(textsOf(step, 'li span')).toEqual(['c.Setup_Shop_By_Hand']);
  expect((find(step, 'lightning-icon') as unknown as { iconName: string }).iconName).toBe(
    'utility:success',
  );
  find(step, '[data-shop="clarity-acme"]').click();
  const [[{ attributes }]] = opened.mock.calls as [[{ attributes: { url: string } }]];
  expect(new URL(attributes.url).searchParams.get('shop')).toBe('clarity-acme');
  await expectAccessible(step);
});

test('without a worker’s address it says what comes first', async () => {
  const step = show(SetupShop, { facts: factsOf({ worker: [], shops: [] }), mayChange: true });
  expect(textsOf(step, 'p')).toContain('c.Setup_Shop_No_Worker');
  expect(textsOf(step, 'p')).toContain('c.Setup_Shop_None');
  expect(isShown(step, 'lightning-button')).toBe(false);
  await expectAccessible(step);
});
