import ShopperOrder from 'c/shopperOrder';
import { orderOf } from 'c/shopModel';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { order } from '../../shopper/__tests__/answers';
import { find, words } from '../../shopper/__tests__/deep';

it('opens and closes its items by the button, which tells its state', async () => {
  const props = { order: orderOf(order(1023) as never) };
  const element = show(ShopperOrder, props);
  await settle();
  const button = find(element, 'button');
  expect(button?.getAttribute('aria-expanded')).toBe('false');
  expect(words(element)).not.toContain('Trail Shoe');
  await expect(element).toBeAccessible();
  button?.click();
  await settle();
  expect(button?.getAttribute('aria-expanded')).toBe('true');
  expect(words(element)).toContain('Trail Shoe');
  expect(words(element)).toContain('€120.00');
  expect(words(element)).toContain('Size: 42');
  await expect(element).toBeAccessible();
  button?.click();
  await settle();
  expect(words(element)).not.toContain('Trail Shoe');
});
