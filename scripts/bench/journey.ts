import type { Bench } from './bench-stack.ts';
import type { Message } from './connection.ts';
import { costOf, untilDone, type Cost } from './counters.ts';
import { figure, percentile, table } from './figures.ts';
import { bigcommerceOf } from '../lib/stack-file.ts';
import { each, send } from './sender.ts';
import { inviteShoppers } from './shoppers.ts';

const ORDERS = 500;
const LONE_ORDERS = 20;
const CONNECTIONS = 32;

interface Run {
  name: string;
  webhooks: number;
  timing: Timing;
  cost: Cost;
}

interface Timing {
  /** From the first webhook's arrival to the last record's end. */
  milliseconds: number;
  /** Of each order, from its first webhook's arrival to its being in Salesforce. */
  latencies: number[];
}

export interface Journey {
  text: string;
  /** Salesforce calls of the repeat; anything but 0 is a fault. */
  repeatedWrites: number;
}

/** Orders from the webhook to Salesforce: of new people, of known people, and all told again. */
export async function measureJourney(bench: Bench): Promise<Journey> {
  const { report, shop, webhooks, stack } = bench;
  const store = bigcommerceOf(stack.description);
  const warmUp = (name: string): Promise<Timing> => loneOrders(bench, name);
  const lone = await report(`${LONE_ORDERS} orders, one after the other`, async () => {
    await warmUp('early');
    return warmUp('lone');
  });
  const shoppers = await inviteShoppers(shop, store, ORDERS, 'shopper');
  // Their registration is not measured: most of a shop's customers are older than its connector.
  await webhooks.news();
  await shoppers.orderOnce();
  const first = await webhooks.news();
  const fresh = await report(`${ORDERS} orders of new people`, () =>
    run(bench, 'new people', first),
  );
  await warmUp('between');
  await shoppers.orderOnce();
  const second = await webhooks.news();
  const known = await report(`${ORDERS} orders of known people`, () =>
    run(bench, 'known people', second),
  );
  await warmUp('late');
  const again = await report('The same webhooks once more', () => run(bench, 'repeated', second));
  await expectOrders(bench, 2 * ORDERS + 4 * LONE_ORDERS);
  return {
    text: [present([fresh, known, again]), alone(lone)].join('\n'),
    repeatedWrites: again.cost.salesforceCalls,
  };
}

async function run(bench: Bench, name: string, messages: Message[]): Promise<Run> {
  const since = await databaseTime(bench);
  const cost = await costOf(bench, () => deliverAll(messages));
  return { name, webhooks: messages.length, timing: await timingSince(bench, since), cost };
}

async function deliverAll(messages: Message[]): Promise<void> {
  const { refused } = await send(each(messages), CONNECTIONS);
  if (refused > 0) throw new Error(`The web process refused ${refused} of the store's webhooks.`);
}

/** Each is in Salesforce before the next is placed; this also warms up a process just started. */
async function loneOrders(bench: Bench, name: string): Promise<Timing> {
  const { shop, stack, webhooks } = bench;
  const store = bigcommerceOf(stack.description);
  const since = await databaseTime(bench);
  for (let order = 0; order < LONE_ORDERS; order += 1) {
    const shopper = await inviteShoppers(shop, store, 1, `${name}.${order}`);
    await shopper.orderOnce();
    await deliverAll(await webhooks.news());
    await untilDone(bench, 'order');
  }
  // Carts and products may follow a moment later.
  await untilDone(bench);
  return timingSince(bench, since);
}

async function databaseTime({ db }: Bench): Promise<string> {
  const { rows } = await db.query<{ now: string }>('select clock_timestamp()::text as now');
  return rows[0]?.now ?? '';
}

/** Settled is what was written before: the time shown is a little longer than the time it took. */
async function timingSince({ db }: Bench, since: string): Promise<Timing> {
  const { rows } = await db.query<{ latency: number; total: number }>(
    `select extract(epoch from max(settled_at) - min(received_at))::float8 * 1000 as latency,
            extract(epoch from max(max(settled_at)) over () - min(min(received_at)) over ())::float8
              * 1000 as total
     from cartbridge.event
     where received_at >= $1::timestamptz and record_key like '%:order:%' and state = 'done'
     group by record_key`,
    [since],
  );
  return { milliseconds: rows[0]?.total ?? NaN, latencies: rows.map(({ latency }) => latency) };
}

/** The figures count only if the orders are really there. */
async function expectOrders({ org }: Bench, expected: number): Promise<void> {
  const [row] = await org.all('SELECT COUNT(Id) total FROM Order__c');
  if (row?.total === expected) return;
  throw new Error(`Salesforce holds ${String(row?.total)} orders instead of ${expected}.`);
}

function present(runs: Run[]): string {
  const rows = runs.map(({ name, webhooks, timing, cost }) => {
    const perThousand = (count: number): string => figure((count / webhooks) * 1000);
    return [
      name,
      String(webhooks),
      figure((webhooks / timing.milliseconds) * 1000),
      figure(percentile(timing.latencies, 0.5)),
      figure(percentile(timing.latencies, 0.95)),
      perThousand(cost.salesforceCalls),
      perThousand(cost.shopCalls),
      perThousand(cost.transactions),
      perThousand(cost.writes),
    ];
  });
  return table(
    `2. Journey: ${ORDERS} orders told at once, and 3. the same webhooks once more`,
    [
      'orders of',
      'webhooks',
      'webhooks/s',
      'p50 ms',
      'p95 ms',
      'Salesforce calls/1000',
      'shop calls/1000',
      'transactions/1000',
      'of them writing',
    ],
    rows,
  );
}

function alone({ latencies }: Timing): string {
  const [half, most] = [percentile(latencies, 0.5), percentile(latencies, 0.95)];
  return `  An order alone is in Salesforce after ${figure(half)} ms (p50), ${figure(most)} ms (p95).`;
}
