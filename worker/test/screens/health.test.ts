import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';
import { ago, status } from './worker-records.ts';

const screens = startSetupScreens();
const browser = openBrowser();
beforeEach(() => screens.clear());

const HEALTH = '/lightning/n/Health';
const HOOKS_MISSING = JSON.stringify([
  {
    code: 'hooks_missing',
    about: 'Sample Shop',
    what: '1 of 3 webhooks are off.',
    next: 'Repair.',
  },
]);

async function shop(): Promise<string> {
  return screens.create('Shop__c', {
    ...{ Name: 'Sample Shop', Shop_Key__c: 'shop-1', Status__c: 'Connected' },
    ...{ Hooks_Alive__c: 2, Hooks_Wanted__c: 3, Hooks_Checked_At__c: ago(60_000) },
    Last_Success_At__c: ago(5_000),
  });
}

async function open(options: Parameters<typeof browser.page>[0] = {}): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, ...options });
  page.setDefaultTimeout(10_000);
  await page.goto(screens.lightning.url + HEALTH);
  return page;
}

test('before a worker was connected the page leads to the Setup Assistant', async () => {
  const page = await open();
  await page.getByText('The worker has not been connected yet').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, page.getByRole('button', { name: 'Open the Setup Assistant' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/n\/Setup_Assistant/);
});

test('reports of the worker show by themselves, in numbers, bars and a table', async () => {
  const page = await open();
  await page.getByText('The worker has not been connected yet').waitFor();

  await screens.report(status());
  const waiting = page.locator('[data-id="waiting"]');
  await waiting.getByText('3', { exact: true }).waitFor();
  await screens.report({ Waiting__c: 1742 });
  await waiting.getByText('1,742', { exact: true }).waitFor();

  await page.getByText('45,210 of 100,000 used in the last 24 hours').waitFor();
  await page.getByText('Nothing. Everything works.').waitFor();
  await page.getByRole('img', { name: /^276 received, 276 written, 2 put aside/ }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Show as a table' }));
  await page.keyboard.press('Enter');
  const rows = page.getByRole('table', { name: 'The last 24 hours' }).getByRole('row');
  await rows.nth(24).waitFor();
  expect(await rows.nth(1).innerText()).toMatch(/23\s+23\s+2\s+33$/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('webhooks are repaired from the problem, by keyboard, and the page tells the end', async () => {
  const shopId = await shop();
  await screens.report(status({ Problems__c: HOOKS_MISSING }));
  const page = await open();
  await page.getByText('Webhooks of Sample Shop are off: its news arrives late').waitFor();
  await page.getByText('2 of 3 are alive').waitFor();
  const problem = page.getByRole('listitem').filter({ hasText: 'Webhooks of Sample Shop' });
  await tabTo(page, problem.getByRole('button', { name: 'Repair the webhooks' }));
  await page.keyboard.press('Enter');
  await problem.getByText('The worker was asked to repair the webhooks.').waitFor();

  const job = await screens.endJob('Repair Webhooks', { Message__c: '1 webhooks were put right.' });

  expect(job.Shop__c).toBe(shopId);
  await problem.getByText('1 webhooks were put right.').waitFor();
  await screens.report({ Problems__c: '[]' });
  await page.getByText('Nothing. Everything works.').waitFor();
});

test('a silent worker is told with what it means; what was last known stays readable', async () => {
  await shop();
  await screens.report(status({ Heard_At__c: ago(11 * 60_000) }));
  const page = await open();
  const alert = page.getByRole('alert');
  await alert.getByText(/^The worker has not been heard of since /).waitFor();
  await alert.getByText('New orders and carts may not be arriving in Salesforce.').waitFor();
  await page
    .locator('[data-id="old"]')
    .getByText(/^As of /)
    .waitFor();
  await page.locator('[data-id="waiting"]').getByText('3', { exact: true }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await screens.report({ Heard_At__c: ago(0) });
  await alert.waitFor({ state: 'detached' });
});

test('who may not ask the worker sees everything and no button for it', async () => {
  await shop();
  await screens.report(status({ Problems__c: HOOKS_MISSING }));
  const page = await browser.page();
  await page.goto(screens.lightning.urlAs(screens.reader, HEALTH));
  await page.getByText('2 of 3 are alive').waitFor();
  expect(await page.getByRole('button', { name: 'Repair the webhooks' }).count()).toBe(0);
});

test('on a phone, and from right to left, nothing is wider than the window', async () => {
  await shop();
  await screens.report(status({ Problems__c: HOOKS_MISSING }));
  const page = await open({ viewport: { width: 320, height: 640 } });
  await page.getByText('2 of 3 are alive').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { dir: string } };
    document.dir = 'rtl';
  });
  expect(await overflow(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});
