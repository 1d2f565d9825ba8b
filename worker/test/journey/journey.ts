import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackSecrets } from '../../../scripts/lib/secrets.ts';
import { bigcommerceOf, clarityOf } from '../../../scripts/lib/stack-file.ts';
import { ROOT } from '../../../scripts/lib/stack-services.ts';
import {
  startStack,
  type Report,
  type Stack,
  type StackOptions,
} from '../../../scripts/lib/stack.ts';
import { movedClock } from './clock-file.ts';
import { driveBigCommerce } from './drivers/bigcommerce.ts';
import { driveClarity } from './drivers/clarity.ts';
import { driveOrg, type OrgDriver } from './org-driver.ts';
import { preparedOrgsIn } from './prepared-org.ts';
import type { ShopDriver } from './shop-driver.ts';
import type { Scene, Story, StoryContext, Telling } from './story.ts';
import { driveUnit } from './unit-driver.ts';
import { operate, type OperatorTools } from './worker-driver.ts';

/** A stack on which stories are told, one after the other or all at once. */
export interface Journey {
  tell(story: Story): Promise<void>;
  org: OrgDriver;
  close(): Promise<void>;
}

export interface JourneyOptions {
  /** A folder where orgs with the package are kept from one journey to the next. */
  shelf: string;
  telling: Telling;
  scene?: Pick<Scene, 'engagement' | 'clarity' | 'sideBySide'>;
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
  telling: { shop: shopName, namespace },
  scene = {},
  databaseUrl,
  bring,
  report,
  signal,
}: JourneyOptions): Promise<Journey> {
  const home = mkdtempSync(join(tmpdir(), 'cartbridge-journey-'));
  const prepared = preparedOrgsIn(shelf);
  if (!bring) prepared.lay(home, namespace);
  const clock = movedClock(home);
  const stack = await startStack({
    home,
    durable: false,
    shops: [shopName],
    namespace,
    ...(scene.clarity?.feed === 'polling' && { workEnv: clock.env }),
    bring: bring ?? prepared.bring,
    ...(scene.clarity && { clarity: scene.clarity }),
    ...(scene.engagement && { engagement: true }),
    ...(databaseUrl && { databaseUrl }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    rmSync(home, { recursive: true, force: true });
    throw error;
  });
  const { description } = stack;
  const shop =
    shopName === 'bigcommerce'
      ? driveBigCommerce(bigcommerceOf(description))
      : driveClarity(clarityOf(description), scene.clarity);
  const org = driveOrg(description.salesforce);
  const operator = operate(stack, {
    ...{ shop: shopName, clock },
    command: parkedCommand(stack, home),
  });

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

  return {
    org,
    async tell(story) {
      if (!scene.sideBySide) await tidy(shop, org);
      await story.run(await newContext());
    },
    async close() {
      await operator.close();
      await stack.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };

  async function newContext(): Promise<StoryContext> {
    const worker = await operator.begin();
    return {
      ...{ shop, org, worker, eventually },
      quiet: () =>
        eventually(async () => {
          await shop.deliver('settled');
          const waiting = await worker.events('waiting');
          if (waiting > 0) throw new Error(`${waiting} events are still waiting.`);
        }),
      step: report ?? ((_, work) => work()),
      get unit() {
        const { engagement } = description;
        if (!engagement) throw new Error('A scene with a business unit says `engagement: true`.');
        return driveUnit(engagement, description.salesforce);
      },
    };
  }
}

/** What a story that failed may have left in the way of the next one. */
async function tidy(shop: ShopDriver, org: OrgDriver): Promise<void> {
  await Promise.all([shop.clearFaults(), org.clearFaults(), shop.deliver('release')]);
  for (const kind of ['row-faults', 'duplicate-rules', 'validation-rules']) await org.clear(kind);
}

function parkedCommand(stack: Stack, home: string): OperatorTools['command'] {
  return (args) => ({
    name: 'parked',
    program: process.execPath,
    args: [join(ROOT, 'scripts', 'parked.ts'), ...args],
    cwd: ROOT,
    env: { DATABASE_URL: stack.databaseUrl, CARTBRIDGE_KEYS: stackSecrets(home).keys },
    logFile: join(home, 'logs', 'parked.log'),
  });
}
