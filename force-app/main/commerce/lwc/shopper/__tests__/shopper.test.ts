import Shopper from 'c/shopper';
import * as emp from 'lightning/empApi';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { ADA, answer, cart, list, node, nothing, order, person } from './answers';
import { all, find, words } from './deep';

interface TestAdapter {
  emit(data: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: unknown[], filter?: undefined, refresh?: () => Promise<void>): void;
  getLastConfig(): { variables: { recordId: string; orders: number } };
}
const wire = graphql as unknown as TestAdapter;
const objectInfo = getObjectInfo as unknown as TestAdapter;

async function panel(props: object = {}): Promise<HTMLElement> {
  const record = { recordId: ADA, objectApiName: 'Contact' };
  const element = show(Shopper, { ...record, ...props });
  await settle();
  return element;
}

const state = (element: HTMLElement, name: string) => find(element, `[data-state="${name}"]`);

it('shows that it is loading until the first answer comes', async () => {
  const element = await panel();
  expect(state(element, 'loading')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('shows figures, cart, orders and freshness of a contact', async () => {
  const element = await panel();
  wire.emit(answer());
  await settle();
  expect(find(element, '[data-figure="spend"]')?.textContent).toBe('€1,284.50');
  expect(find(element, '[data-figure="orders"]')?.textContent).toBe('7');
  expect(all(element, 'c-shopper-order')).toHaveLength(2);
  expect(find(element, '[data-id="cart-value"]')?.textContent).toContain('€89.90');
  expect(find(element, '[data-id="cart-link"]')?.getAttribute('href')).toBe(
    'https://shop.example.com/r/abc',
  );
  expect(find(element, '[data-id="fresh"]')?.textContent).toBe('c.Shopper_Fresh');
  expect(find(element, '[data-id="silent"]')).toBeNull();
  await expect(element).toBeAccessible();
});

it('keeps sums of several currencies apart on an account, and names who bought', async () => {
  const sum = (currency: string, spend: number, orders: number) => ({
    aggregate: {
      Spend_Currency__c: { value: currency },
      Total_Spend__c: { sum: { value: spend } },
      Order_Count__c: { sum: { value: orders } },
      First_Order_At__c: { min: { value: '2026-07-01T10:00:00.000Z' } },
      Last_Order_At__c: { max: { value: '2026-07-01T10:00:00.000Z' } },
    },
  });
  const element = await panel({ objectApiName: 'Account', recordId: '001' });
  const sums = { sums: list([sum('EUR', 1000, 4), sum('USD', 300, 1)]) };
  wire.emit(answer({ person: undefined, people: list([{ Id: ADA }]) }, sums));
  await settle();
  const spent = all(element, '[data-figure="spend"]').map(({ textContent }) => textContent);
  expect(spent).toEqual(['€1,000.00', '$300.00']);
  const average = all(element, '[data-figure="average"]').map(({ textContent }) => textContent);
  expect(average).toEqual(['€250.00', '$300.00']);
  expect(words(element)).toContain('Ada Lovelace');
  await expect(element).toBeAccessible();
});

it('teaches and offers a sample event when there is nothing yet', async () => {
  const element = await panel();
  wire.emit(nothing());
  await settle();
  objectInfo.emit({ createable: true });
  await settle();
  expect(state(element, 'empty')).not.toBeNull();
  const [button] = all(element, 'lightning-button') as (HTMLElement & { label: string })[];
  expect(button?.label).toBe('c.Shopper_Sample');
  await expect(element).toBeAccessible();
});

it('only teaches who may not ask for a sample event', async () => {
  const element = await panel();
  wire.emit(nothing());
  await settle();
  objectInfo.emit({ createable: false });
  await settle();
  expect(state(element, 'empty')).not.toBeNull();
  expect(all(element, 'lightning-button')).toHaveLength(0);
});

it('shows the rest and says so when fields are hidden from the reader', async () => {
  const hiding = person();
  delete hiding.Total_Spend__c;
  const element = await panel();
  wire.emit(answer({ person: list([hiding]), Cart__c: undefined }));
  await settle();
  expect(state(element, 'hidden')).not.toBeNull();
  expect(find(element, '[data-figure="spend"]')).toBeNull();
  expect(find(element, '[data-figure="orders"]')?.textContent).toBe('7');
  expect(all(element, 'c-shopper-order')).toHaveLength(2);
  await expect(element).toBeAccessible();
});

it('says which permission set is missing when nothing may be seen', async () => {
  const element = await panel();
  const parts = { Order__c: undefined, Cart__c: undefined, newest: undefined };
  wire.emit(answer({ ...parts, person: list([node(ADA, {})]) }));
  await settle();
  expect(state(element, 'no-access')).not.toBeNull();
  expect(state(element, 'empty')).toBeNull();
  await expect(element).toBeAccessible();
});

it('says why it failed, and asks again on a click', async () => {
  const refresh = jest.fn<() => Promise<void>>().mockResolvedValue();
  const element = await panel();
  wire.emitErrors([{ message: 'The org is under maintenance' }], undefined, refresh);
  await settle();
  expect(state(element, 'failed')?.textContent).toContain('The org is under maintenance');
  expect(state(element, 'failed')?.getAttribute('role')).toBe('alert');
  await expect(element).toBeAccessible();
  find(element, 'lightning-button')?.click();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('asks for less when the query names what is hidden, and says that something is', async () => {
  const element = await panel();
  wire.emitErrors([{ message: 'Validation error of type WrongType: unknown field' }]);
  await settle();
  expect(state(element, 'failed')).toBeNull();
  wire.emit(answer({ Cart__c: list([cart({ Status__c: 'Converted' }), cart()]) }));
  await settle();
  expect(state(element, 'hidden')).not.toBeNull();
  expect(all(element, 'c-shopper-cart')).toHaveLength(1);
  expect(all(element, 'c-shopper-order')).toHaveLength(2);
});

it('keeps what it knew while a later answer fails', async () => {
  const element = await panel();
  wire.emit(answer());
  await settle();
  wire.emitErrors([{ message: 'Try later' }]);
  await settle();
  expect(state(element, 'partial')?.textContent).toContain('Try later');
  expect(state(element, 'filled')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('says when the worker has been silent for more than ten minutes', async () => {
  const element = await panel();
  const heard = new Date(Date.now() - 11 * 60_000).toISOString();
  wire.emit(answer({ Worker_Status__c: list([node('w', { Heard_At__c: heard })]) }));
  await settle();
  expect(find(element, '[data-id="silent"]')?.textContent).toContain('c.Shopper_Worker_Silent');
});

it('shows what the fields of the person say when no cart is at hand', async () => {
  const left = {
    Cart_Status__c: 'Abandoned',
    Cart_Value__c: 40,
    Cart_First_Items__c: 'Stove, Gas',
  };
  const element = await panel();
  wire.emit(answer({ Cart__c: list([]), person: list([person(left)]) }));
  await settle();
  expect(find(element, '[data-id="cart-value"]')?.textContent).toContain('€40.00');
  expect(find(element, '[data-id="cart"]')?.textContent).toContain('Stove, Gas');
  await expect(element).toBeAccessible();
});

it('never makes a link of an address that is no web page', async () => {
  const element = await panel();
  wire.emit(answer({ Cart__c: list([cart({ URL__c: ['javascript', 'alert(1)'].join(':') })]) }));
  await settle();
  expect(find(element, '[data-id="cart"]')).not.toBeNull();
  expect(find(element, '[data-id="cart-link"]')).toBeNull();
});

it('asks for all orders on a click, and moves the keyboard to the first new one', async () => {
  const element = await panel({ numberOfOrders: 2 });
  wire.emit(answer());
  await settle();
  expect(wire.getLastConfig().variables).toEqual({ recordId: ADA, orders: 2 });
  const [more] = all(element, 'lightning-button') as (HTMLElement & { label: string })[];
  expect(more?.label).toBe('c.Shopper_Show_All');
  more?.click();
  await settle();
  expect(wire.getLastConfig().variables.orders).toBe(102);
  wire.emit(answer({ Order__c: list([1023, 1022, 1021].map((number) => order(number))) }));
  await settle();
  const orders = all(element, 'c-shopper-order');
  expect(orders).toHaveLength(3);
  expect(all(element, 'lightning-button')).toHaveLength(0);
  const heads = all(element, 'button[aria-expanded]');
  expect((orders[2]?.getRootNode() as ShadowRoot).activeElement).toBe(orders[2]);
  expect(heads).toHaveLength(3);
});

it('says where it belongs when it is on another page', async () => {
  const element = await panel({ objectApiName: 'Case' });
  expect(state(element, 'misplaced')).not.toBeNull();
  await expect(element).toBeAccessible();
});

describe('the news of the worker', () => {
  const hear = async (refresh: () => Promise<void>) => {
    jest.useFakeTimers();
    jest.mocked(emp.isEmpEnabled).mockResolvedValue(true);
    await panel();
    wire.emit(answer(), undefined, refresh);
    await settle();
    return jest.mocked(emp.subscribe).mock.calls.at(-1)?.[2] as (message: object) => void;
  };
  const signal = (Kind__c: string, Record_Ids__c: string) => ({
    data: { payload: { Kind__c, Record_Ids__c } },
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('of this person or of an order that is shown makes it ask again', async () => {
    const refresh = jest.fn<() => Promise<void>>().mockResolvedValue();
    const tell = await hear(refresh);
    tell(signal('record', `00Qother,${ADA}`));
    jest.advanceTimersByTime(500);
    tell(signal('record', 'a01-1022'));
    jest.advanceTimersByTime(500);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('of others, or of another kind, changes nothing', async () => {
    const refresh = jest.fn<() => Promise<void>>().mockResolvedValue();
    const tell = await hear(refresh);
    tell(signal('record', '00Qother'));
    tell(signal('status', ADA));
    jest.advanceTimersByTime(500);
    expect(refresh).not.toHaveBeenCalled();
  });
});
