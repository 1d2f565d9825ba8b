import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { SetupScreens } from './setup-kit.ts';
import { tabTo } from './screen-kit.ts';

export const WORKER = 'https://worker.example.com';

export const CHECKS = [
  { check: 'field_access', status: 'ok', evidence: 'The worker may write all 86 fields.', fix: '' },
  {
    check: 'duplicate_rules',
    ...{ status: 'warning', evidence: 'Active: Standard_Lead_Rule (Lead).' },
    ...{ fix: 'Let the rules only alert.', path: '/lightning/setup/DuplicateRules/home' },
  },
];

const CREATING = {
  ...{ as: 'Lead', recordTypeId: null, ownerId: null, assignmentRules: false },
  ...{ leadSource: null, campaignId: null, campaignStatus: null },
};
const WORDS = {
  given: { cart: 'allow', optOut: false },
  refused: { cart: 'hold', optOut: false },
  unknown: { cart: 'allow', optOut: false },
};

/** What a job is to say of new people where both kinds become the same. */
export const creatingAll = (as: string) => ({
  guest: { ...CREATING, as },
  registered: { ...CREATING, as },
});

/** What the worker goes by as long as nobody changed it, but for the parts that are named. */
export const settings = (parts: object = {}): string =>
  JSON.stringify({
    matching: {
      ...{ keys: ['externalId', 'email'], emailAcrossShops: true },
      ...{ prefer: 'Contact', customerNumberField: null },
    },
    creating: creatingAll('Lead'),
    companies: { keys: ['companyId', 'domain'], create: true, publicDomains: [] },
    consent: { marketing: WORDS, cartMail: WORDS },
    following: 'polling',
    ...parts,
  });

/** What the worker says of itself when all is well. */
export const report = (fields: object = {}) => ({
  ...{ Heard_At__c: new Date().toISOString(), Worker_Version__c: '0.4.0', Worker_URL__c: WORKER },
  Settings__c: settings(),
  Preflight__c: JSON.stringify({ checkedAt: new Date().toISOString(), checks: CHECKS }),
  ...fields,
});

export async function openSetup(page: Page, screens: SetupScreens, as?: string): Promise<void> {
  const path = '/lightning/n/Setup_Assistant';
  page.setDefaultTimeout(10_000);
  await page.goto(as ? screens.lightning.urlAs(as, path) : `${screens.lightning.url}${path}`);
  await page.getByText(/of 6 steps done/).waitFor();
}

export const step = (page: Page, name: string) => page.locator(`c-setup-step[data-step="${name}"]`);

/** Waits until a step says of itself that it is done, to do, or needs attention. */
export async function stepSays(page: Page, name: string, state: string): Promise<void> {
  await step(page, name).locator('[data-id="state"]').filter({ hasText: state }).waitFor();
}

/** Goes to one of the two choices of step 3, and takes the second of what it offers. */
export async function becomeContacts(page: Page, who: 'guest' | 'registered'): Promise<void> {
  const choice = step(page, 'matching').locator(`[data-who="${who}"]`);
  await tabTo(page, choice.getByRole('radio', { name: 'Lead' }));
  await page.keyboard.press('ArrowDown');
}

/** Goes to a button by the tab key and presses it by the enter key. */
export async function press(page: Page, name: string, button: string): Promise<void> {
  await tabTo(page, step(page, name).getByRole('button', { name: button, exact: true }));
  await page.keyboard.press('Enter');
}

/** Presses a button that opens a page of the worker in a tab of its own, and says which. */
export async function pressToOpen(page: Page, name: string, button: string): Promise<URL> {
  const opening = page.context().waitForEvent('page');
  await press(page, name, button);
  const opened = await opening;
  await opened.waitForURL(`${WORKER}/**`);
  const url = new URL(opened.url());
  await opened.close();
  expect(url.searchParams.get('return')).toBe(page.url());
  return url;
}
