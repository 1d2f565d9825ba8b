import OrderItems from 'c/orderItems';
import { orderOf } from 'c/shopModel';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { item, list, node, order } from '../../shopper/__tests__/answers';
import { all, find, words } from '../../shopper/__tests__/deep';

async function items(given: ReturnType<typeof item>[], props: object = {}): Promise<HTMLElement> {
  const whole = { ...order(1), Order_Items__r: list(given) };
  const lines = orderOf(whole as never).items;
  const usual = { items: lines, itemCount: lines.length, currency: 'EUR', label: 'Items' };
  const element = show(OrderItems, { ...usual, ...props });
  await settle();
  return element;
}

it('is a table with headers of rows and columns', async () => {
  const element = await items([item('1'), item('2', { Refunded_Quantity__c: 1 })]);
  expect(all(element, 'tbody th[scope="row"]')).toHaveLength(2);
  expect(all(element, 'thead th[scope="col"]')).toHaveLength(4);
  expect(words(element)).toContain('c.Shopper_Refunded_Quantity');
  await expect(element).toBeAccessible();
});

it('is a list where there is little room', async () => {
  const element = await items([item('1')], { compact: true });
  expect(find(element, 'table')).toBeNull();
  expect(all(element, 'li')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('says when the shop told none, and when there are more than it shows', async () => {
  const none = await items([]);
  expect(words(none)).toContain('c.Shopper_No_Items');
  await expect(none).toBeAccessible();
  const some = await items([item('1')], { itemCount: 40 });
  expect(words(some)).toContain('c.Shopper_More_Items');
});

it('leaves out what is hidden from the reader', async () => {
  const element = await items([node('1', { Product_Name__c: 'Shoe', Quantity__c: 1 })]);
  expect(words(element)).toContain('Shoe');
  expect(words(element)).not.toContain('€');
});
