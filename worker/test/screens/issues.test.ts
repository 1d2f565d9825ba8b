import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { startSetupScreens } from './setup-kit.ts';
import { ago, createMany, status } from './worker-records.ts';

const screens = startSetupScreens();
const browser = openBrowser();
beforeEach(() => screens.clear());

const ISSUES = '/lightning/n/Issues';
type Fields = Record<string, unknown>;

/** Sixty orders: forty of a value that does not fit, twenty of a duplicate rule. */
async function seed(): Promise<void> {
  await screens.report(status());
  const Shop__c = await screens.create('Shop__c', { Name: 'Sample Shop', Shop_Key__c: 'shop-1' });
  const rows = Array.from({ length: 60 }, (_, at): Fields => {
    const isData = at % 3 !== 0;
    return {
      ...{ Name: `Order ${1000 + at}`, External_Id__c: `shop-1:order:${1000 + at}`, Shop__c },
      ...{
        Status__c: 'Open',
        Record_Kind__c: 'order',
        Events__c: 1,
        Parked_At__c: ago(at * 60_000),
      },
      Cause__c: isData ? 'record_data' : 'duplicate_record',
      Who_Can_Fix__c: isData ? 'Salesforce Admin' : 'Sales or Marketing',
      Code__c: isData ? 'FIELD_INTEGRITY_EXCEPTION' : 'DUPLICATES_DETECTED',
      Fields__c: isData ? 'Order__c.Total__c, Order__c.Email__c' : '',
      What_Happened__c: isData ? 'Order__c (Total__c): too large.' : 'Use one of these records?',
      Next_Step__c: isData ? 'Correct the value.' : 'Merge the records.',
      Payload__c: '{\n  "email": "[redacted]"\n}',
    };
  });
  await createMany(screens.org, 'Sync_Issue__c', rows);
  await screens.create('Order__c', {
    ...{ Name: '1001', External_Id__c: 'shop-1:order:1001', Shop__c },
  });
}

async function open(options: Parameters<typeof browser.page>[0] = {}): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, ...options });
  page.setDefaultTimeout(10_000);
  await page.goto(screens.lightning.url + ISSUES);
  return page;
}

