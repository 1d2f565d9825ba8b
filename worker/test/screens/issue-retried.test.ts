import { afterAll, expect, it } from 'vitest';
import { startLightning, type LocalLightning } from '../../stand-ins/lightning/start.ts';
import { useConnected } from '../control/control-kit.ts';
import { ADMIN } from '../deliver/use-org.ts';
import { openBrowser } from '../kit/browser.ts';
import { waitFor } from '../kit/wait-for.ts';
import { tabTo } from './screen-kit.ts';

const connected = useConnected();
const browser = openBrowser();
let lightning: LocalLightning | undefined;
afterAll(() => lightning?.close());

it('an order a rule refused is corrected by keyboard, tried again, written, and solved', async () => {
  const { org, store, control, work, ask } = await connected();
  org.addValidationRule({
    object: 'Order__c',
    field: 'Channel__c',
    formula: 'LEN(Channel__c) < 3',
    message: 'Channels have names of three letters or more here.',
  });
  store.shoppers.placeOrder({
    email: 'ada@example.com',
    items: [{ productId: 77, quantity: 1 }],
  });
  work();
  control();
  const salesforce = { instanceUrl: org.url, accessToken: ADMIN };
  lightning = await startLightning({ salesforce });
  const page = await browser.page();
  await page.goto(`${lightning.url}/lightning/n/Issues`);
  await page.getByText('Nothing was put aside').waitFor();

  await ask('Send Sample Event');
  const opener = page.getByRole('button', { name: /^Open Order \d+$/ });
  await opener.waitFor({ timeout: 15_000 });

  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await page.getByText('Channels have names of three letters or more here.').first().waitFor();
  const channel = page.getByLabel('Channel', { exact: true });
  await tabTo(page, channel);
  await page.keyboard.type('Online');
  await tabTo(page, page.getByRole('button', { name: 'Correct and retry' }));
  await page.keyboard.press('Enter');

  await waitFor(
    () => org.query(`SELECT Id FROM Order__c WHERE Channel__c = 'Online'`).length === 1,
    { what: 'the corrected order to be written' },
  );
  await page.getByRole('article').getByText('Solved', { exact: true }).waitFor({ timeout: 20_000 });
  expect(await page.getByRole('button', { name: 'Correct and retry' }).count()).toBe(0);
  await page.getByRole('link', { name: /^Open \d+ in Salesforce$/ }).waitFor();
  // Before the org goes, which the page would notice.
  await page.close();
}, 150_000);
