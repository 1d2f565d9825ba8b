import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';
import {
  becomeContacts,
  CHECKS,
  creatingAll,
  openSetup,
  press,
  pressToOpen,
  report,
  settings,
  step,
  stepSays,
  WORKER,
} from './setup-story.ts';

const screens = startSetupScreens();
const browser = openBrowser();

beforeEach(() => screens.clear());

const shop = () =>
  screens.create('Shop__c', {
    ...{ Name: 'Outdoor', Shop_Key__c: 's1', Status__c: 'Connected' },
    ...{ Hooks_Alive__c: 9, Hooks_Wanted__c: 9 },
  });

test('the six steps are walked with the keyboard alone, and each says by itself that it is done', async () => {
  const page = await browser.page();
  await page.context().route(`${WORKER}/**`, (route) => route.fulfill({ body: 'The worker' }));
  await openSetup(page, screens);
  await page.getByText('0 of 6 steps done').waitFor();

  const address = step(page, 'worker').getByLabel('Address of the worker');
  await tabTo(page, address);
  await page.keyboard.type('http://worker.example.com');
  await press(page, 'worker', 'Save the address');
  await page.getByText('The address must begin with https://').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(WORKER);
  await press(page, 'worker', 'Save the address');
  const next = step(page, 'worker').getByRole('button', { name: 'Sign in on' });
  await next.waitFor();
  expect(await hasFocus(next), 'the focus goes on from the saved address').toBe(true);
  const signIn = await pressToOpen(page, 'worker', "Sign in on the worker's page");
  expect(signIn.pathname).toBe('/connect/salesforce');
  await screens.report(report({ Worker_URL__c: WORKER, Preflight__c: null }));
  await stepSays(page, 'worker', 'Done');

  await screens.endJob('Check Setup', { Message__c: 'Nothing stands in the way.' });
  await screens.report(report());
  await page.locator('c-setup-preflight').getByText('may write all 86 fields').waitFor();
  await stepSays(page, 'mapping', 'Done');

  await press(page, 'shop', 'Connect the shop');
  const connect = await pressToOpen(page, 'shop', "Connect a shop on the worker's page");
  expect(connect.pathname).toBe('/connect/shop');
  const Shop__c = await shop();
  await screens.report(report());
  await stepSays(page, 'shop', 'Done');

  await press(page, 'matching', 'Choose matching');
  await becomeContacts(page, 'guest');
  await becomeContacts(page, 'registered');
  await press(page, 'matching', 'Save the choice');
  const change = await screens.endJob('Change Settings', { Message__c: 'The settings hold.' });
  const creating = creatingAll('Contact');
  expect(JSON.parse(String(change.Input__c))).toEqual({ creating });
  await screens.report(report({ Settings__c: settings({ creating }) }));
  await page.getByText('In use now: guests become Contact').waitFor();
  await stepSays(page, 'matching', 'Done');

  await press(page, 'sample', 'Dry run');
  await press(page, 'sample', 'Send a sample event');
  const sample = await screens.endJob('Send Sample Event', {
    Message__c: 'Order 7 is on its way.',
  });
  expect(sample.Shop__c).toBe(Shop__c);
  await step(page, 'sample').getByText('Order 7 is on its way.').waitFor();
  await stepSays(page, 'sample', 'Done');

  await screens.create('Order__c', { Name: '7', External_Id__c: 's1:order:7', Shop__c });
  await screens.create('Sync_Signal__e', { Kind__c: 'record' });
  await stepSays(page, 'live', 'Done');
  await press(page, 'live', 'Go live and load history');
  await press(page, 'live', 'Load the history');
  await screens.endJob('Load History', {
    Status__c: 'Not Available',
    Message__c: 'This version of the worker cannot do "Load History" yet.',
  });
  await step(page, 'live').getByText('cannot do "Load History" yet.').waitFor();
  await step(page, 'live').getByText('Not available in this version').waitFor();
  await page.getByText('6 of 6 steps done').waitFor();
  await page.getByText('Everything is set up.').waitFor();
}, 60_000);

test('an address that Salesforce refuses stays in the field, with the reason', async () => {
  const page = await browser.page({ expected: /status of 400/ });
  await openSetup(page, screens);
  const address = page.getByLabel('Address of the worker');
  const typed = `${WORKER}/${'a'.repeat(300)}`;
  await address.fill(typed);
  await page.getByRole('button', { name: 'Save the address' }).click();
  await step(page, 'worker').getByRole('alert').filter({ hasText: 'too large' }).waitFor();
  expect(await address.inputValue()).toBe(typed);
  await address.fill(WORKER);
  await page.getByRole('button', { name: 'Save the address' }).click();
  await page.getByRole('button', { name: "Sign in on the worker's page" }).waitFor();
  expect(screens.rows('SELECT Worker_URL__c, External_Id__c FROM Worker_Status__c')).toMatchObject([
    { Worker_URL__c: WORKER, External_Id__c: 'worker' },
  ]);
});

test('a visit asks for checks that are old, and a fix opens below the org’s address', async () => {
  const old = { checkedAt: '2026-01-01T00:00:00.000Z', checks: CHECKS };
  await screens.report(report({ Preflight__c: JSON.stringify(old) }));
  const page = await browser.page();
  await openSetup(page, screens);
  await screens.endJob('Check Setup', { Message__c: 'Done.' });
  await screens.report(report());
  await page.getByText(/Checked .*(now|second)/).waitFor();
  await page.getByRole('link', { name: 'Let the rules only alert.' }).click();
  await page.waitForURL('**/lightning/setup/DuplicateRules/home');
});

test('a reader sees what a silent worker last said, and can change nothing', async () => {
  await shop();
  await screens.report(report({ Heard_At__c: new Date(Date.now() - 3_600_000).toISOString() }));
  const page = await browser.page();
  await openSetup(page, screens, screens.reader);
  await page.getByText('The worker was last heard of 1 hour ago.').waitFor();
  await page.getByText('You can look at everything here.').waitFor();
  await stepSays(page, 'worker', 'Needs attention');
  await stepSays(page, 'shop', 'Done');
  await page.getByText('Active: Standard_Lead_Rule (Lead).').waitFor();
  // All of them lead to pages that may be looked at, too.
  expect(await page.locator('c-setup-assistant lightning-button').count()).toBe(3);
  await step(page, 'mapping').getByRole('button', { name: 'Map fields' }).click();
  await page.getByRole('button', { name: 'Open Mapping' }).waitFor();
  expect(screens.rows('SELECT Id FROM Sync_Job__c')).toEqual([]);
});

test.each(['ltr', 'rtl'])(
  'in %s axe finds nothing, and 320 pixels are wide enough',
  async (dir) => {
    await shop();
    await screens.report(report());
    const page = await browser.page({ bypassCSP: true, viewport: { width: 320, height: 800 } });
    await openSetup(page, screens);
    await page.locator('html').evaluate((html, to) => html.setAttribute('dir', to), dir);
    for (const name of ['Connect the worker', 'Connect the shop', 'Map fields', 'Dry run']) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByRole('button', { name: 'Go live and load history' }).click();
    await page.getByRole('button', { name: 'Send a sample event' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  },
);
