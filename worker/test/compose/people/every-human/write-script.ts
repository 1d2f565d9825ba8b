import { actInSalesforce } from './in-salesforce.ts';
import { actInShop, type Scene } from './in-shops.ts';
import { bornIn } from './life.ts';
import { blankTurns, openPost } from './post.ts';
import { createRandom } from './random.ts';
import type { Script } from './script.ts';

/** Writes the story of a seed: the same one each time. */
export function writeScript(seed: number): Script {
  const random = createRandom(seed);
  const post = openPost(random);
  const lives = ['Ada', ...(random.chance(0.3) ? ['Ben'] : [])].map((who) => bornIn(seed, who));
  const acrossShops = seed % 3 !== 0;
  let count = 0;
  const turns = blankTurns();
  for (const [turn, { steps }] of turns.entries()) {
    for (const life of lives) {
      const stranger = lives.find((one) => one !== life)?.addresses[0] ?? null;
      const next = (): string => String((count += 1));
      const scene: Scene = { seed, turn, acrossShops, random, post, next, stranger };
      const rep = random.chance(0.4) ? actInSalesforce(life, scene) : null;
      const deeds = Array.from({ length: random.below(4) }, () => actInShop(life, scene));
      // Of one turn the order counts only where both are about one record, and there is none then.
      steps.push(...[rep, ...deeds].filter((step) => step !== null));
    }
  }
  for (const [turn, one] of turns.entries()) one.deliveries = post.deliver(turn);
  return { seed, acrossShops, turns };
}
