import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../kit/browser.ts';
import { startScreens } from './lightning-kit.ts';

const screens = startScreens();
const browser = openBrowser();

async function openContact(id: string, expected?: RegExp): Promise<Page> {
  const page = await browser.page(expected ? { expected } : {});
  page.setDefaultTimeout(10_000);
  await page.goto(`${screens.lightning.url}/lightning/r/Contact/${id}/view`);
  await part(page, 'emissions').waitFor();
  return page;
}

const part = (page: Page, name: string) => page.locator(`c-demo-person [data-id="${name}"]`);

/** Waits until a part of the component says what it should. */
async function says(page: Page, name: string, text: string | RegExp): Promise<void> {
  await part(page, name).filter({ hasText: text }).waitFor();
}

const person = (name: string) => ({ LastName: name, Email: `${name.toLowerCase()}@example.com` });

test('a record comes after an empty first emission, and cannot be changed', async () => {
  const page = await openContact(screens.contactId);
  await says(page, 'emissions', /^nothing data$/);
  await says(page, 'frozen', 'frozen');
  await says(page, 'object', 'Contact');
  await page.getByText('People & their mail').waitFor();
});

test('a property set on the page reaches the component as a number', async () => {
  const page = await openContact(screens.contactId);
  await says(page, 'rows', 'number 2');
});

test('a saved change shows itself everywhere without a reload, and a toast says so', async () => {
  const id = await screens.create('Contact', person('Hopper'));
  const page = await openContact(id);
  await says(page, 'email', 'hopper@example.com');
  await part(page, 'new-email').locator('input').fill('grace@example.com');
  await part(page, 'save').click();
  await says(page, 'email', 'grace@example.com');
  await page.locator('shell-highlights').getByText('grace@example.com').waitFor();
  await page.locator('lightning-toast').getByText('Mail now goes to grace@example.com').waitFor();
});

test('a refused save rejects with the fault of the field', async () => {
  const id = await screens.create('Contact', person('Curie'));
  const page = await openContact(id, /status of 400/);
  await part(page, 'new-email').locator('input').fill('no address');
  await part(page, 'save').click();
  await page.locator('lightning-toast').getByText('INVALID_EMAIL_ADDRESS').waitFor();
});

test('a record that does not exist gives the wire an error with its status', async () => {
  const page = await openContact('003000000000000AAA', /status of 404/);
  await says(page, 'emissions', /^nothing error$/);
  await says(page, 'failure', '404 NOT_FOUND');
});

test('GraphQL is asked once its variables are there, and again by refresh', async () => {
  const page = await openContact(screens.contactId);
  expect(await part(page, 'found').textContent()).toBe('');
  await part(page, 'find').click();
  await says(page, 'found', /person|people/);
  await screens.change('Contact', screens.contactId, { FirstName: 'Aaron' });
  await part(page, 'again').click();
  await page.locator('c-demo-person lightning-datatable').getByText('Aaron Lovelace').waitFor();
  await screens.change('Contact', screens.contactId, { FirstName: 'Ada' });
});

test('navigation opens the page in place and drops state without a namespace', async () => {
  const page = await openContact(screens.contactId);
  await part(page, 'list').click();
  await page.locator('shell-list-page').waitFor();
  const url = new URL(page.url());
  expect(url.pathname + url.search).toBe('/lightning/o/Contact/list?filterName=AllContacts');
  await page.goBack();
  await says(page, 'emissions', 'data');
});

test('a component that breaks leaves the page around it standing', async () => {
  const page = await openContact(screens.contactId, /wrong|401/);
  await part(page, 'break').click();
  await page.getByText('The component demoPerson stopped with an error').waitFor();
  await page.locator('shell-highlights').getByText('Lovelace').waitFor();
});

test('a component has no session for the API itself', async () => {
  const page = await openContact(screens.contactId, /401/);
  const status = await page.evaluate(
    async () => (await fetch('/services/data/v66.0/limits')).status,
  );
  expect(status).toBe(401);
});
