import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished, test } from 'vitest';
import { firstProducts } from '../../../scripts/lib/seed.ts';
import { bigcommerceOf } from '../../../scripts/lib/stack-file.ts';
import { startStack, type Stack } from '../../../scripts/lib/stack.ts';
import { driveOrg } from '../journey/org-driver.ts';
import { driveStore } from '../journey/drivers/bigcommerce-store.ts';
import { openBrowser } from '../kit/browser.ts';
import { becomeContacts, press, step, stepSays } from './setup-story.ts';
import { tabTo } from './screen-kit.ts';

const browser = openBrowser();
const SHOPPER = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Keller' };

/** Everything that `npm start` runs, but nothing connected yet. */
async function startUnconnected(): Promise<Stack> {
  const home = mkdtempSync(join(tmpdir(), 'cartbridge-newcomer-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const stack = await startStack({ home, durable: false, lightning: true, connected: false });
  onTestFinished(() => stack.stop());
  return stack;
}

test('somebody new walks the six steps with the keyboard, and sees a sale on the contact without reloading', async () => {
  const stack = await startUnconnected();
  const { worker, salesforce, lightning } = stack.description;
  const bigcommerce = bigcommerceOf(stack.description);
  const org = driveOrg(salesforce);
  const shop = driveStore(bigcommerce);
  const [productId = 0] = await firstProducts(bigcommerce, 1);
  const items = [{ productId, quantity: 2 }];
  const AccountId = await org.create('Account', { Name: 'Keller Interiors' });
  const contact = await org.create('Contact', {
    ...{ FirstName: 'Ada', LastName: 'Keller', Email: SHOPPER.email, AccountId },
  });
  await shop.shopper('place-order', { ...SHOPPER, items });

  const page = await browser.page();
  page.setDefaultTimeout(20_000);
  await page.goto(`${lightning?.url ?? ''}/lightning/n/Setup_Assistant`);
  await page.getByText('0 of 6 steps done').waitFor();

  await tabTo(page, step(page, 'worker').getByLabel('Address of the worker'));
  await page.keyboard.type(worker.url);
  await press(page, 'worker', 'Save the address');
  const signIn = await opened(page, () => press(page, 'worker', "Sign in on the worker's page"));
  await tabTo(signIn, signIn.getByRole('radio', { name: salesforce.username }));
  await signIn.keyboard.press('Space');
  await tabTo(signIn, signIn.getByRole('button', { name: 'Allow' }));
  await signIn.keyboard.press('Enter');
  await signIn.getByRole('heading', { name: 'Salesforce is connected' }).waitFor();
  await signIn.close();
  await stepSays(page, 'worker', 'Done');
  await stepSays(page, 'mapping', 'Done');

  await press(page, 'shop', 'Connect the shop');
  const form = await opened(page, () => press(page, 'shop', "Connect a shop on the worker's page"));
  await tabTo(form, form.getByRole('link', { name: 'BigCommerce' }));
  await form.keyboard.press('Enter');
  await type(form, 'API path', bigcommerce.storeHash);
  await type(form, 'Access token', bigcommerce.accessToken);
  await type(form, 'Client secret', bigcommerce.clientSecret);
  await form.keyboard.press('Enter');
  await form.getByRole('heading', { name: 'Cartbridge is connected' }).waitFor();
  await form.close();
  await stepSays(page, 'shop', 'Done');

  await press(page, 'matching', 'Choose matching');
  await becomeContacts(page, 'guest');
  await becomeContacts(page, 'registered');
  await press(page, 'matching', 'Save the choice');
  await stepSays(page, 'matching', 'Done');

  await press(page, 'sample', 'Dry run');
  await press(page, 'sample', 'Send a sample event');
  await stepSays(page, 'sample', 'Done');
  await stepSays(page, 'live', 'Done');
  await page.getByText('Everything is set up.').waitFor();

  await page.goto(`${lightning?.url ?? ''}/lightning/r/Contact/${contact}/view`);
  const panel = page.locator('c-shopper');
  await panel.locator('c-shopper-order').first().waitFor();
  const bought = await shop.shopper<{ orderId: number }>('place-order', { ...SHOPPER, items });
  await panel.getByRole('button', { name: new RegExp(`Order ${bought.orderId}`) }).waitFor();
}, 180_000);

/** The page that opens in a tab of its own. */
async function opened(page: Page, act: () => Promise<void>): Promise<Page> {
  const [other] = await Promise.all([page.context().waitForEvent('page'), act()]);
  other.setDefaultTimeout(20_000);
  return other;
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}
