import type { Check, Checker } from './check.ts';

/** Whether a shop is connected and its webhooks are on. */
export const checkShops: Checker = ({ shops }): Check[] => {
  if (shops.length === 0) {
    const evidence = 'No shop is connected.';
    return [{ check: 'shop', status: 'failed', evidence, fix: 'Connect the shop.' }];
  }
  return shops.map(({ name, hooks, unreachable, lastSuccessAt }): Check => {
    if (unreachable) {
      const fix = 'Connect the shop again.';
      return { check: 'shop', status: 'failed', evidence: `${name}: ${unreachable}`, fix };
    }
    if (!hooks) {
      const evidence = `${name} did not say whether its webhooks are on.`;
      return { check: 'shop', status: 'unknown', evidence, fix: 'Run the checks again.' };
    }
    // None are ours to count: people set them up in the shop, or it is asked for its news.
    if (hooks.wanted === 0) return checkByHand(name, lastSuccessAt);
    const evidence = `${name}: ${hooks.alive} of ${hooks.wanted} webhooks are active.`;
    return hooks.alive >= hooks.wanted
      ? { check: 'shop', status: 'ok', evidence, fix: '' }
      : { check: 'shop', status: 'failed', evidence, fix: 'Repair the webhooks.' };
  });
};

function checkByHand(name: string, lastSuccessAt: Date | null): Check {
  if (lastSuccessAt) {
    const evidence = `${name} lets the worker in; its last news arrived ${lastSuccessAt.toISOString()}.`;
    return { check: 'shop', status: 'ok', evidence, fix: '' };
  }
  const evidence = `${name} lets the worker in, but nothing came from it yet.`;
  const fix = 'Set the webhook up in the shop: the worker’s page says how. Then place an order.';
  return { check: 'shop', status: 'unknown', evidence, fix };
}
