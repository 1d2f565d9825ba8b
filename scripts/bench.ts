// `npm run bench`: what an event costs, on a fresh stack of its own. It asserts no seconds, for they
// are the machine's; it fails only when a repeated webhook reaches Salesforce.
import { withProgress } from './bootstrap/progress.js';
import { openBench, type Bench } from './bench/bench-stack.ts';
import { measureBurst } from './bench/burst.ts';
import { measureIngest } from './bench/ingest.ts';
import { measureJourney } from './bench/journey.ts';
import { describeLocalOrg, measureLocalOrg } from './bench/local-org.ts';
import { describeMachine } from './bench/machine.ts';
import { stopSignals } from './lib/stop-signals.ts';

async function run(signal: AbortSignal): Promise<boolean> {
  const bench = await openBench(withProgress, signal);
  try {
    return await Promise.race([measure(bench, signal), bench.death]);
  } finally {
    await withProgress('Stopping', () => bench.close());
  }
}

async function measure(bench: Bench, signal: AbortSignal): Promise<boolean> {
  const journey = await measureJourney(bench);
  signal.throwIfAborted();
  const burst = await withProgress('A burst', () => measureBurst(bench));
  signal.throwIfAborted();
  const ingest = await withProgress('Ingest', () => measureIngest(bench));
  const localOrg = describeLocalOrg(await withProgress('The local org', measureLocalOrg));
  const machine = await describeMachine(bench.db);
  console.log(`\n${[machine, ingest, journey.text, burst, localOrg].join('\n\n')}\n`);
  if (journey.repeatedWrites === 0) return true;
  console.log(`✘ Repeated webhooks cost ${journey.repeatedWrites} Salesforce calls instead of 0.`);
  return false;
}

const signal = stopSignals();
try {
  process.exitCode = (await run(signal)) ? 0 : 1;
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
