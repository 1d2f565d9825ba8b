import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { firstProducts } from '../../../scripts/lib/seed.ts';
import { bigcommerceOf } from '../../../scripts/lib/stack-file.ts';
import { startStack, type Stack } from '../../../scripts/lib/stack.ts';
import { driveOrg, type OrgDriver } from '../journey/org-driver.ts';
import { preparedOrgsIn } from '../journey/prepared-org.ts';
import { driveStore } from '../journey/drivers/bigcommerce-store.ts';
import { openBrowser } from '../kit/browser.ts';
import { waitFor } from '../kit/wait-for.ts';

const browser = openBrowser();

async function startConnected(): Promise<Stack> {
  const home = mkdtempSync(join(tmpdir(), 'cartbridge-mapping-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const prepared = preparedOrgsIn(inject('preparedOrgs'));
  prepared.lay(home, '');
  const stack = await startStack({ home, durable: false, lightning: true, bring: prepared.bring });
  onTestFinished(() => stack.stop());
  return stack;
}

test('a mapping is changed, previewed, tried on ten orders, published, seen in the next order, and rolled back', async () => {
  const stack = await startConnected();
  const { salesforce, lightning } = stack.description;
  const bigcommerce = bigcommerceOf(stack.description);
  const org = driveOrg(salesforce);
  const shop = driveStore(bigcommerce);
  const [productId = 0] = await firstProducts(bigcommerce, 1);
  const buy = async (email: string): Promise<string> => {
    const items = [{ productId, quantity: 1 }];
    const bought = await shop.shopper<{ orderId: number }>('place-order', { email, items });
    return String(bought.orderId);
  };
  const orders = [];
  for (let shopper = 0; shopper < 10; shopper += 1)
    orders.push(await buy(`ada${shopper}@example.com`));
  for (const order of orders) expect(await sourceOf(org, order)).toBe('www, by version 1');

  const page = await browser.page();
  page.setDefaultTimeout(20_000);
  await page.setViewportSize({ width: 1400, height: 1000 });
  await page.goto(`${lightning?.url ?? ''}/lightning/n/Mapping`);
  await page.getByText('Version 1 of').waitFor();
  await page.getByRole('button', { name: 'Load samples' }).click();
  await page.getByRole('button', { name: 'Read the fields' }).click();

  await changeToCapitals(page);
  await page.getByText('The draft has one change.').waitFor();
  await tryOnTen(page);
  expect(await sourceOf(org, orders[0] ?? '')).toBe('www, by version 1');

  await publish(page, 'Sources in capitals');
  await page.getByText('Version 2 is in use from the next event on.').waitFor();
  expect(await sourceOf(org, await buy('bob@example.com'))).toBe('WWW, by version 2');

  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Roll back to Version 1' }).click();
  await giveReason(page, 'Back to small letters');
  await page.getByText('Version 3 is in use from the next event on.').waitFor();
  expect(await sourceOf(org, await buy('cleo@example.com'))).toBe('www, by version 3');
  await page.close();
}, 240_000);

/** In the Source of an order, which the shop calls "www". */
async function changeToCapitals(page: Page): Promise<void> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Source/ }) });
  await row.getByRole('cell', { name: 'www', exact: true }).waitFor();
  await row.getByRole('button', { name: /^Edit/ }).click();
  const editor = page.locator('c-mapping-row-editor');
  await editor.getByLabel('Add a step').fill('case');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editor.getByRole('combobox', { name: 'Case' }).click();
  await editor.getByRole('option', { name: 'upper' }).click();
  await row.getByText('WWW', { exact: true }).waitFor();
  await editor.getByRole('button', { name: 'Done' }).click();
}

async function tryOnTen(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Try' }).click();
  await page.getByRole('button', { name: 'Choose the Last 10' }).click();
  await page.getByRole('button', { name: 'Try the Chosen (10)' }).click();
  await page.getByText('Records tried: 10. Nothing was written.').waitFor({ timeout: 60_000 });
  const trial = page.locator('c-trial-record').first();
  await cells(trial, 'Source__c', ['www', 'WWW', 'Changed']);
}

async function cells(trial: Locator, field: string, texts: string[]): Promise<void> {
  const row = trial.locator(`tr[data-field="${field}"]`).first();
  for (const text of texts) await row.getByRole('cell', { name: text, exact: true }).waitFor();
}

async function publish(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await giveReason(page, reason);
}

async function giveReason(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
}

async function sourceOf(org: OrgDriver, order: string): Promise<string> {
  let found = '';
  await waitFor(
    async () => {
      const [record] = await org.all(
        `SELECT Source__c, Mapping_Version__c FROM Order__c WHERE Name = '${order}'`,
      );
      found = record
        ? `${String(record.Source__c)}, by version ${String(record.Mapping_Version__c)}`
        : '';
      return found !== '';
    },
    { what: `order ${order} to be in Salesforce`, timeoutMs: 30_000 },
  );
  return found;
}
