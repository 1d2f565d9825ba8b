import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';
import { creatingAll, report, settings } from './setup-story.ts';

const screens = startSetupScreens();
const browser = openBrowser();
beforeEach(() => screens.clear());

const PATH = '/lightning/n/People';
const SECTIONS = ['Matching', 'New people', 'Companies', 'Consent'];

async function open(options: Parameters<typeof browser.page>[0] = {}, as?: string): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, reducedMotion: 'reduce', ...options });
  page.setDefaultTimeout(10_000);
  const { lightning } = screens;
  await page.goto(as ? lightning.urlAs(as, PATH) : lightning.url + PATH);
  return page;
}

const guests = (page: Page) => page.locator('c-people-newcomer[data-who="guest"]');

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('an admin changes three sections with the keyboard, hears a refusal at its field, mends it and saves', async () => {
  const queue = await screens.create('Group', {
    ...{ Name: 'Shop desk', DeveloperName: 'Shop_desk', Type: 'Queue' },
  });
  const page = await open();
  await page.getByText('The worker has not told its settings yet').waitFor();
  await screens.report(report());
  await page.getByText('she becomes a Lead').first().waitFor();

  await press(page, 'Move Email address up');
  const down = page.getByRole('button', { name: 'Move Email address down', exact: true });
  expect(await hasFocus(down), 'the focus stays with the key that moved').toBe(true);
  await press(page, 'Add Phone number');
  const owner = guests(page).getByRole('combobox', { name: 'Owner' });
  await tabTo(page, owner);
  await page.keyboard.type('desk');
  await guests(page).getByRole('option', { name: 'Shop desk' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The chosen owner gets her.').waitFor();
  const said = page.locator('[data-row="marketing-unknown"]');
  await tabTo(page, said.getByRole('radio', { name: 'Allow' }));
  await page.keyboard.press('ArrowRight');
  await page.getByText('Not saved yet: Matching, New people, Consent.').waitFor();

  await press(page, 'Save the changes');
  const setting = 'creating.guest.ownerId';
  const refused = await screens.endJob('Change Settings', {
    ...{ Status__c: 'Failed', Message__c: 'The owner is no queue for Lead records.' },
    Result__c: JSON.stringify({ setting }),
  });
  const creating = creatingAll('Lead');
  expect(JSON.parse(String(refused.Input__c))).toMatchObject({
    matching: { keys: ['email', 'externalId', 'phone'], emailAcrossShops: true },
    creating: { ...creating, guest: { ...creating.guest, ownerId: queue } },
    consent: { marketing: { unknown: { cart: 'hold', optOut: false } } },
  });
  expect(Object.keys(JSON.parse(String(refused.Input__c)) as object)).not.toContain('companies');
  await guests(page).getByRole('alert').filter({ hasText: 'no queue for Lead' }).waitFor();

  await press(page, 'Remove Owner');
  expect(await hasFocus(owner), 'the focus is in the field that was emptied').toBe(true);
  await page.getByText('Not saved yet: Matching, Consent.').waitFor();
  await press(page, 'Save the changes');
  const job = await screens.endJob('Change Settings', { Message__c: 'The settings hold.' });
  await screens.report(
    report({ Settings__c: settings(JSON.parse(String(job.Input__c)) as object) }),
  );
  await page.getByText('Nothing is changed here').waitFor();
  await page.getByText('The settings hold.').waitFor();
  await page.getByText('it looks by her email address, then her customer key').waitFor();
}, 60_000);

test('who may only read, and everybody while the worker is silent, sees all of it and changes none', async () => {
  await screens.report(report({ Heard_At__c: new Date(Date.now() - 3_600_000).toISOString() }));
  const page = await open();
  await page.getByText('The worker was last heard of 1 hour ago.').waitFor();
  const reader = await open({}, screens.reader);
  await reader.getByText('You can look at everything here.').waitFor();
  for (const one of [page, reader]) {
    expect(await one.getByRole('button', { name: /Move|Add|Save/ }).count()).toBe(0);
    expect(await one.locator('c-people-page').getByRole('checkbox').first().isDisabled()).toBe(
      true,
    );
  }
});

test('axe finds nothing, and 320 pixels are wide enough, from left to right and from right to left', async () => {
  await screens.report(report());
  const page = await open({ viewport: { width: 320, height: 800 } });
  for (const name of SECTIONS) await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add Customer number' }).click();
  await page.getByText('Choose the field, or take').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.locator('html').evaluate((html) => html.setAttribute('dir', 'rtl'));
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
