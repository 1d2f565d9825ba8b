import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { Mapping, Row } from '#mapping-engine';
import { openBrowser } from '../kit/browser.ts';
import { seedDescribes, seedSamples, seedShop } from './mapping-kit.ts';
import { accessibilityFaults, hasFocus, overflow, tabTo } from './screen-kit.ts';
import { ADMIN_TOKEN, startSetupScreens } from './setup-kit.ts';
import { status } from './worker-records.ts';

const screens = startSetupScreens();
const browser = openBrowser();
beforeEach(() => screens.clear());

const MAPPING = '/lightning/n/Mapping';
/** The platform's own tabs put a button into a tab where they do not fit. */
const OVERFLOW = 'slds-tabs_default__overflow-button';
/** The first page of a browser loads every module. */
const FIRST = { timeout: 30_000 };
/** The page saves the draft a second after the last change. */
const SAVED = { timeout: 10_000 };

function seededOrg() {
  const create = (object: string, fields: Record<string, unknown>) =>
    screens.create(object, fields);
  return { url: screens.org.url, accessToken: ADMIN_TOKEN, create };
}

async function seed(): Promise<void> {
  await screens.report(status());
  const org = seededOrg();
  const { shop } = await seedShop(org);
  await seedSamples(org, shop, 3);
  await seedDescribes(org, shop);
}

/** The page with the fields of the order before it. */
async function open(options: Parameters<typeof browser.page>[0] = {}): Promise<Page> {
  const page = await browser.page({ bypassCSP: true, ...options });
  page.setDefaultTimeout(10_000);
  await page.goto(screens.lightning.url + MAPPING);
  await page.getByRole('heading', { name: 'Shop Order', exact: true }).waitFor(FIRST);
  return page;
}

/** The rows of the order as the page keeps them in the draft. */
function draftRows(): Row[] {
  const [kept] = screens.rows('SELECT Draft__c FROM Mapping__c') as { Draft__c?: string }[];
  const draft = JSON.parse(kept?.Draft__c ?? 'null') as Mapping | null;
  return draft?.targets.find(({ object }) => object === 'Order__c')?.rows ?? [];
}

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: false }) });

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** Chooses in a field that searches, by keyboard. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Chooses in the menu of a row, by keyboard. */
async function act(page: Page, row: string, action: string): Promise<void> {
  await button(page, `More actions for ${row}`).press('Enter');
  // The platform's menu takes the focus once it found its place; until then it may close again.
  const items = page.getByRole('menuitem');
  await expect.poll(() => hasFocus(items.first())).toBe(true);
  await items.filter({ hasText: action }).press('Enter');
}

test('a result follows each keystroke; the draft gets the row once the field is left', async () => {
  await seed();
  const page = await open();
  const opener = button(page, 'Edit Ship To City');
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Edit: Ship To City' });
  await expect.poll(() => hasFocus(heading)).toBe(true);

  await choose(page, 'Add a step', 'change case');
  const step = page.getByRole('group', { name: /Change case$/ });
  await expect.poll(() => hasFocus(step)).toBe(true);
  await page.getByLabel('If there is no value').fill('Nowhere');
  await page.getByLabel('Most characters').fill('3');

  await rowOf(page, 'Ship To City').getByText('aus', { exact: true }).waitFor();
  const draft = () => draftRows().find(({ target }) => target === 'Ship_To_City__c');
  await expect.poll(() => draft()?.default, SAVED).toBe('Nowhere');
  expect(draft()?.steps).not.toContainEqual({ step: 'truncate', length: 3 });
  expect(await accessibilityFaults(page)).toEqual([]);
  await button(page, 'Done').click();
  await expect.poll(() => hasFocus(opener)).toBe(true);
  await expect.poll(() => draft()?.steps, SAVED).toContainEqual({ step: 'truncate', length: 3 });
});

test('rows are added, moved, switched off and deleted by keyboard, and the focus stays', async () => {
  await seed();
  const page = await open();
  await act(page, 'Ship To City', 'Move up');
  await expect.poll(() => hasFocus(button(page, 'More actions for Ship To City'))).toBe(true);
  await page.getByText(/^Ship To City is now row \d+ of \d+\.$/).waitFor();
  await act(page, 'Ship To City', 'Switch off');
  await rowOf(page, 'Ship To City').getByText('Off', { exact: true }).first().waitFor();
  await act(page, 'Ship To City', 'Delete');
  await page.getByText('Ship To City was deleted. Undo brings it back.').waitFor();
  await button(page, 'Undo').click();
  await rowOf(page, 'Ship To City').waitFor();

  await button(page, 'Add a row').press('Enter');
  const source = page.getByRole('combobox', { name: 'Add a source' });
  await expect.poll(() => hasFocus(source)).toBe(true);
  await choose(page, 'Add a source', 'order number');
  await choose(page, 'Field', 'shop status');
  await page.getByRole('heading', { name: 'Edit: Shop Status' }).waitFor();
  await page.getByText('A row above gives the value').first().waitFor();
  await button(page, 'Done').press('Enter');
  await expect
    .poll(() => draftRows().at(-1), SAVED)
    .toMatchObject({
      ...{ source: ['order.number'], target: 'Shop_Status__c' },
    });
  expect(draftRows().find(({ target }) => target === 'Ship_To_City__c')?.off).toBe(true);
});

test('a pasted record shows its results; one that is no JSON is not lost', async () => {
  await seed();
  const page = await open();
  await button(page, 'Paste JSON').click();
  const field = page.getByRole('textbox', { name: 'JSON' });
  await field.fill('{"order": {"number": "7-pasted",}}');
  await button(page, 'Use it').click();
  await page.getByText(/^This is no JSON: .* Look at line 1, column 33\.$/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await button(page, 'Cancel').click();
  await button(page, 'Paste JSON').click();
  expect(await field.inputValue()).toContain('7-pasted');
  await field.fill('{"order": {"number": "7-pasted"}}');
  await button(page, 'Use it').click();
  await rowOf(page, 'Order Number').getByText('7-pasted').first().waitFor();
});

test('without samples and fields the page teaches, and has them read by the worker', async () => {
  await screens.report(status());
  await seedShop(seededOrg());
  const page = await browser.page({ bypassCSP: true });
  await page.goto(screens.lightning.url + MAPPING);
  await page.getByText('See the result while you type').waitFor();
  await button(page, 'Load samples').click();
  await screens.endJob('Load Samples', {});
  await button(page, 'Read the fields').click();
  await screens.endJob('Describe Targets', {});
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('on a phone, and from right to left, rows are cards and nothing is wider than the window', async () => {
  await seed();
  const page = await open({ viewport: { width: 320, height: 640 } });
  // The platform's tabs fold a moment after they were shown.
  await expect.poll(() => overflow(page)).toBe(0);
  await button(page, 'Edit Ship To City').click();
  await page.getByRole('heading', { name: 'Edit: Ship To City' }).waitFor();
  await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { dir: string } };
    document.dir = 'rtl';
  });
  expect(await overflow(page)).toBe(0);
  const faults = await accessibilityFaults(page);
  expect(faults.filter((fault) => !fault.includes(OVERFLOW))).toEqual([]);
});
