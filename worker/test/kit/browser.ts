import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

export interface PageOptions extends BrowserContextOptions {
  /** Messages of the browser's console that are no failure of the test. */
  expected?: RegExp;
}

export interface OpenBrowser {
  /**
   * A fresh page without cookies, closed after the test. The test fails when a script throws or the
   * console shows an error, such as what the content security policy refused.
   */
  page(options?: PageOptions): Promise<Page>;
}

/** One Chromium for a test file: call it at the file's top. It starts with the first page. */
export function openBrowser(): OpenBrowser {
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.close());
  return {
    async page({ expected, ...options } = {}) {
      browser ??= launchBrowser();
      const context = await (await browser).newContext(options);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      onTestFinished(async () => {
        await context.close();
        const unexpected = errors.filter((error) => !expected?.test(error));
        if (unexpected.length > 0) throw new Error(`In the browser: ${unexpected.join('; ')}`);
      });
      return page;
    },
  };
}
