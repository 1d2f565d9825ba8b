import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { waitFor } from '../kit/wait-for.ts';
import { accessibilityFaults, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';

const screens = startSetupScreens();
const browser = openBrowser();

beforeEach(() => screens.clear());

/** The date picker's own button is the platform's, and smaller than it should be. */
const PLATFORM = /^target-size: .*Select a date/;

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function openJobs(page: Page, as?: string): Promise<void> {
  const path = '/lightning/n/Jobs';
  page.setDefaultTimeout(10_000);
  await page.goto(as ? screens.lightning.urlAs(as, path) : `${screens.lightning.url}${path}`);
  await page.getByRole('heading', { name: 'All jobs' }).waitFor();
}

const card = (page: Page, name: string) => page.locator(`c-job-card[data-name="${name}"]`);
const nameOf = (id: string) =>
  String(screens.rows(`SELECT Name FROM Sync_Job__c WHERE Id = '${id}'`)[0]?.Name);

async function press(page: Page, within: ReturnType<typeof card>, button: string): Promise<void> {
  await tabTo(page, within.getByRole('button', { name: button, exact: true }));
  await page.keyboard.press('Enter');
}

const wishIs = (id: string, wish: string) =>
  waitFor(
    () => screens.rows(`SELECT Wish__c FROM Sync_Job__c WHERE Id = '${id}'`)[0]?.Wish__c === wish,
    { what: `the wish "${wish}" to be kept` },
  );

test('a job is started, followed, paused, resumed and canceled with the keyboard alone', async () => {
  await screens.create('Shop__c', { Name: 'Outdoor', Shop_Key__c: 's1' });
  await screens.report({ Heard_At__c: ago(0) });
  const page = await browser.page();
  await openJobs(page);
  await page.getByText('No jobs yet').waitFor();
  await tabTo(page, page.getByLabel('Orders since'));
  await page.keyboard.type('Jan 31, 2026');
  await press(page, page.locator('c-job-form'), 'Start');
  await page.getByText('The worker has been asked.').waitFor();
  const find = () => screens.rows('SELECT Id, Type__c, Input__c FROM Sync_Job__c')[0];
  expect(find()).toMatchObject({ Type__c: 'Load History', Input__c: '{"from":"2026-01-31"}' });

  const id = String(find()?.Id);
  const job = card(page, nameOf(id));
  await job.getByText('Waiting for the worker').waitFor();
  const counted = { Total__c: 1_000, Completed__c: 250, Message__c: 'Orders of May' };
  await screens.moveJob(id, { Status__c: 'Running', ...counted });
  await job.getByText('250 of 1,000').waitFor();
  expect(await job.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');

  await press(page, job, 'Pause');
  await wishIs(id, 'Pause');
  await job.getByText('Asked to pause').waitFor();
  await screens.moveJob(id, { Status__c: 'Paused', Wish__c: null });
  await job.getByText('Paused', { exact: true }).waitFor();
  await press(page, job, 'Resume');
  await wishIs(id, 'Resume');
  await screens.moveJob(id, { Status__c: 'Running', Wish__c: null, Completed__c: 500 });
  await job.getByText('500 of 1,000').waitFor();
  await press(page, job, 'Cancel');
  await press(page, job, 'Cancel the job');
  await wishIs(id, 'Cancel');
  await screens.moveJob(id, { Status__c: 'Canceled', Wish__c: null, Finished_At__c: ago(0) });
  await job.getByText('Canceled', { exact: true }).waitFor();
}, 60_000);

test('a day that has not begun is refused at the field, and nothing is asked', async () => {
  const page = await browser.page();
  await openJobs(page);
  await page.getByLabel('Orders since').fill('Jan 31, 2099');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Choose a day that has begun.').waitFor();
  expect(await page.getByLabel('Orders since').inputValue()).toBe('Jan 31, 2099');
  expect(screens.rows('SELECT Id FROM Sync_Job__c')).toEqual([]);
});

test('what the worker cannot do yet is told in its own words', async () => {
  const id = await screens.create('Sync_Job__c', {
    ...{ Type__c: 'Reconcile', Status__c: 'Not Available' },
    Message__c: 'This version of the worker cannot do "Reconcile" yet.',
  });
  const page = await browser.page();
  await openJobs(page);
  await card(page, nameOf(id)).getByText('Not available in this version').waitFor();
  await card(page, nameOf(id)).getByText('cannot do "Reconcile" yet.').waitFor();
});

test('twenty jobs are a page, all are counted, and a reader may look through them', async () => {
  for (let number = 0; number < 22; number++) {
    await screens.create('Sync_Job__c', { Type__c: 'Check Setup', Status__c: 'Requested' });
  }
  const page = await browser.page();
  await openJobs(page, screens.reader);
  await page.getByText('1 to 20 of 22').waitFor();
  await page.getByText('You can watch the jobs.').waitFor();
  expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Older' }).click();
  await page.getByText('21 to 22 of 22').waitFor();
  await page.getByRole('button', { name: 'Newer' }).click();
  await page.getByText('1 to 20 of 22').waitFor();
});

test.each(['ltr', 'rtl'])(
  'in %s axe finds nothing, and 320 pixels are wide enough',
  async (dir) => {
    const running = { Status__c: 'Running', Total__c: 12_000, Completed__c: 4_210, Failed__c: 3 };
    await screens.create('Sync_Job__c', {
      ...{ Type__c: 'Load History', Heard_At__c: ago(-1), Message__c: 'Orders of May' },
      ...running,
    });
    await screens.create('Sync_Job__c', { Type__c: 'Repair Webhooks', Status__c: 'Failed' });
    const page = await browser.page({ bypassCSP: true, viewport: { width: 320, height: 800 } });
    await openJobs(page);
    await page.locator('html').evaluate((html, to) => html.setAttribute('dir', to), dir);
    await page.getByText('4,210 of 12,000').waitFor();
    const faults = await accessibilityFaults(page);
    expect(faults.filter((fault) => !PLATFORM.test(fault))).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  },
);
