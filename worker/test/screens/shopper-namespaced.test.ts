import { expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, overflow } from './screen-kit.ts';
import { placeOrder, startShoppers, tell } from './shopper-kit.ts';

// An org in which the package is installed under a namespace, seen from right to left.

const screens = startShoppers('cb', { dir: 'rtl', lang: 'ar' });
const browser = openBrowser();

const at = (path: string) => `${screens.lightning.url}/lightning/r/${path}/view`;

test('the panel shows an order that is placed, and fits from right to left', async () => {
  const page = await browser.page({ bypassCSP: true, viewport: { width: 320, height: 640 } });
  await page.goto(at(`Contact/${screens.ada}`));
  const panel = page.locator('c-shopper');
  await panel.locator('[data-figure="spend"]').getByText('€366.00').waitFor();
  await panel.getByText('€89.90 · 2 pieces').waitFor();
  await panel.getByRole('button', { name: /Order 1023/ }).click();
  await panel.getByText('Trail Shoe').waitFor();
  const placed = await placeOrder(screens, '2000', new Date().toISOString());
  const news = panel.getByRole('button', { name: /Order 2000/ });
  // The panel begins to listen when it is shown; a signal before that would be nobody's news.
  await expect
    .poll(
      async () => {
        await tell(screens, placed, screens.ada);
        return news.isVisible();
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe(true);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await overflow(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an order page shows how far it is, its items and totals', async () => {
  const page = await browser.page();
  await page.goto(at(`cb__Order__c/${screens.orderId}`));
  const order = page.locator('c-order-summary');
  await order.getByRole('rowheader', { name: /Trail Shoe/ }).waitFor();
  expect(await order.locator('[aria-current="step"]').textContent()).toContain('Shipped');
  await order.getByRole('link', { name: 'Ada Lovelace' }).click();
  await page
    .locator('c-shopper')
    .getByRole('button', { name: /Order 1023/ })
    .waitFor();
  expect(new URL(page.url()).pathname).toBe(`/lightning/r/Contact/${screens.ada}/view`);
});
