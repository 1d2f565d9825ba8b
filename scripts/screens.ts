// `npm run screens`: a picture of every screen, for the README and the guide, in docs/screens.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../worker/test/kit/launch-browser.ts';
import { withProgress } from './bootstrap/progress.js';
import { startStack } from './lib/stack.ts';
import { stopSignals } from './lib/stop-signals.ts';
import { ROOT } from './lib/tool.ts';
import { furnish } from './screens/furnish.ts';
import { pictures } from './screens/pictures.ts';

const FOLDER = join(ROOT, 'docs', 'screens');
/** Numbers and dates as most readers of the guide write them. */
const LOOK = { locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' } as const;
const LARGE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

const signal = stopSignals();
const home = mkdtempSync(join(tmpdir(), 'cartbridge-screens-'));
mkdirSync(FOLDER, { recursive: true });
try {
  const stack = await startStack({
    ...{ home, durable: false, lightning: true, report: withProgress, signal },
  });
  try {
    const { lightning } = stack.description;
    if (!lightning) throw new Error('The stack has no screens.');
    const furnished = await withProgress('Things to see', () => furnish(stack.description));
    const browser = await launchBrowser();
    try {
      for (const { name, path, phone = false, prepare } of pictures(furnished)) {
        await withProgress(name, async () => {
          const page = await browser.newPage({ ...LOOK, viewport: phone ? PHONE : LARGE });
          await page.goto(lightning.url + path);
          await prepare(page);
          await page.screenshot({ path: join(FOLDER, `${name}.png`) });
          await page.close();
        });
      }
    } finally {
      await browser.close();
    }
  } finally {
    await stack.stop();
  }
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
