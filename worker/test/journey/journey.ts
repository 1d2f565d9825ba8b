import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Report, type StackOptions } from '../../../scripts/lib/stack.ts';
import { ROOT } from '../../../scripts/lib/stack-services.ts';
import { driveOrg } from './org-driver.ts';
import { preparedOrgsIn } from './prepared-org.ts';
import { driveShop } from './shop-driver.ts';
import type { Story, StoryContext } from './story.ts';
import { driveUnit } from './unit-driver.ts';
import { driveWorker } from './worker-driver.ts';
import { stackSecrets } from '../../../scripts/lib/secrets.ts';

export interface Journey {
  context: StoryContext;
  close(): Promise<void>;
}

export interface JourneyOptions {
  /** A folder where orgs with the package are kept from one journey to the next. */
  shelf: string;
  story?: Pick<Story, 'namespace' | 'engagement'>;
  /** A database with all migrations; a PostgreSQL server of the journey's own when absent. */
  databaseUrl?: string;
  /** How the package comes into the org, when not as in any other stack. */
  bring?: StackOptions['bring'];
  /** Shows a step while it runs. */
  report?: Report;
  signal?: AbortSignal;
}

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/** A fresh stack on free ports in a temporary folder: nothing of it is left when it is closed. */
export async function openJourney({
  shelf,
  story,
  databaseUrl,
  bring,
  report,
  signal,
}: JourneyOptions): Promise<Journey> {
  const home = mkdtempSync(join(tmpdir(), 'cartbridge-journey-'));
  const prepared = preparedOrgsIn(shelf);
  if (!bring) prepared.lay(home, story?.namespace ?? '');
  const stack = await startStack({
    home,
    durable: false,
    ...(databaseUrl && { databaseUrl }),
    ...(story?.namespace && { namespace: story.namespace }),
    ...(story?.engagement && { engagement: true }),
    bring: bring ?? prepared.bring,
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    rmSync(home, { recursive: true, force: true });
    throw error;
  });
  const shop = driveShop(stack.description.bigcommerce);
  const org = driveOrg(stack.description.salesforce);
  const worker = driveWorker(stack, (args) => ({
    name: 'parked',
    program: process.execPath,
    args: [join(ROOT, 'scripts', 'parked.ts'), ...args],
    cwd: ROOT,
    env: { DATABASE_URL: stack.databaseUrl, CARTBRIDGE_KEYS: stackSecrets(home).keys },
    logFile: join(home, 'logs', 'parked.log'),
  }));

  async function eventually(check: () => Promise<void>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await check();
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        signal?.throwIfAborted();
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  async function quiet(): Promise<void> {
    await eventually(async () => {
      await shop.deliver('settled');
      const waiting = await worker.events('waiting');
      if (waiting > 0) throw new Error(`${waiting} events are still waiting.`);
    });
  }

  return {
    context: {
      ...{ shop, org, worker, eventually, quiet },
      step: report ?? ((_, work) => work()),
      get unit() {
        const { engagement } = stack.description;
        if (!engagement) throw new Error('A story with a business unit says `engagement: true`.');
        return driveUnit(engagement, stack.description.salesforce);
      },
    },
    async close() {
      await worker.close();
      await stack.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
