import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { Mapping } from '#mapping-engine';
import { openBrowser } from '../kit/browser.ts';
import * as kit from './mapping-kit.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { ADMIN_TOKEN, startSetupScreens } from './setup-kit.ts';
import { status } from './worker-records.ts';

const screens = startSetupScreens();
const browser = openBrowser();

let shop: kit.SeededShop;
let org: kit.Org;

beforeEach(async () => {
  await screens.clear();
  org = {
    url: screens.org.url,
    accessToken: ADMIN_TOKEN,
    create: (object, fields) => screens.create(object, fields),
  };
  await screens.report(status());
});

async function open(options: Parameters<typeof browser.page>[0] = {}): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, ...options });
  page.setDefaultTimeout(10_000);
  await page.goto(`${screens.lightning.url}/lightning/n/Mapping`);
  await page.getByRole('tab', { name: 'Fields' }).waitFor({ timeout: 30_000 });
  return page;
}

const modifiedAt = () =>
  screens.rows('SELECT LastModifiedDate FROM Mapping__c')[0]?.LastModifiedDate;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const draftKept = () => screens.rows('SELECT Draft__c, Draft_Base__c FROM Mapping__c')[0];

test('by keyboard alone a template change is taken, published with a reason, and in use', async () => {
  shop = await kit.seedShop(org, { draft: kit.shorter(2) });
  const page = await open();
  await page.getByText('The draft has 2 changes. Draft saved').waitFor();
  await tabTo(page, page.getByRole('tab', { name: 'Fields' }));
  for (let place = 0; place < 3; place += 1) await page.keyboard.press('ArrowRight');
  const change = page.getByRole('checkbox', { name: /is filled by a new row/ }).first();
  await tabTo(page, change);
  await page.keyboard.press('Space');
  await tabTo(page, button(page, 'Take What Is Chosen'));
  await page.keyboard.press('Enter');
  await page.getByText('The draft has one change. Draft saved').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const publish = button(page, 'Publish…');
  await tabTo(page, publish);
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Publish'));
  await page.keyboard.press('Enter');
  await page.getByText('Say why it changes.').waitFor();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await expect.poll(() => hasFocus(reason)).toBe(true);
  await page.keyboard.type('Nobody needs it.');
  await tabTo(page, button(page, 'Publish'));
  await page.keyboard.press('Enter');
  await page.getByText('The worker checks the mapping…').waitFor();
  await expect.poll(() => hasFocus(publish)).toBe(true);

  const now = new Date().toISOString();
  const published = { Status__c: 'Published', Number__c: 2, Published_At__c: now };
  expect(await kit.judge(screens, published)).toBe('Nobody needs it.');

  await page.getByText('Version 2 is in use from the next event on.').waitFor();
  await page.getByText('The draft says the same.').waitFor();
  await expect.poll(draftKept).toMatchObject({ Draft__c: null });
  expect(await page.getByText('changed this draft meanwhile').count()).toBe(0);
});

test('a draft that cannot work is not published, and what the worker refuses is told per row', async () => {
  const broken = kit.shorter(1);
  const [row] = broken.targets.find(({ id }) => id === 'Order__c')?.rows ?? [];
  if (row) row.source = ['order.nothing'];
  shop = await kit.seedShop(org, { draft: broken });
  const page = await open();
  await button(page, 'Publish…').click();
  await page.getByRole('heading', { name: 'These have to be mended first' }).waitFor();
  await page
    .getByText(/order\.nothing/)
    .first()
    .waitFor();
  expect(await button(page, 'Publish').count()).toBe(0);
  await button(page, 'Cancel').click();

  await button(page, 'Discard Draft').click();
  await section(page, 'Templates');
  await page.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'BigCommerce B2B' }).click();
  await button(page, 'Begin Again with BigCommerce B2B').click();
  await button(page, 'Publish…').click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Companies.');
  await button(page, 'Publish').click();
  const about = { target: 'Lead', row: 'x', field: 'Company', step: null, code: 'missing_field' };
  const said = { severity: 'error', what: 'Company is not there.', fix: 'Choose another field.' };
  await kit.judge(screens, {
    Status__c: 'Refused',
    Problems__c: JSON.stringify([{ ...about, ...said }]),
  });
  await page.getByText('The worker did not take this version').waitFor();
  await page.getByRole('listitem').getByText('Choose another field.').first().waitFor();
  await section(page, 'Versions');
  await page.getByText('Why it was refused').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('two admins do not overwrite each other: one takes the other draft, or keeps the own one', async () => {
  shop = await kit.seedShop(org, { draft: kit.shorter(3) });
  const page = await open({ expected: /412/ });
  await section(page, 'Templates');
  const take = async () => {
    await page.getByText('is filled by a new row').first().click();
    await button(page, 'Take What Is Chosen').click();
  };
  /** The platform tells seconds apart, no less. */
  const theirs = async (draft: Mapping) => {
    const at = modifiedAt();
    await expect
      .poll(async () => {
        await screens.change('Mapping__c', shop.mapping, { Draft__c: JSON.stringify(draft) });
        return modifiedAt();
      })
      .not.toBe(at);
  };
  await page.getByText('The draft has 3 changes. Draft saved').waitFor();
  await theirs(kit.shorter(7));
  await take();
  await page.getByText('System Administrator changed this draft meanwhile').waitFor();
  expect(JSON.parse(String(draftKept()?.Draft__c))).toEqual(kit.shorter(7));
  expect(await accessibilityFaults(page)).toEqual([]);
  await button(page, 'Take Theirs').click();
  await page.getByText('The draft has 7 changes. Draft saved').waitFor();

  await theirs(kit.shorter(9));
  await take();
  await page.getByText('System Administrator changed this draft meanwhile').waitFor();
  await button(page, 'Keep Mine').click();
  await page.getByText('The draft has 6 changes. Draft saved').waitFor();
});

