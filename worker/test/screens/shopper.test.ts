import { expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, overflow, tabTo } from './screen-kit.ts';
import { placeOrder, salesPersonWithoutReading, startShoppers, tell } from './shopper-kit.ts';

const screens = startShoppers();
const browser = openBrowser();

const at = (object: string, id: string) =>
  `${screens.lightning.url}/lightning/r/${object}/${id}/view`;

test('the panel of a contact shows value, rhythm, cart and orders', async () => {
  const page = await browser.page();
  await page.goto(at('Contact', screens.ada));
  const panel = page.locator('c-shopper');
  await panel.locator('[data-figure="spend"]').getByText('€366.00').waitFor();
  await panel.getByText('Usually orders every 30 days; 6 days overdue.').waitFor();
  await panel.getByText('€89.90 · 2 pieces').waitFor();
  await panel.getByText('Abandoned 5 hours ago').waitFor();
  await panel.getByText(/^In the shop \d+:\d\d:\d\d [AP]M, here \d+:\d\d:\d\d [AP]M\.$/).waitFor();
  const link = panel.getByRole('link', { name: 'Open the cart in the shop' });
  expect(await link.getAttribute('href')).toBe('https://shop.example.com/r/abc');
});

test('one round trip brings all that the panel shows', async () => {
  const page = await browser.page();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('query shopper')) asked.push(request.url());
  });
  await page.goto(at('Contact', screens.ada));
  const panel = page.locator('c-shopper');
  await panel.getByRole('button', { name: /Order 1023/ }).click();
  await panel.getByText('Trail Shoe').waitFor();
  await panel.getByText('Stove').waitFor();
  expect(asked).toHaveLength(1);
});

test('an order that is placed appears on the open panel without reloading', async () => {
  const page = await browser.page();
  await page.goto(at('Contact', screens.ada));
  const panel = page.locator('c-shopper');
  await panel.getByRole('button', { name: /Order 1023/ }).waitFor();
  const heard = page.locator('c-shopper').getByRole('button', { name: /Order 2000/ });
  const placed = await placeOrder(screens, '2000', new Date().toISOString());
  // The panel begins to listen when it is shown; a signal before that would be nobody's news.
  await expect
    .poll(
      async () => {
        await tell(screens, placed, screens.ada);
        return heard.isVisible();
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe(true);
});

test('everything is reached and opened with the keyboard alone', async () => {
  const page = await browser.page();
  await page.goto(at('Contact', screens.ada));
  const panel = page.locator('c-shopper');
  const order = panel.getByRole('button', { name: /Order 1023/ });
  await order.waitFor();
  await tabTo(page, panel.getByRole('link', { name: 'Open the cart in the shop' }));
  await tabTo(page, order);
  await page.keyboard.press('Enter');
  await panel.getByText('Trail Shoe').waitFor();
  await tabTo(page, panel.getByRole('link', { name: 'Open order 1023' }));
  await page.keyboard.press('Enter');
  await page
    .locator('c-order-summary')
    .getByRole('rowheader', { name: /Trail Shoe/ })
    .waitFor();
  expect(new URL(page.url()).pathname).toBe(`/lightning/r/Order__c/${screens.orderId}/view`);
});

test('an account shows the orders and carts of its people, and who they are', async () => {
  const page = await browser.page();
  await page.goto(at('Account', screens.account));
  const panel = page.locator('c-shopper');
  await panel.locator('[data-figure="spend"]').getByText('€366.00').waitFor();
  await panel.getByRole('button', { name: /Order 1023.*Ada Lovelace/ }).waitFor();
  await panel.locator('[data-id="cart"]').getByRole('link', { name: 'Ada Lovelace' }).waitFor();
});

test('a lead without orders teaches, and has a sample event sent', async () => {
  const page = await browser.page();
  await page.goto(at('Lead', screens.newcomer));
  const panel = page.locator('c-shopper');
  await panel.getByText('Nothing from the shop yet').waitFor();
  await panel.getByRole('button', { name: 'Send a sample event' }).click();
  await panel.getByText('A sample order arrives').waitFor();
  const [job] = screens.rows(
    "SELECT Status__c FROM Sync_Job__c WHERE Type__c = 'Send Sample Event'",
  );
  expect(job?.Status__c).toBe('Requested');
});

test('who may only read sees the orders, and is offered no sample event', async () => {
  const page = await browser.page();
  const { lightning, reader } = screens;
  await page.goto(lightning.urlAs(reader, `/lightning/r/Account/${screens.account}/view`));
  await page
    .locator('c-shopper')
    .getByRole('button', { name: /Order 1023/ })
    .waitFor();
  await page.goto(lightning.urlAs(reader, `/lightning/r/Lead/${screens.newcomer}/view`));
  const panel = page.locator('c-shopper');
  await panel.getByText('Nothing from the shop yet').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
});

test('who lacks the permission set is told which one to ask for', async () => {
  // The shell asks what the tabs of the app are called, and may not know.
  const page = await browser.page({ expected: /400 \(Bad Request\)/ });
  const stranger = await salesPersonWithoutReading(screens);
  const path = `/lightning/r/Account/${screens.account}/view`;
  await page.goto(screens.lightning.urlAs(stranger, path));
  const panel = page.locator('c-shopper [data-state="no-access"]');
  await panel.getByText('permission set Cartbridge Reader').waitFor();
});

test('a cart page shows how far it is, and what is in it', async () => {
  const page = await browser.page();
  await page.goto(at('Cart__c', screens.cartId));
  const cart = page.locator('c-cart-summary');
  await cart.getByRole('cell', { name: '€89.90' }).first().waitFor();
  const step = cart.locator('[aria-current="step"]');
  expect(await step.textContent()).toContain('Left');
});

test.each(['Contact', 'Account', 'Lead', 'Order__c', 'Cart__c'])(
  'axe finds no fault on the page of a %s, which fits 320 pixels',
  async (object) => {
    const { ada, account, newcomer, orderId, cartId } = screens;
    const ids = {
      Contact: ada,
      Account: account,
      Lead: newcomer,
      Order__c: orderId,
      Cart__c: cartId,
    };
    const page = await browser.page({ bypassCSP: true, viewport: { width: 320, height: 640 } });
    await page.goto(at(object, ids[object as keyof typeof ids]));
    await page.locator('[data-state="filled"], [data-state="empty"]').waitFor();
    for (const order of await page.locator('c-shopper-order button').all()) await order.click();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);
