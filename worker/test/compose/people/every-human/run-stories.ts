import { judge } from './oracle.ts';
import { faultsOf } from './end-checks.ts';
import { readEnd } from './end-state.ts';
import { moveAlong } from './moves.ts';
import { actAsReps, nothingHappened, type Happened } from './rep-acts.ts';
import { createRandom } from './random.ts';
import { isOfSalesforce, sweepIn, TURNS, type Delivery, type Script } from './script.ts';
import { tellStory } from './sentences.ts';
import { policyOf, shopIdOf, type Stage } from './stage.ts';
import { NOBODYS, watchWrites, type Watcher } from './watch-writes.ts';
import { work, type Arriving } from './workers.ts';

/**
 * Plays all stories side by side, turn by turn, and then looks at everything once more, as a shop's
 * reconciling does. Answers what is wrong in the end, with the story, by seed.
 */
export async function runStories(stage: Stage, scripts: Script[]): Promise<Map<number, string>> {
  const watcher = watchWrites(scripts);
  const happened = nothingHappened();
  for (let turn = 0; turn < TURNS; turn += 1) {
    await act(stage, scripts, turn, happened);
    if (sweepIn(turn) === 'before') await sweep(stage, watcher);
    const arriving = scripts.flatMap((script) =>
      (script.turns[turn]?.deliveries ?? []).map((delivery): Arriving => ({
        ...{ seed: script.seed, policy: policyOf(stage, script), delivery },
      })),
    );
    const beside = sweepIn(turn) === 'beside' ? sweepOnly(stage) : undefined;
    await Promise.all([work(stage, arriving, watcher), beside]);
    watcher.finished(arriving, turn);
  }
  await sweep(stage, watcher);
  const all = everything(stage, scripts);
  await work(stage, all, watcher);
  watcher.finished(all, TURNS);
  // Whoever turned out to be the same moves along, which may bring out more.
  for (let more = true; more;) more = await sweep(stage, watcher);
  return verdicts(stage, scripts, watcher, happened);
}

async function act(
  stage: Stage,
  scripts: Script[],
  turn: number,
  happened: Happened,
): Promise<void> {
  const steps = scripts.flatMap((script) =>
    (script.turns[turn]?.steps ?? []).map((step) => ({ script, step })),
  );
  const reps = steps.flatMap(({ script, step }) =>
    isOfSalesforce(step)
      ? [
          {
            seed: script.seed,
            step,
            name: `${shopIdOf(script.acrossShops, step.shop)}:${step.name}`,
          },
        ]
      : [],
  );
  await actAsReps(
    { pool: stage.pools[0], users: stage.users, account: stage.account },
    reps,
    happened,
  );
  for (const { script, step } of steps)
    if (!isOfSalesforce(step)) policyOf(stage, script).shops[step.shop].apply(step);
}

async function sweepOnly(stage: Stage): Promise<void> {
  for (const policy of stage.policies) await policy.sweep();
}

/** Looks at what Salesforce's users changed, and lets what points at those people follow. */
async function sweep(stage: Stage, watcher: Watcher): Promise<boolean> {
  await sweepOnly(stage);
  const moved = await Promise.all(
    stage.policies.map(async (policy) =>
      (await moveAlong(stage, policy)).map((delivery, index): Arriving => ({
        ...{ seed: NOBODYS, policy, delivery: { ...delivery, worker: (index % 2) as 0 | 1 } },
      })),
    ),
  );
  await work(stage, moved.flat(), watcher);
  return moved.flat().length > 0;
}

/** As a shop's reconciling does, in an order of no meaning: each record of each story. */
function everything(stage: Stage, scripts: Script[]): Arriving[] {
  return scripts.flatMap((script) => {
    const { seed, turns } = script;
    const policy = policyOf(stage, script);
    const random = createRandom(seed);
    const all = turns.flatMap(({ steps }) =>
      steps.flatMap((step): Omit<Delivery, 'worker'>[] => {
        if (isOfSalesforce(step)) return [];
        const { shop } = step;
        if (step.does === 'registers') return [{ shop, kind: 'customer', id: step.account }];
        if (step.does === 'fills a cart') return [{ shop, kind: 'cart', id: step.cart }];
        return step.does === 'orders' ? [{ shop, kind: 'order', id: step.order }] : [];
      }),
    );
    return random.shuffle(all).map((delivery) => ({
      ...{ seed, policy, delivery: { ...delivery, worker: random.below(2) as 0 | 1 } },
    }));
  });
}

async function verdicts(
  stage: Stage,
  scripts: Script[],
  watcher: Watcher,
  happened: Happened,
): Promise<Map<number, string>> {
  const end = await readEnd(stage.pools[0], stage.org);
  watcher.inspect(end.live);
  const verdicts = new Map<number, string>();
  for (const script of scripts) {
    const shoppers = judge(script, happened, (shop) => shopIdOf(script.acrossShops, shop));
    const faults = [...(watcher.faults.get(script.seed) ?? []), ...faultsOf(shoppers, end)];
    if (faults.length === 0) continue;
    const notes = happened.notes.get(script.seed) ?? [];
    verdicts.set(script.seed, [...faults, tellStory(script), ...notes].join('\n'));
  }
  const others = watcher.faults.get(NOBODYS);
  if (others) verdicts.set(NOBODYS, others.join('\n'));
  return verdicts;
}