test('versions are compared, an older one is rolled back to by a dialog, and undone', async () => {
  shop = await kit.seedShop(org);
  await kit.seedVersion(org, shop.mapping, {
    ...{ number: 2, key: 'shop-1:2', definition: kit.shorter(2), reason: 'Fewer fields.' },
  });
  await screens.change('Mapping__c', shop.mapping, { Published_Version__c: 2 });
  const page = await open();
  await section(page, 'Versions');
  await page.getByRole('button', { name: 'Compare Version 1 with the one in use' }).click();
  await expect.poll(() => page.getByText('is no longer filled by this row').count()).toBe(2);
  await page.getByRole('button', { name: 'Roll back to Version 1' }).click();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await expect.poll(() => reason.inputValue()).toBe('Back to version 1.');
  await button(page, 'Cancel').click();
  await page.getByText('The draft has 2 changes. Draft saved').waitFor();
  await button(page, 'Undo').click();
  await page.getByText('The draft says the same.').waitFor();
});

test('a mapping is exported under the content security policy; a broken import is refused by place', async () => {
  shop = await kit.seedShop(org);
  const page = await open({ bypassCSP: false });
  await section(page, 'Templates');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Export').click(),
  ]);
  expect(download.suggestedFilename()).toBe('mapping-shop-1.json');
  const wrong: Record<string, unknown> = { ...kit.shorter(1), targets: [{ id: 'x' }] };
  await page.getByRole('textbox', { name: 'Or paste it here' }).fill(JSON.stringify(wrong));
  await button(page, 'Import').click();
  await page.getByText('This cannot be imported').waitFor();
  await page
    .getByText(/targets.*0.*object/)
    .first()
    .waitFor();
  await page
    .getByRole('textbox', { name: 'Or paste it here' })
    .fill(JSON.stringify(kit.shorter(1)));
  await button(page, 'Import').click();
  await page.getByText('The draft has one change. Draft saved').waitFor();
});

test('records are tried, what would change is a diff, and its link opens it alone', async () => {
  shop = await kit.seedShop(org);
  await kit.seedSamples(org, shop.shop);
  await kit.seedTrial(org, shop.shop);
  const page = await open();
  await section(page, 'Try');
  await page.locator('[data-field="Status__c"]').getByText('Pending').first().waitFor();
  await page.getByText('Channel is required.').waitFor();
  await button(page, 'Choose the Last 10').click();
  await button(page, 'Try the Chosen (10)').click();
  const job = await screens.endJob('Dry Run', { Status__c: 'Failed', Message__c: 'Shop away.' });
  expect(JSON.parse(String(job.Input__c))).toMatchObject({ draft: true });
  expect((JSON.parse(String(job.Input__c)) as { records: unknown[] }).records).toHaveLength(10);
  await page.getByText('Shop away.').waitFor();
  await page.getByRole('combobox', { name: 'Show' }).click();
  await page.getByRole('option').last().click();
  await page.getByRole('link', { name: /^JOB-/ }).click();
  await page.waitForURL(/Sync_Job__c/);
  await page.getByRole('heading', { name: 'Order 217 Would be refused' }).waitFor();
});

/** The platform's own "More" of a row of tabs is a button in a tab. */
const OF_THE_PLATFORM = 'slds-tabs_default__overflow-button';

test('on a phone and from right to left no section is wider than the window', async () => {
  shop = await kit.seedShop(org, { draft: kit.shorter(2) });
  await kit.seedSamples(org, shop.shop, 2);
  await kit.seedTrial(org, shop.shop);
  const page = await open();
  await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { dir: string } };
    document.dir = 'rtl';
  });
  for (const name of ['Try', 'Versions', 'Templates']) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await section(page, name);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflow(page), { message: name }).toBe(0);
    const faults = await accessibilityFaults(page);
    expect(faults.filter((fault) => !fault.includes(OF_THE_PLATFORM))).toEqual([]);
  }
});

test('why a record has its values is asked and shown on its page', async () => {
  shop = await kit.seedShop(org);
  const id = await screens.create('Order__c', {
    ...{ Name: '218', External_Id__c: 'shop-1:order:218', Shop__c: shop.shop },
  });
  const path = `/lightning/r/Order__c/${id}/view`;
  const page = await browser.page({ bypassCSP: true });
  await page.goto(screens.lightning.url + path);
  await button(page, 'Explain').click();
  const asked = () => screens.rows(`SELECT Id FROM Sync_Job__c WHERE Status__c = 'Requested'`)[0];
  await expect.poll(asked).toBeDefined();
  await kit.seedExplanation(org, String(asked()?.Id), id);
  await screens.endJob('Explain Value', {});
  await page.getByText('Changed in Salesforce since: Total.').waitFor();
  await page.getByRole('row', { name: /Total.*Cartbridge wrote 74.08/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
