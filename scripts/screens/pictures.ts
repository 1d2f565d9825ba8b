import type { Page } from 'playwright-core';
import type { Furnished } from './furnish.ts';

export interface Picture {
  /** Of its file. */
  name: string;
  /** Below the address of the screens. */
  path: string;
  phone?: boolean;
  /** Waits until the screen shows what it is about. */
  prepare: (page: Page) => Promise<void>;
}

const ICONS_MS = 1_000;

const shows =
  (text: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByText(text).first().waitFor();
    // Icons come as code, a moment after the words; the network is never idle while events are heard.
    await page.waitForTimeout(ICONS_MS);
  };

/** A row that is being edited says more than a table of rows. */
async function editsSource(page: Page): Promise<void> {
  await shows('Preview')(page);
  const row = page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: /^Ship To Country/ }),
  });
  await row.getByRole('button', { name: /^Edit/ }).click();
  await page.locator('c-mapping-row-editor').scrollIntoViewIfNeeded();
  await page.waitForTimeout(ICONS_MS);
}

/** What is held of somebody, as the worker finds it; nothing is erased. */
async function findsPerson(page: Page): Promise<void> {
  await page.getByLabel('*Whom is it about?').fill('ada.keller@example.com');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await shows('Nothing was changed yet.')(page);
}

const record = (object: string, id: string): string => `/lightning/r/${object}/${id}/view`;

export function pictures({ contactId, orderId, cartId, reviewId }: Furnished): Picture[] {
  return [
    { name: 'setup', path: '/lightning/n/Setup_Assistant', prepare: shows('Connect the shop') },
    { name: 'health', path: '/lightning/n/Health', prepare: shows(/API calls/i) },
    { name: 'issues', path: '/lightning/n/Issues', prepare: shows(/Orders above/) },
    { name: 'jobs', path: '/lightning/n/Jobs', prepare: shows(/JOB-/) },
    { name: 'mapping', path: '/lightning/n/Mapping', prepare: editsSource },
    { name: 'people', path: '/lightning/n/People', prepare: shows('she becomes a Lead') },
    {
      ...{ name: 'match-review', path: record('Match_Review__c', reviewId) },
      prepare: shows('Matched by'),
    },
    { name: 'privacy', path: '/lightning/n/Privacy', prepare: findsPerson },
    { name: 'contact', path: record('Contact', contactId), prepare: shows(/Lifetime value/i) },
    {
      ...{ name: 'contact-phone', path: record('Contact', contactId), phone: true },
      prepare: async (page) => {
        await shows(/Lifetime value/i)(page);
        await page.locator('c-shopper').evaluate((panel) => panel.scrollIntoView());
      },
    },
    { name: 'order', path: record('Order__c', orderId), prepare: shows(/Items/) },
    { name: 'cart', path: record('Cart__c', cartId), prepare: shows(/Items/) },
  ];
}
