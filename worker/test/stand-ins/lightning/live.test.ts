import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../kit/browser.ts';
import { FIXTURES, startScreens } from './lightning-kit.ts';

const source = mkdtempSync(join(tmpdir(), 'local-lightning-'));
cpSync(FIXTURES, source, { recursive: true });
afterAll(() => rmSync(source, { recursive: true, force: true }));

const options = {
  source,
  watch: true,
  salesUser: true,
  formats: { dir: 'rtl', lang: 'ar' },
} as const;
const screens = startScreens(options);
const browser = openBrowser();
beforeAll(() => screens.org.captureChanges('Contact'));

const eventsTab = () => `${screens.lightning.url}/lightning/n/Demo_Events`;

test('an event of the org reaches an open component', async () => {
  const page = await browser.page();
  await page.goto(eventsTab());
  await page.locator('[data-id="state"]').filter({ hasText: 'listening' }).waitFor();
  await screens.create('Contact', { LastName: 'Noether' });
  await page
    .locator('[data-id="heard"]')
    .filter({ hasText: /^Noether$/ })
    .waitFor();
  await screens.create('Contact', { LastName: 'Lamarr' });
  await page
    .locator('[data-id="heard"]')
    .filter({ hasText: /^Noether Lamarr$/ })
    .waitFor();
});

test('the open page shows an edit by itself, and says why a faulty one is not shown', async () => {
  const page = await browser.page();
  await page.goto(eventsTab());
  await page.getByText('words before').waitFor();
  const template = join(source, 'lwc/demoEvents/demoEvents.html');
  const before = readFileSync(template, 'utf8');
  writeFileSync(template, before.replace('words before', 'words after'));
  await page.getByText('words after').waitFor();
  writeFileSync(
    template,
    before.replace('words before', '<lightning-weather></lightning-weather>'),
  );
  const failure = page.locator('[data-id="build-failure"]');
  await failure.getByText('No MODULE named lightning/weather').waitFor();
  await failure.getByText('lwc/demoEvents/demoEvents.html').waitFor();
  writeFileSync(template, before);
  await page.getByText('words before').waitFor();
});

test('a sales user sees people, and of the shop what readers may see', async () => {
  const page = await browser.page();
  const path = '/lightning/o/Order__c/list';
  await page.goto(screens.lightning.urlAs('rep@local-org.example', path));
  await page.getByText('Robin Rep').waitFor();
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor();
});

test('the page is written from right to left where the formats say so', async () => {
  const page = await browser.page();
  await page.goto(eventsTab());
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
});
