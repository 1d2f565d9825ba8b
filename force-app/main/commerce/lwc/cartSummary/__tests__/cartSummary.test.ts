import CartSummary from 'c/cartSummary';
import { graphql } from 'lightning/graphql';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { cart, list, node } from '../../shopper/__tests__/answers';
import { find, words } from '../../shopper/__tests__/deep';

const wire = graphql as unknown as {
  emit(data: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: unknown[], filter?: undefined, refresh?: () => Promise<void>): void;
};

async function page(record?: object): Promise<HTMLElement> {
  const element = show(CartSummary, { recordId: 'a01' });
  await settle();
  const worker = list([node('w', { Heard_At__c: new Date().toISOString() })]);
  const found = list(record ? [record as Record<string, unknown>] : []);
  wire.emit({ uiapi: { query: { record: found, Worker_Status__c: worker } } });
  await settle();
  return element;
}

const state = (element: HTMLElement, name: string) => find(element, `[data-state="${name}"]`);

it('shows that it is loading', async () => {
  const element = show(CartSummary, { recordId: 'a01' });
  await settle();
  expect(state(element, 'loading')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('shows path, person, items and link of a cart', async () => {
  const element = await page(cart());
  const told = words(element);
  for (const what of ['Ada Lovelace', 'Stove', '€89.90', 'c.Shopper_Cart_Link']) {
    expect(told).toContain(what);
  }
  await expect(element).toBeAccessible();
});

it('says that a cart was recovered', async () => {
  const element = await page(cart({ Status__c: 'Converted', Recovered__c: true }));
  expect(words(element)).toContain('c.Shopper_Cart_Recovered');
  await expect(element).toBeAccessible();
});

it('says that a record which is gone, or hidden, cannot be shown', async () => {
  const element = await page();
  expect(state(element, 'no-access')).not.toBeNull();
  expect(state(element, 'loading')).toBeNull();
  await expect(element).toBeAccessible();
});

it('says why it failed, and asks again on a click', async () => {
  const refresh = jest.fn<() => Promise<void>>().mockResolvedValue();
  const element = show(CartSummary, { recordId: 'a01' });
  await settle();
  wire.emitErrors([{ message: 'The org is under maintenance' }], undefined, refresh);
  await settle();
  expect(state(element, 'failed')?.textContent).toContain('The org is under maintenance');
  await expect(element).toBeAccessible();
  find(element, 'lightning-button')?.click();
  expect(refresh).toHaveBeenCalledTimes(1);
});
