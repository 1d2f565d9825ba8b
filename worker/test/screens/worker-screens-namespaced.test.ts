import { beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { judge, seedDescribes, seedShop, shorter } from './mapping-kit.ts';
import { REVIEW_KEY, seedReview } from './review-records.ts';
import { ADMIN_TOKEN, startSetupScreens } from './setup-kit.ts';
import { ago, status } from './worker-records.ts';

const screens = startSetupScreens('cb');
const browser = openBrowser();
beforeEach(() => screens.clear());

test('in an installed package Health and Issues ask, show and command as without a namespace', async () => {
  const problems = [{ code: 'parked', about: '', what: '1 event.', next: 'Decide.' }];
  const Shop__c = await screens.create('Shop__c', { Name: 'Sample Shop', Shop_Key__c: 'shop-1' });
  await screens.report(status({ Problems__c: JSON.stringify(problems) }));
  await screens.create('Sync_Issue__c', {
    ...{ Name: 'Order 1001', External_Id__c: 'shop-1:order:1001', Shop__c, Status__c: 'Open' },
    ...{ Cause__c: 'record_data', Record_Kind__c: 'order', Fields__c: 'Order__c.Channel__c' },
    ...{ Parked_At__c: ago(60_000), Code__c: 'FIELD_INTEGRITY_EXCEPTION' },
  });
  await screens.create('Order__c', { Name: '1001', External_Id__c: 'shop-1:order:1001', Shop__c });
  const page = await browser.page();
  page.setDefaultTimeout(10_000);
  await page.goto(`${screens.lightning.url}/lightning/n/cb__Health`);
  await page.locator('[data-id="received"]').getByText('276').waitFor();
  await page.getByRole('button', { name: 'Open Issues' }).click();
  await page.waitForURL(/\/n\/cb__Issues/);

  await page.getByRole('button', { name: 'Open Order 1001' }).click();
  await page.getByRole('link', { name: 'Open 1001 in Salesforce' }).waitFor();
  await page.getByLabel('Channel', { exact: true }).fill('Online');
  await page.getByRole('button', { name: 'Correct and retry' }).click();

  const job = await screens.endJob('Retry Issues', { Message__c: '1 events are tried again.' });

  expect(JSON.parse(String(job.Input__c))).toEqual({
    records: ['shop-1:order:1001'],
    corrections: [
      {
        ...{ record: 'shop-1:order:1001', object: 'Order__c', field: 'Channel__c' },
        value: 'Online',
      },
    ],
  });
  await page.getByText('Order 1001: done. 1 events are tried again.').waitFor();
});

test('in an installed package a match review is compared and decided', async () => {
  await screens.report(status());
  const { review, contact } = await seedReview(screens.create);
  const page = await browser.page();
  page.setDefaultTimeout(10_000);
  await page.goto(`${screens.lightning.url}/lightning/r/cb__Match_Review__c/${review}/view`);
  await page.getByText('3 events of this shopper wait for the decision.').waitFor();
  await page.getByRole('button', { name: 'This is the shopper: Ada Keller' }).click();
  await page.getByRole('button', { name: 'OK' }).click();

  const job = await screens.endJob('Decide Match', { Message__c: '3 events went on.' });

  expect(JSON.parse(String(job.Input__c))).toEqual({
    ...{ review: REVIEW_KEY, decision: 'Use This Record', chosenId: contact },
  });
  await page.getByText('Done. 3 events went on.').waitFor();
});

test('in an installed package a drafted mapping is saved, published, and in use', async () => {
  await screens.report(status());
  const org = {
    ...{ url: screens.org.url, accessToken: ADMIN_TOKEN, namespace: 'cb' },
    create: (object: string, fields: object) => screens.create(object, { ...fields }),
  };
  const { shop } = await seedShop(org, { draft: shorter(2) });
  await seedDescribes(org, shop);
  const page = await browser.page();
  page.setDefaultTimeout(10_000);
  await page.goto(`${screens.lightning.url}/lightning/n/cb__Mapping`);
  await page.getByText('The draft has 2 changes. Draft saved').waitFor();
  await page.getByRole('tab', { name: 'Templates' }).click();
  await page.getByText('is filled by a new row').first().click();
  await page.getByRole('button', { name: 'Take What Is Chosen' }).click();
  await page.getByText('The draft has one change. Draft saved').waitFor();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody needs it.');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();

  const now = new Date().toISOString();
  await judge(screens, { Status__c: 'Published', Number__c: 2, Published_At__c: now });

  await page.getByText('Version 2 is in use from the next event on.').waitFor();
  await page.getByText('The draft says the same.').waitFor();
});
