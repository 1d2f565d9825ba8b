import { expect, test } from 'vitest';
import { openBrowser } from '../kit/browser.ts';
import { startSetupScreens } from './setup-kit.ts';
import { openSetup, report, step, stepSays, WORKER } from './setup-story.ts';

const screens = startSetupScreens('cb');
const browser = openBrowser();

test('in an installed package the set-up and the jobs work alike', async () => {
  const page = await browser.page();
  await openSetup(page, screens);
  await page.getByLabel('Address of the worker').fill(WORKER);
  await page.getByRole('button', { name: 'Save the address' }).click();
  await page.getByRole('button', { name: "Sign in on the worker's page" }).waitFor();
  const saved = screens.rows('SELECT Worker_URL__c FROM Worker_Status__c');
  expect(saved).toMatchObject([{ Worker_URL__c: WORKER }]);

  await screens.report(report());
  await stepSays(page, 'worker', 'Done');
  await page.getByRole('button', { name: 'Choose matching' }).click();
  await step(page, 'matching').getByText('Contact', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  const job = await screens.endJob('Change Settings', { Message__c: 'The settings hold.' });
  expect(JSON.parse(String(job.Input__c))).toMatchObject({
    creating: { guest: { as: 'Contact' }, registered: { as: 'Lead' } },
  });
  await stepSays(page, 'matching', 'Done');

  await step(page, 'matching').getByRole('button', { name: 'Open People' }).click();
  await page.waitForURL(/\/n\/cb__People/);
  await page.getByRole('button', { name: 'Take Email address out' }).click();
  await page.getByRole('button', { name: 'Save the changes' }).click();
  const kept = await screens.endJob('Change Settings', { Message__c: 'They hold, too.' });
  expect(JSON.parse(String(kept.Input__c))).toMatchObject({ matching: { keys: ['externalId'] } });
  await page.getByText('They hold, too.').waitFor();

  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  const card = page.locator('c-job-card').filter({ hasText: 'Change settings' });
  await card.getByText('The settings hold.').waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await screens.endJob('Load History', { Status__c: 'Not Available', Message__c: 'Not yet.' });
  await page.getByText('Not available in this version').waitFor();
});
