// `npm run story`: the stories of worker/test/journey, told step by step on stacks of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seconds, withProgress } from './bootstrap/progress.js';
import { SHOP_IDS, type ShopName } from './lib/stack-shops.ts';
import { stopSignals } from './lib/stop-signals.ts';
import { openJourney } from '../worker/test/journey/journey.ts';
import { SCENES } from '../worker/test/journey/stories/index.ts';
import { fits, storiesFor, type Scene, type Telling } from '../worker/test/journey/story.ts';

const USAGE =
  'Usage: npm run story -- [--shop bigcommerce|clarity] [--namespace <prefix>] ["words of a title"]';

interface Wish {
  telling: Telling;
  words: string[];
}

function readWish(args: string[]): Wish {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shop: { type: 'string', default: 'bigcommerce' },
      namespace: { type: 'string', default: '' },
    },
  });
  const { shop, namespace } = values;
  if (!isShop(shop)) throw new Error(`There is no local shop "${shop}".\n${USAGE}`);
  return { telling: { shop, namespace }, words: positionals };
}

const isShop = (name: string): name is ShopName => Object.hasOwn(SHOP_IDS, name);

/** The scene with the stories whose titles hold one of the words; all of them without words. */
function chosen(scene: Scene, { telling, words }: Wish): Scene {
  const stories = storiesFor(scene, telling.shop).filter(
    ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
  );
  return { ...scene, stories };
}

interface Stage {
  shelf: string;
  signal: AbortSignal;
}

/** Tells a scene's stories one after the other; how many failed. */
async function tell(scene: Scene, telling: Telling, { shelf, signal }: Stage): Promise<number> {
  signal.throwIfAborted();
  const journey = await openJourney({ ...{ shelf, telling, scene, signal }, report: withProgress });
  let failed = 0;
  try {
    for (const story of scene.stories) {
      signal.throwIfAborted();
      console.log(`\n${story.title}`);
      const started = Date.now();
      try {
        await journey.tell(story);
        console.log(`✔ told in ${seconds(Date.now() - started)}`);
      } catch (error) {
        failed += 1;
        console.log(`✘ ${(error as Error).message}`);
      }
    }
  } finally {
    await journey.close();
  }
  return failed;
}

async function tellAll(wish: Wish, stage: Stage): Promise<boolean> {
  const scenes = Object.values<Scene>(SCENES)
    .map((scene) => chosen(scene, wish))
    .filter((scene) => fits(scene, wish.telling));
  if (scenes.length === 0) {
    const words = wish.words.map((word) => `"${word}"`).join(' or ');
    console.log(`No story of ${wish.telling.shop} holds ${words} in its title.`);
    return false;
  }
  let failed = 0;
  for (const scene of scenes) failed += await tell(scene, wish.telling, stage);
  const told = scenes.flatMap(({ stories }) => stories).length;
  console.log(`\n${told - failed} passed, ${failed} failed`);
  return failed === 0;
}

const signal = stopSignals();
const shelf = mkdtempSync(join(tmpdir(), 'cartbridge-prepared-'));
try {
  const wish = readWish(process.argv.slice(2));
  process.exitCode = (await tellAll(wish, { shelf, signal })) ? 0 : 1;
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(shelf, { recursive: true, force: true });
}
