import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../../scripts/lib/ports.ts';
import { readRecipe } from '../../../stand-ins/engagement/recipes/recipe.ts';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { openBrowser, type PageOptions } from '../../kit/browser.ts';
import { openUnitBeside } from '../engagement/unit-kit.ts';
import { create, curl, startOrg } from './kit.ts';

const HOUR_MS = 60 * 60_000;
const browser = openBrowser();
let org: LocalOrg;

beforeEach(async () => {
  org = await startOrg();
  return () => org.close();
});

async function visit(options: PageOptions & { path?: string } = {}): Promise<Page> {
  const { path = '/', ...others } = options;
  const page = await browser.page(others);
  await page.goto(`${org.url}${path}`);
  return page;
}

const limit = () => curl(org, 'GET', 'limits').then(({ json }) => json as object);

describe('the control page of the local org', () => {
  it('counts the records of each object, lists who may what, and groups the components', async () => {
    await create(org, 'Lead', { LastName: 'Doe', Company: 'Doe' });
    const page = await visit();
    const leads = page.locator('#objects tr', { hasText: 'Lead Lead' });
    expect(await leads.innerText()).toMatch(/\b1$/);
    const users = await page.locator('#users').innerText();
    expect(users).toMatch(/worker@local-org\.example\s+Cartbridge_Worker/);
    const fields = page.locator('#metadata details', { hasText: 'CustomField' });
    await fields.locator('summary').click();
    expect(await fields.innerText()).toContain('Order__c.Total__c');
  });

  it('shows a request soon after it came, and the ones with a wanted status', async () => {
    const page = await visit();
    await curl(org, 'GET', 'query?q=SELECT+Id+FROM+Lead');
    await page.locator('#requests', { hasText: 'SELECT Id FROM Lead' }).waitFor();
    await curl(org, 'GET', 'nothing/here');
    await page.getByRole('link', { name: '4xx' }).click();
    const requests = page.locator('#requests');
    await requests.filter({ hasText: 'nothing/here' }).waitFor();
    expect(await requests.innerText()).not.toContain('SELECT Id FROM Lead');
  });

  it('moves the clock', async () => {
    const page = await visit();
    const before = org.clock.now().getTime();
    await page.getByLabel('Hours', { exact: true }).fill('2');
    await page.getByLabel('Minutes').fill('30');
    await page.getByRole('button', { name: 'Advance the clock' }).click();
    await page.getByText('Done: Advance the clock').waitFor();
    const moved = org.clock.now().getTime() - before;
    expect(moved).toBeGreaterThanOrEqual(2.5 * HOUR_MS);
    expect(moved).toBeLessThan(2.6 * HOUR_MS);
  });

  it('sets the daily limit and takes it back by the keyboard alone', async () => {
    const page = await visit();
    const input = page.getByLabel('Calls in 24 hours');
    await tabTo(page, 'Calls in 24 hours');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.locator('#control-daily-limit-state', { hasText: '7 calls' }).waitFor();
    expect(await input.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await limit()).toMatchObject({ DailyApiRequests: { Max: 7 } });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('#control-daily-limit-state', { hasText: 'Off' }).waitFor();
    expect(await limit()).toMatchObject({ DailyApiRequests: { Max: 100_000 } });
  });

  it('puts a fault in the way of the next request, and tells when a control refuses', async () => {
    const page = await visit({ expected: /status of 500/ });
    const faults = page.locator('article', { hasText: 'lost answer to the next' });
    await faults.getByLabel('Path').fill('limits');
    await faults.getByRole('button', { name: 'Add' }).click();
    await faults.getByText('status 503').waitFor();
    expect((await curl(org, 'GET', 'limits')).status).toBe(503);
    await faults.getByText('Off').waitFor();
    org.faults.clear();
    await faults.getByLabel('Body').fill('{');
    await faults.getByRole('button', { name: 'Add' }).click();
    await page.locator('#news.bad').waitFor();
    expect(org.faults.list()).toEqual([]);
  });

  it('begins anew when the person agrees', async () => {
    await create(org, 'Lead', { LastName: 'Doe', Company: 'Doe' });
    const page = await visit();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await page.getByText('Done: Begin anew').waitFor();
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('runs nothing that a record or a request brings along', async () => {
    await curl(org, 'GET', 'query?q=<img src=x onerror=alert(1)>');
    const page = await visit();
    expect(await page.locator('#requests').innerText()).toContain('<img src=x');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('can be read on a phone without scrolling sideways', async () => {
    const page = await visit({ viewport: { width: 360, height: 740 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
  });
});

describe('the outbox on the control page', () => {
  it('shows the mails that the programs next door would have sent', async () => {
    const page = await visitAfterMail();
    const mail = page.locator('#outbox article');
    expect(await mail.innerText()).toMatch(
      /^Linen Towel: still in your cart.*to ada@example\.com.*Linen Towel/s,
    );
  });

  it('says plainly that no business unit is known', async () => {
    const page = await visit();
    expect(await page.locator('#outbox').innerText()).toContain('--engagement-url');
  });

  it('says which business unit does not answer', async () => {
    const page = await visitBeside('http://127.0.0.1:9');
    expect(await page.locator('#outbox').innerText()).toContain(
      'http://127.0.0.1:9 gave no outbox',
    );
  });
});

/** An org whose business unit is said to be at this address. */
async function visitBeside(engagementUrl: string): Promise<Page> {
  const beside = await startOrg({ engagementUrl });
  onTestFinished(() => beside.close());
  const page = await browser.page();
  await page.goto(beside.url);
  return page;
}

/** A business unit beside an org in which somebody left a cart, and the page of that org. */
async function visitAfterMail(): Promise<Page> {
  const port = await freePort();
  const beside = await startOrg({ engagementUrl: `http://127.0.0.1:${port}` });
  onTestFinished(() => beside.close());
  const { unit } = await openUnitBeside(beside, { port, recipes: [readRecipe('abandoned-cart')] });
  await create(beside, 'Lead', {
    ...{ FirstName: 'Ada', LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' },
    ...{ Cart_Status__c: 'Abandoned', Cart_First_Items__c: 'Linen Towel' },
    Cart_Abandoned_At__c: new Date().toISOString(),
  });
  await unit.tick();
  const page = await browser.page();
  await page.goto(beside.url);
  return page;
}

/** Presses Tab until the control with this label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const wanted = page.getByLabel(label);
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error(`"${label}" cannot be reached by the Tab key.`);
}
