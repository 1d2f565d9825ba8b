// `npm start`: everything of Cartbridge on this machine, until Ctrl-C.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './bootstrap/progress.js';
import { ownDatabaseUrl } from './lib/environment.ts';
import { removeState } from './lib/fresh.ts';
import { endLeftovers } from './lib/leftovers.ts';
import { consecutivePorts, describeTaken } from './lib/ports.ts';
import { firstProducts, seedShoppers } from './lib/seed.ts';
import { startStack, type Stack } from './lib/stack.ts';
import { bigcommerceOf, removeStackFile, writeStackFile } from './lib/stack-file.ts';
import { lockHome } from './lib/start-lock.ts';
import { readStartOptions, type StartOptions } from './lib/start-options.ts';
import { stopSignals } from './lib/stop-signals.ts';
import { summary } from './lib/summary.ts';

const HOME = join(import.meta.dirname, '..', '.local');

/** Runs the stack until `signal` fires; throws when something cannot start or dies. */
async function run({ fresh, port }: StartOptions, signal: AbortSignal): Promise<void> {
  const databaseUrl = ownDatabaseUrl();
  if (fresh) beginAnew(databaseUrl);
  const { postgres, ...others } = consecutivePorts(port);
  const taken = await describeTaken(databaseUrl === undefined ? { ...others, postgres } : others);
  if (taken !== undefined) throw new Error(taken);

  const death = Promise.withResolvers<never>();
  // It may come while nobody waits for it yet.
  death.promise.catch(() => undefined);
  const stack = await startStack({
    home: HOME,
    shops: ['bigcommerce', 'clarity'],
    engagement: true,
    lightning: true,
    ports: { ...others, postgres },
    report: withProgress,
    signal,
    onDeath: (reason) => death.reject(new Error(reason)),
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  try {
    await Promise.race([present(stack), death.promise]);
    await Promise.race([aborted(signal), death.promise]);
  } finally {
    removeStackFile(HOME);
    await withProgress('Stopping', () => stack.stop());
  }
}

async function present(stack: Stack): Promise<void> {
  await seedShoppers(stack.description);
  const [product = 0] = await firstProducts(bigcommerceOf(stack.description), 1);
  writeStackFile(HOME, stack.description);
  console.log(summary(stack, HOME, product));
}

function beginAnew(databaseUrl: string | undefined): void {
  const removed = removeState(HOME);
  console.log(removed ? 'Removed what earlier starts had kept.' : 'There was nothing to remove.');
  if (databaseUrl !== undefined) {
    console.log('DATABASE_URL is a database of your own: it stays as it is.');
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function main(args: string[]): Promise<number> {
  const options = readStartOptions(args);
  const signal = stopSignals();
  mkdirSync(HOME, { recursive: true, mode: 0o700 });
  const unlock = lockHome(HOME);
  try {
    removeStackFile(HOME);
    await endLeftovers(HOME);
    await run(options, signal);
    return 0;
  } catch (error) {
    if (error !== signal.reason) throw error;
    return 0;
  } finally {
    unlock();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
