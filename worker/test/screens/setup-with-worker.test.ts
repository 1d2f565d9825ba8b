import { expect, onTestFinished, test } from 'vitest';
import { startLightning } from '../../stand-ins/lightning/start.ts';
import { useConnected } from '../control/control-kit.ts';
import { ADMIN } from '../deliver/use-org.ts';
import { openBrowser } from '../kit/browser.ts';
import { step, stepSays } from './setup-story.ts';

const connected = useConnected();
const browser = openBrowser();

test('the screens and a real worker understand each other', async () => {
  const { org, control } = await connected();
  const salesforce = { instanceUrl: org.url, accessToken: ADMIN };
  const lightning = await startLightning({ salesforce });
  onTestFinished(() => lightning.close());
  const page = await browser.page();
  page.setDefaultTimeout(15_000);
  await page.goto(`${lightning.url}/lightning/n/Setup_Assistant`);
  await page.getByText('The worker has not been heard of yet. Connect it').waitFor();

  control();
  await stepSays(page, 'worker', 'Done');
  const checks = page.locator('c-setup-preflight');
  await checks.getByText(/The worker may write all \d+ fields it fills/).waitFor();
  await stepSays(page, 'mapping', 'Done');

  await page.getByRole('button', { name: 'Choose matching' }).click();
  await step(page, 'matching').getByText('Contact', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  await page.getByText('In use now: guests become Contact').waitFor();
  await stepSays(page, 'matching', 'Done');

  await page.getByRole('button', { name: 'Go live and load history' }).click();
  await page.getByRole('button', { name: 'Load the history' }).click();
  const answer = step(page, 'live').locator('[data-id="outcome"]');
  await answer.getByText('Not available in this version').waitFor();
  expect(await answer.textContent()).toContain('cannot do "Load History" yet');
  // The org closes before the browser does, and the page would miss it.
  await page.context().close();
}, 90_000);
