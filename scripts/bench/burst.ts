import type { Bench } from './bench-stack.ts';
import { untilDone } from './counters.ts';
import { table } from './figures.ts';
import { each, send } from './sender.ts';

const UPDATES = 50;
/** Together they take a second. */
const EVERY_MS = 20;

/** One order that changes fifty times within a second: how often is the shop asked for it? */
export async function measureBurst({ db, shop, org, webhooks }: Bench): Promise<string> {
  const { id } = await shop.api<{ id: number }>('POST', 'v2/orders', {
    status_id: 11,
    billing_address: { first_name: 'Bench', last_name: 'Burst', email: 'burst@example.com' },
    products: [{ product_id: 77, quantity: 1 }],
  });
  await send(each(await webhooks.news()), 1);
  await untilDone({ db });
  for (let update = 0; update < UPDATES; update += 1) {
    await shop.api('PUT', `v2/orders/${id}`, { staff_notes: `Change ${update}` });
  }
  const updates = await webhooks.news();
  await Promise.all([shop.forgetRequests(), org.forgetRequests()]);
  const started = performance.now();
  await Promise.all(
    updates.map(async (message, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * EVERY_MS));
      await send(each([message]), 1);
    }),
  );
  const milliseconds = performance.now() - started;
  await untilDone({ db });
  const reads = await shop.count('GET', new RegExp(`/v2/orders/${id}(\\?|$)`));
  const writes = await org.count('POST', /\/composite$/);
  return table(
    '4. Burst: one order that changes again and again',
    ['updates told', 'within ms', 'reads in the shop', 'Salesforce calls'],
    [[String(updates.length), milliseconds.toFixed(0), String(reads), String(writes)]],
  );
}
