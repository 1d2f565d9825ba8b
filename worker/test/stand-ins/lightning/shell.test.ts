import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openBrowser } from '../../kit/browser.ts';
import { startScreens } from './lightning-kit.ts';

const require = createRequire(import.meta.url);
const screens = startScreens();
const browser = openBrowser();

const at = (path: string) => `${screens.lightning.url}/lightning/${path}`;

test('the header shows the app, its tabs by their objects, and which one is open', async () => {
  const page = await browser.page();
  await page.goto(at('o/Contact/list'));
  await page.getByText('Demo App').waitFor();
  const tabs = page.getByRole('navigation', { name: 'Main' });
  await tabs.getByRole('link', { name: 'Contacts' }).waitFor();
  const current = await tabs.locator('[aria-current="page"]').textContent();
  expect(current?.trim()).toBe('Contacts');
});

test('the app launcher opens another app', async () => {
  const page = await browser.page();
  await page.goto(at('page/home'));
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await page.getByRole('button', { name: /Second App/ }).click();
  await page.getByRole('link', { name: 'Leads' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/lightning/o/Lead/list');
});

test('a list view lists what the org has, and leads to the record', async () => {
  const page = await browser.page();
  await page.goto(at('o/Contact/list?filterName=AllContacts'));
  await page.getByRole('link', { name: 'Ada Lovelace' }).click();
  await page.locator('shell-highlights').getByText('ada@example.com').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/lightning/r/Contact/${screens.contactId}/view`);
});

test('a record page has the regions of its Lightning page, and says what it cannot show', async () => {
  const page = await browser.page();
  await page.goto(at(`r/Contact/${screens.contactId}/view`));
  await page.locator('[data-region="main"] c-demo-person').waitFor();
  await page.locator('[data-region="sidebar"]').getByRole('tab', { name: 'Details' }).waitFor();
  await page.getByText('Local Lightning does not imitate it').waitFor();
});

test('a tab opens its component, which is given no record', async () => {
  const page = await browser.page();
  await page.goto(at('n/Demo_Person'));
  await page.locator('c-demo-person [data-id="emissions"]').waitFor();
  await page.locator('c-demo-person [data-id="object"]').filter({ hasText: 'Contact' }).waitFor();
  const emissions = await page.locator('c-demo-person [data-id="emissions"]').textContent();
  expect(emissions, 'Nothing is provisioned while recordId is undefined').toBe('nothing');
});

test('an address that leads nowhere says so', async () => {
  const page = await browser.page();
  await page.goto(at('n/Lost'));
  await page.getByText("This page isn't available").waitFor();
  await page.getByText('There is no tab Lost').waitFor();
});

test('the page looks at the org as the user who is signed in', async () => {
  const page = await browser.page();
  await page.goto(screens.lightning.urlAs('worker@local-org.example', '/lightning/o/Contact/list'));
  await page.getByText('Cartbridge Worker').waitFor();
  await page.getByRole('button', { name: /Cartbridge Worker/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'System Administrator' }).click();
  await page.getByRole('button', { name: /System Administrator/ }).waitFor();
});

test('an inline script, eval and other servers are forbidden', async () => {
  const response = await fetch(at('page/home'));
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  const page = await browser.page({ expected: /Content Security Policy|Content-Security-Policy/ });
  await page.goto(at('page/home'));
  const reached = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'reached',
      (error: unknown) => (error as Error).name,
    ),
  );
  expect(reached).toBe('TypeError');
});

test('on a phone the page is as wide as the screen', async () => {
  const page = await browser.page({ viewport: { width: 375, height: 800 } });
  await page.goto(at(`r/Contact/${screens.contactId}/view`));
  await page.locator('c-demo-person').waitFor();
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
});

test('whoever opens the org lands on the first tab of its app', async () => {
  const response = await fetch(screens.lightning.url, { redirect: 'manual' });
  const to = response.headers.get('location') ?? '';
  const page = await browser.page();
  await page.goto(screens.lightning.url);
  const first = page.getByRole('navigation').getByRole('link').first();
  expect(await first.getAttribute('href')).toBe(to);
});

test.each(['page/home', 'o/Contact/list', 'r/Contact/:id/view'])(
  'the shell around %s has no fault that axe knows',
  async (path) => {
    const page = await browser.page({ bypassCSP: true });
    await page.goto(at(path.replace(':id', screens.contactId)));
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /\w/ }).waitFor();
    await page.addScriptTag({ content: readFileSync(require.resolve('axe-core'), 'utf8') });
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(root: object): Promise<AxeResult> } };
      // The component is the test's own, and no part of the shell.
      const { violations } = await axe.run({ exclude: [['c-demo-person']] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  },
);

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}
