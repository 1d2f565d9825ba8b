import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { PRIVACY } from './privacy-answers.ts';
import { REVIEW_KEY, seedReview } from './review-records.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';
import { ago, status } from './worker-records.ts';

const screens = startSetupScreens();
const browser = openBrowser();
beforeEach(() => screens.clear());

const NARROW = { width: 320, height: 800 };

async function open(path: string, options = {}): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, ...options });
  page.setDefaultTimeout(10_000);
  await page.goto(screens.lightning.url + path);
  return page;
}

const reviewPath = (id: string): string => `/lightning/r/Match_Review__c/${id}/view`;
const turnAround = (page: Page): Promise<void> =>
  page.locator('html').evaluate((html) => html.setAttribute('dir', 'rtl'));

test('a review is compared and decided by keyboard, and tells what became of it', async () => {
  await screens.report(status());
  const { review, contact } = await seedReview(screens.create);
  const page = await open(reviewPath(review));
  await page.getByText('3 events of this shopper wait for the decision.').waitFor();
  const names = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Name' }) });
  await names.getByText('Differs').waitFor();
  const table = page.getByRole('table', { name: /^The shopper beside/ });
  await table.getByRole('link', { name: 'A. Keller' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  const choose = page.getByRole('button', { name: 'This is the shopper: Ada Keller' });
  await tabTo(page, choose);
  await page.keyboard.press('Enter');
  await page
    .getByText(/becomes Ada Keller \(Contact\) for good\. 3 waiting events go on/)
    .waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText('The worker was asked.').waitFor();
  await expect.poll(() => hasFocus(page.getByRole('heading', { name: 'Who is this' }))).toBe(true);
  expect(await choose.count()).toBe(0);

  await screens.change('Match_Review__c', review, {
    ...{ Status__c: 'Decided', Decision__c: 'Use This Record', Chosen_Id__c: contact },
    Decided_At__c: ago(0),
  });
  const job = await screens.endJob('Decide Match', { Message__c: '3 events went on.' });

  expect(JSON.parse(String(job.Input__c))).toEqual({
    ...{ review: REVIEW_KEY, decision: 'Use This Record', chosenId: contact },
  });
  await page.getByText('Done. 3 events went on.').waitFor();
  await page.getByText('This shopper is Ada Keller from now on.').waitFor();
});

test('a candidate that is gone cannot be chosen; what the worker refuses can be decided anew', async () => {
  const { review, lead } = await seedReview(screens.create);
  await screens.remove(lead);
  const page = await open(reviewPath(review));
  await page.getByText(/^Not here any more/).waitFor();
  expect(await page.getByRole('button', { name: /^This is the shopper/ }).count()).toBe(1);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByText(/^This shopper is left alone/).waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  await screens.endJob('Decide Match', { Status__c: 'Failed', Message__c: 'It is gone.' });
  await page.getByText(/The worker did not do it: It is gone\./).waitFor();
  await page.getByRole('button', { name: 'None of these: make a new record' }).waitFor();
});

test('one shopper twice is explained; on a phone and from right to left nothing is too wide', async () => {
  const { review } = await seedReview(screens.create, { Reason__c: 'Same Shopper Twice' });
  const page = await open(reviewPath(review), { viewport: NARROW });
  await page.getByText(/^On the lead, choose Convert/).waitFor();
  expect(await page.getByRole('button', { name: /^This is the shopper/ }).count()).toBe(0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await turnAround(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an issue that waits for a review leads to it, and Health leads to the list', async () => {
  const reviews = { code: 'reviews', about: '', what: '1 waits.', next: 'Decide.' };
  await screens.report(status({ Problems__c: JSON.stringify([reviews]) }));
  const { Shop__c } = await seedReview(screens.create);
  await screens.create('Sync_Issue__c', {
    ...{ Name: 'Order 7', External_Id__c: 'shop-1:order:7', Shop__c, Status__c: 'Open' },
    ...{ Cause__c: 'ambiguous_person', Match_Review_Key__c: REVIEW_KEY, Parked_At__c: ago(1_000) },
  });
  const page = await open('/lightning/n/Issues');
  await page.getByRole('link', { name: 'Decide who this shopper is' }).click();
  await page.getByRole('heading', { name: 'Who is this shopper?' }).waitFor();
  await page.goto(`${screens.lightning.url}/lightning/n/Health`);
  await page.getByRole('button', { name: 'Open Match Reviews' }).click();
  await page.waitForURL(/\/o\/Match_Review__c\/list/);
  await page.getByRole('link', { name: 'shop-1:customer:11' }).first().waitFor();
});

test('a person is found, previewed, and erased only through the gate; a receipt is left', async () => {
  await screens.report(status());
  const { contact } = await seedReview(screens.create);
  const { found, receipt } = PRIVACY(contact);
  const page = await open('/lightning/n/Privacy');
  const who = page.getByLabel('*Whom is it about?');
  await tabTo(page, who);
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.getByText('Type an email address, a customer key or a Salesforce id').waitFor();
  await who.fill('ada@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('Looking everywhere').waitFor();
  await screens.endJob('Find Person', { Result__c: JSON.stringify(found) });
  const held = page.getByRole('heading', { name: 'What is held of ada@example.com' });
  await held.waitFor();
  await expect.poll(() => hasFocus(held)).toBe(true);
  await page.getByRole('link', { name: 'Ada Keller' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize(NARROW);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await tabTo(page, page.getByRole('button', { name: 'Erase…' }));
  await page.keyboard.press('Enter');
  await page.getByLabel('Type ERASE to go on').fill('erase');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('Type the word ERASE in capital letters.').waitFor();
  await page.getByLabel('Type ERASE to go on').fill('ERASE');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const job = await screens.endJob('Erase Person', { Result__c: JSON.stringify(receipt) });

  expect(JSON.parse(String(job.Input__c))).toEqual({ email: 'ada@example.com', token: 't1' });
  await page.getByRole('heading', { name: 'Erased and verified' }).waitFor();
  expect(await who.inputValue()).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);
}, 30_000);

test('who may not ask the worker cannot look for people', async () => {
  const page = await browser.page();
  await page.goto(screens.lightning.urlAs(screens.reader, '/lightning/n/Privacy'));
  await page.getByText(/needs the permission set Cartbridge Admin/).waitFor();
  expect(await page.getByLabel('*Whom is it about?').count()).toBe(0);
});
