// `npm run story`: the stories of worker/test/journey, told step by step on a stack of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds, withProgress } from './bootstrap/progress.js';
import { stopSignals } from './lib/stop-signals.ts';
import { openJourney } from '../worker/test/journey/journey.ts';
import { stories } from '../worker/test/journey/stories/index.ts';

/** Tells every story whose title holds one of the words given; all without words. */
async function tell(words: string[], shelf: string, signal: AbortSignal): Promise<boolean> {
  const chosen = stories.filter(
    ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
  );
  if (chosen.length === 0) {
    console.log(`No story's title holds ${words.map((word) => `"${word}"`).join(' or ')}.`);
    return false;
  }
  let failed = 0;
  for (const story of chosen) {
    signal.throwIfAborted();
    console.log(`\n${story.title}`);
    const started = Date.now();
    const journey = await openJourney({ shelf, story, report: withProgress, signal });
    try {
      await story.run(journey.context);
      console.log(`✔ told in ${seconds(Date.now() - started)}`);
    } catch (error) {
      failed += 1;
      console.log(`✘ ${(error as Error).message}`);
    } finally {
      await journey.close();
    }
  }
  console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

const signal = stopSignals();
const shelf = mkdtempSync(join(tmpdir(), 'cartbridge-prepared-'));
try {
  process.exitCode = (await tell(process.argv.slice(2), shelf, signal)) ? 0 : 1;
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(shelf, { recursive: true, force: true });
}
