import { afterEach, expect, it } from 'vitest';
import { storySeeds } from '../../../../scripts/lib/environment.ts';
import { runStories } from './every-human/run-stories.ts';
import { openStage, type Stage } from './every-human/stage.ts';
import { writeScript } from './every-human/write-script.ts';

let stage: Stage | undefined;
afterEach(() => stage?.close());

/**
 * A thousand stories of shoppers, shops and sales reps, played side by side by two workers: who is
 * who, whose each order is, and what everybody spent, is then compared with what the rules say. A
 * story that ends wrong is printed; `SEED=17 npx vitest run <this file>` plays it alone.
 */
it('every human ends as one person with the right orders and exact totals', async () => {
  stage = await openStage();
  const scripts = storySeeds(1_000).map(writeScript);

  const wrong = await runStories(stage, scripts);

  const seeds = [...wrong.keys()].slice(0, 40).join(', ');
  const [first = ''] = wrong.values();
  const summary = `${wrong.size} of ${scripts.length} stories end wrong (${seeds}). The first:\n${first}`;
  expect(wrong.size, summary).toBe(0);
}, 300_000);
