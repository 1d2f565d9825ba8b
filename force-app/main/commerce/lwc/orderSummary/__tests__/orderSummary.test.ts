import OrderSummary from 'c/orderSummary';
import { graphql } from 'lightning/graphql';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { order, list, node } from '../../shopper/__tests__/answers';
import { find, words } from '../../shopper/__tests__/deep';

const wire = graphql as unknown as {
  emit(data: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: unknown[], filter?: undefined, refresh?: () => Promise<void>): void;
};

async function page(record?: object): Promise<HTMLElement> {
  const element = show(OrderSummary, { recordId: 'a01' });
  await settle();
  const worker = list([node('w', { Heard_At__c: new Date().toISOString() })]);
  const found = list(record ? [record as Record<string, unknown>] : []);
  wire.emit({ uiapi: { query: { record: found, Worker_Status__c: worker } } });
  await settle();
  return element;
}

const state = (element: HTMLElement, name: string) => find(element, `[data-state="${name}"]`);

it('shows that it is loading', async () => {
  const element = show(OrderSummary, { recordId: 'a01' });
  await settle();
  expect(state(element, 'loading')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('shows path, person, items and totals of an order', async () => {
  const element = await page(order(1023));
  const told = words(element);
  for (const what of ['Ada Lovelace', 'Trail Shoe', '€183.50', '€28.50']) {
    expect(told).toContain(what);
  }
  expect(told).not.toContain('c.Shopper_Order_Net_Total');
  await expect(element).toBeAccessible();
});

it('shows what remains of an order after refunds', async () => {
  const back = { Status__c: 'Partially Refunded', Refunded__c: 20, Net_Total__c: 163.5 };
  const element = await page(order(1023, back));
  expect(words(element)).toContain('€163.50');
  await expect(element).toBeAccessible();
});

it('tells of an order without a person whose email came with it', async () => {
  const element = await page({ ...order(1023), Contact__r: null });
  expect(words(element)).toContain('c.Shopper_Order_Unmatched');
});

it('stands although fields are hidden from the reader', async () => {
  const element = await page(node('a01', { Name: '1023', Total__c: 5, Currency__c: 'EUR' }));
  expect(words(element)).toContain('€5.00');
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
  const element = show(OrderSummary, { recordId: 'a01' });
  await settle();
  wire.emitErrors([{ message: 'The org is under maintenance' }], undefined, refresh);
  await settle();
  expect(state(element, 'failed')?.textContent).toContain('The org is under maintenance');
  await expect(element).toBeAccessible();
  find(element, 'lightning-button')?.click();
  expect(refresh).toHaveBeenCalledTimes(1);
});
