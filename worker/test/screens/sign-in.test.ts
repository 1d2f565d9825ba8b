import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { usePages, type UsedPages } from '../pages/use-pages.ts';
import { accessibilityFaults, overflow, tabTo } from './screen-kit.ts';

const use = usePages();
const browser = openBrowser();
const NARROW = { width: 320, height: 640 };

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Presses Tab until the link or button is reached, then Enter. */
async function press(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function signIn(page: Page, { url }: UsedPages): Promise<void> {
  await page.goto(`${url}/connect`);
  await press(page, 'link', 'Sign in to Salesforce');
  await heading(page, 'Log in to the local org');
  await press(page, 'button', 'Allow');
  await heading(page, 'Salesforce is connected');
}

test('an admin signs in and connects the shop with the keyboard alone', async () => {
  const used = await use();
  // The answer to a wrong form is an error by its status.
  const page = await browser.page({ expected: /status of 422/ });
  await signIn(page, used);
  await press(page, 'link', 'Connect a shop');
  await press(page, 'link', 'BigCommerce');
  await heading(page, 'Connect your BigCommerce shop');

  await type(page, 'API path', `https://api.bigcommerce.com/stores/${used.store.storeHash}/v3/`);
  await type(page, 'Access token', 'wrong');
  await type(page, 'Client secret', used.store.clientSecret);
  await page.keyboard.press('Enter');
  await page.getByText('Error: BigCommerce does not accept this token').waitFor();
  const focused = page.locator(':focus');
  expect(await focused.getAttribute('name')).toBe('accessToken');
  expect(await page.getByLabel('API path').inputValue()).toContain(used.store.storeHash);

  await page.keyboard.type(used.store.accessToken);
  await page.keyboard.press('Tab');
  await page.keyboard.type(used.store.clientSecret);
  await page.keyboard.press('Enter');
  await heading(page, 'Cartbridge is connected');
  await page
    .getByRole('status')
    .getByText(/webhooks: \d+ made/)
    .waitFor();
});

test('every page is free of faults that axe knows, and fits a window 320 px wide', async () => {
  const used = await use();
  const expected = /status of 4\d\d/;
  const page = await browser.page({ expected, bypassCSP: true, viewport: NARROW });

  await page.goto(`${used.url}/connect`);
  await expectGood(page);
  await page.goto(`${used.url}/connect/salesforce`);
  await heading(page, 'Log in to the local org');
  await expectGood(page);
  await signIn(page, used);
  await expectGood(page);
  await page.goto(`${used.url}/connect/shop`);
  await expectGood(page);
  await page.goto(`${used.url}/connect/shop/bigcommerce`);
  await expectGood(page);
  await page.getByRole('button', { name: 'Connect the shop' }).click();
  await page.getByText('Error: Enter the access token.').waitFor();
  await expectGood(page);
  await page.goto(`${used.url}/connect/shop/clarity`);
  await page.getByRole('button', { name: 'Connect the shop' }).click();
  await page.getByText('Error: Enter the client id.').waitFor();
  await expectGood(page);
  await page.goto(`${used.url}/connect/salesforce/callback?state=none`);
  await heading(page, 'This sign-in cannot be finished');
  await expectGood(page);
});

async function expectGood(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), `${page.url()}, ${colorScheme}`).toEqual([]);
  }
  expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
  expect(await page.title()).not.toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
}
