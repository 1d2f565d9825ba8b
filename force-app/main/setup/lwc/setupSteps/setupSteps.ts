import { isOpen, newestJob, type Facts } from 'c/setupFacts';

export type StepName = 'worker' | 'shop' | 'matching' | 'mapping' | 'sample' | 'live';
export type StepState = 'done' | 'todo' | 'attention';

/** The steps in their order, with the minutes each takes. */
export const STEPS: { name: StepName; minutes: number }[] = [
  { name: 'worker', minutes: 2 },
  { name: 'shop', minutes: 2 },
  { name: 'matching', minutes: 3 },
  { name: 'mapping', minutes: 5 },
  { name: 'sample', minutes: 3 },
  { name: 'live', minutes: 2 },
];

/** What facts alone say of each step; nothing remembers a click. */
export function stepStates(facts: Facts): Record<StepName, StepState> {
  const hasShop = facts.shops.some(({ works }) => works);
  const isLive = facts.isHeard && hasShop;
  return {
    worker: stateOf(facts.isHeard, facts.heardAt !== ''),
    shop: stateOf(hasShop, facts.shops.length > 0),
    matching: stateOf(facts.wasChosen, hasFailed(facts, 'Change Settings')),
    mapping: mappingState(facts),
    sample: stateOf(facts.wasSampled, hasFailed(facts, 'Send Sample Event')),
    live: stateOf(isLive && facts.orders > 0, !isLive && facts.orders > 0),
  };
}

function stateOf(isDone: boolean, isBroken: boolean): StepState {
  if (isDone) return 'done';
  return isBroken ? 'attention' : 'todo';
}

/** The standard mapping is always there; whether the worker may write its fields is the question. */
function mappingState({ checks }: Facts): StepState {
  const access = checks.find(({ check }) => check === 'field_access');
  return stateOf(access?.status === 'ok', access?.status === 'failed');
}

function hasFailed(facts: Facts, type: string): boolean {
  const job = newestJob(facts, type);
  return job !== undefined && !isOpen(job) && job.status !== 'Done' && job.status !== 'Canceled';
}
