import { chromium, type Browser } from 'playwright-core';
import { browserFiles } from './browser-files.ts';

// Only what a container needs. The flags that the browser's package recommends switch web security
// off, which would hide what a content security policy or another origin forbids.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without a window. The first start on a machine unpacks it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await browserFiles();
  return chromium.launch({ executablePath: executable, args: FLAGS, env });
}