test('without issues the page teaches, and offers a sample event', async () => {
  await screens.report(status());
  const page = await open();
  await page.getByText('Nothing was put aside').waitFor();
  await page.getByRole('button', { name: 'Send a sample event' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('issues are counted by cause, filtered, searched and paged; the total is always told', async () => {
  await seed();
  const page = await open();
  await page.getByText('25 of 60 shown').waitFor();
  await page.getByText('60 open', { exact: true }).waitFor();
  const cause = page.getByRole('button', {
    name: /^A value does not fit its field\s*40\s*issues$/,
  });
  await tabTo(page, cause);
  await page.keyboard.press('Enter');
  await page.getByText('25 of 40 shown').waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Show more' }));
  await page.keyboard.press('Enter');
  await page.getByText('40 of 40 shown').waitFor();
  await page.getByLabel('Search').fill('1057');
  await page.getByText('No issue matches').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByText('25 of 60 shown').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an issue opens with what happened, its record, who can fix it, and goes back', async () => {
  await seed();
  const page = await open();
  const opener = page.getByRole('button', { name: 'Open Order 1001' });
  await opener.waitFor();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Order 1001' });
  await heading.waitFor();
  await expect.poll(() => hasFocus(heading)).toBe(true);
  await page.getByRole('link', { name: 'Open 1001 in Salesforce' }).waitFor();
  await page.getByText('Salesforce administrator', { exact: true }).waitFor();
  await page.getByText('What the shop sent').click();
  await page.getByText('[redacted]').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await tabTo(page, page.getByRole('button', { name: 'Back to the list' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(opener)).toBe(true);
});

test('a value that does not fit is caught at its field, and nothing typed is lost', async () => {
  await seed();
  const page = await open();
  await page.getByRole('button', { name: 'Open Order 1001' }).click();
  const correct = page.getByRole('button', { name: 'Correct and retry' });
  await correct.click();
  await page.getByText('Type a value, or retry without a correction.').first().waitFor();
  const email = page.getByLabel('Email', { exact: true });
  await email.fill('nobody');
  await page.getByLabel('Total', { exact: true }).fill('12.5');
  await tabTo(page, correct);
  await page.keyboard.press('Enter');
  await page.getByText(/Enter a valid email address/).waitFor();
  await expect.poll(() => hasFocus(email)).toBe(true);
  expect(await page.getByLabel('Total', { exact: true }).inputValue()).toContain('12.5');
  await email.fill('ada@example.com');
  await correct.click();

  const job = await screens.endJob('Retry Issues', { Message__c: '1 events are tried again.' });

  expect(JSON.parse(String(job.Input__c))).toEqual({
    records: ['shop-1:order:1001'],
    corrections: [
      { record: 'shop-1:order:1001', object: 'Order__c', field: 'Total__c', value: '12.5' },
      {
        ...{ record: 'shop-1:order:1001', object: 'Order__c', field: 'Email__c' },
        value: 'ada@example.com',
      },
    ],
  });
  await page.getByText('Order 1001: done. 1 events are tried again.').waitFor();
  await page.getByRole('article').getByText('Being retried').waitFor();
});

test('all of a cause are retried after the number was confirmed; a worker that cannot says so', async () => {
  await seed();
  const page = await open();
  await page.getByRole('button', { name: /^A duplicate rule refused the record/ }).click();
  await page.getByRole('button', { name: 'Retry all 20' }).click();
  await page.getByText(/^All 20 open issues of the cause "A duplicate rule/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(screens.rows('SELECT Id FROM Sync_Job__c')).toEqual([]);
  await page.getByRole('button', { name: 'Retry all 20' }).click();
  await page.getByRole('button', { name: 'OK' }).click();
  const retried = page.getByRole('listitem').getByText('Being retried', { exact: true });
  await expect.poll(() => retried.count()).toBe(20);

  const job = await screens.endJob('Retry Issues', { Status__c: 'Not Available' });

  expect(JSON.parse(String(job.Input__c))).toEqual({ cause: 'duplicate_record' });
  await page.getByText(/: this version of the worker cannot do that yet\.$/).waitFor();
  await expect.poll(() => retried.count()).toBe(0);
});

test('an issue is ignored only with a reason, and the focus returns', async () => {
  await seed();
  const page = await open();
  await page.getByRole('button', { name: 'Open Order 1001' }).click();
  const ignore = page.getByRole('button', { name: 'Ignore...' });
  await tabTo(page, ignore);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await page.getByText('Say why, so that others understand it later.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(ignore)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByLabel('*Reason').fill('A test order.');
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();

  const job = await screens.endJob('Ignore Issues', { Status__c: 'Failed', Message__c: 'No.' });

  expect(JSON.parse(String(job.Input__c))).toEqual({
    ...{ records: ['shop-1:order:1001'], reason: 'A test order.' },
  });
  await page.getByText('Order 1001: it did not work. No.').waitFor();
});

test('who may not ask the worker reads everything and sees no button for it', async () => {
  await seed();
  const page = await browser.page();
  await page.goto(screens.lightning.urlAs(screens.reader, ISSUES));
  await page.getByRole('button', { name: 'Open Order 1001' }).click();
  await page.getByText('Correct the value.').waitFor();
  for (const name of ['Retry', 'Correct and retry', 'Ignore...'])
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
});

test('on a phone, and from right to left, nothing is wider than the window', async () => {
  await seed();
  const page = await open({ viewport: { width: 320, height: 640 } });
  await page.getByText('25 of 60 shown').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Open Order 1001' }).click();
  await page.getByText('Correct the value.').waitFor();
  await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { dir: string } };
    document.dir = 'rtl';
  });
  expect(await overflow(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
});
