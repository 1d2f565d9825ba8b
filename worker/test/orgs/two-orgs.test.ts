import { afterEach, describe, it, expect } from 'vitest';
import { waitFor } from '../kit/wait-for.ts';
import { openTwoOrgs, ordersIn, placeOrder, type Side, type TwoOrgs } from './two-orgs.ts';

const PATIENCE = { timeoutMs: 30_000 };
const SHOPPERS = ['kim@example.com', 'lee@example.com', 'max@example.com'];

const worlds: TwoOrgs[] = [];
async function open(): Promise<TwoOrgs> {
  const world = await openTwoOrgs();
  worlds.push(world);
  return world;
}
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

const arrived = (side: Side, emails: string[]): Promise<unknown> =>
  waitFor(() => ordersIn(side).toSorted().join() === emails.toSorted().join(), {
    what: `the orders of ${emails.join(', ')} in ${side.orgId}`,
    ...PATIENCE,
  });

const events = async ({ pool }: TwoOrgs, state: string): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from cartbridge.event where state = $1',
    [state],
  );
  return rows[0]?.count ?? 0;
};

describe('two orgs on one worker', { timeout: 120_000 }, () => {
  it('keep the same people and the same order numbers apart', async () => {
    const world = await open();
    const { a, b, pool } = world;
    const numbers = SHOPPERS.map((email) => [placeOrder(a, email), placeOrder(b, email)]);
    placeOrder(b, 'only-b@example.com');

    await arrived(a, SHOPPERS);
    await arrived(b, [...SHOPPERS, 'only-b@example.com']);
    await waitFor(async () => (await events(world, 'waiting')) === 0, { what: 'quiet' });

    for (const [inA, inB] of numbers) expect(inA).toBe(inB);
    for (const side of [a, b]) {
      const orders = side.org.query('SELECT External_Id__c, Shop__r.Shop_Key__c FROM Order__c');
      for (const order of orders) {
        expect(String(order.External_Id__c)).toMatch(new RegExp(`^${side.shopId}:order:`));
        expect(order.Shop__r).toMatchObject({ Shop_Key__c: side.shopId });
      }
      const leads = side.org.query('SELECT Email, Order_Count__c, Customer_Key__c FROM Lead');
      expect(leads.every((lead) => lead.Order_Count__c === 1)).toBe(true);
      expect(leads.every(({ Customer_Key__c: key }) => String(key).startsWith(side.shopId))).toBe(
        true,
      );
    }
    expect(a.org.query('SELECT Id FROM Lead')).toHaveLength(3);
    expect(b.org.query('SELECT Id FROM Lead')).toHaveLength(4);
    expect(await events(world, 'parked')).toBe(0);
    await expectRowsApart(pool);
  });

  it('do not wait for each other: A’s orders arrive while B answers 503, B’s when it is back', async () => {
    const { a, b } = await open();
    b.org.faults.add({ path: '/services', times: 1_000, status: 503, body: 'maintenance' });
    placeOrder(b, 'first@example.com');
    await waitFor(() => b.org.journal.count('POST', /^\/services/) > 0, {
      what: 'B to be tried',
      ...PATIENCE,
    });

    for (const email of SHOPPERS) placeOrder(a, email);
    await arrived(a, SHOPPERS);
    expect(ordersIn(b)).toEqual([]);

    b.org.faults.clear();
    await arrived(b, ['first@example.com']);
  });

  it('do not wait for each other: A’s orders arrive while all of B’s calls hang', async () => {
    const { a, b } = await open();
    placeOrder(b, 'zero@example.com');
    await arrived(b, ['zero@example.com']);
    const hang = { path: '/composite$', times: 1_000, delayMs: 8_000 };
    b.org.faults.add(hang);
    const hanging = (): number => hang.times - (b.org.faults.list()[0]?.times ?? 0);
    // Each in a batch of its own: both of B's places in the work process are taken.
    for (const [index, email] of ['one@example.com', 'two@example.com'].entries()) {
      placeOrder(b, email);
      await waitFor(() => hanging() > index, { what: 'one more hanging call', ...PATIENCE });
    }
    placeOrder(b, 'three@example.com');

    for (const email of SHOPPERS) placeOrder(a, email);
    await arrived(a, SHOPPERS);
    expect(ordersIn(b)).toEqual(['zero@example.com']);

    b.org.faults.clear();
    const all = ['zero', 'one', 'two', 'three'].map((name) => `${name}@example.com`);
    await arrived(b, all);
  });

  it('do not take each other’s webhooks', async () => {
    const world = await open();
    const { a, b } = world;
    placeOrder(a, 'kim@example.com');
    await a.store.settled();
    await arrived(a, ['kim@example.com']);
    const delivery = a.store.deliveries().find(({ scope }) => scope === 'store/order/created');
    const body = delivery?.body ?? '';
    const stored = await allEvents(world);

    const secretOf = ({ secrets }: Side): string => secrets[2] ?? '';
    expect(await post(b.webhookUrl, body, secretOf(a))).toBe(401);
    // Not even with B's own secret: the body still says that it comes from A's shop.
    expect(await post(b.webhookUrl, body, secretOf(b))).toBe(401);
    expect(await post(a.webhookUrl, body, secretOf(b))).toBe(401);
    expect(await allEvents(world)).toBe(stored);
    // What was refused there is welcome here.
    expect(await post(a.webhookUrl, body, secretOf(a))).toBe(204);
  });

  it('show their secrets nowhere: not in the database, nor in a log with their shoppers', async () => {
    const world = await open();
    const { a, b, worker, pool } = world;
    b.org.addValidationRule({
      object: 'Lead',
      field: 'Email',
      formula: 'BEGINS(Email, "lee@")',
      message: 'lee@example.com is handled by our partners.',
    });
    for (const side of [a, b]) for (const email of SHOPPERS) placeOrder(side, email);
    await arrived(a, SHOPPERS);
    await waitFor(async () => (await events(world, 'parked')) > 0, {
      what: 'a refusal',
      ...PATIENCE,
    });
    a.org.faults.add({ path: '/composite$', status: 503, body: 'kim@example.com is away' });
    placeOrder(a, 'late@example.com');
    await arrived(a, [...SHOPPERS, 'late@example.com']);
    await waitFor(async () => (await events(world, 'waiting')) === 0, {
      what: 'quiet',
      ...PATIENCE,
    });

    const tables = await everyRow(pool);
    expect(tables.length).toBeGreaterThan(20);
    const logs = worker.logs();
    expect(logs).toContain('event.attempted');
    for (const secret of [...a.secrets, ...b.secrets]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(tables.filter(({ line }) => line.includes(secret))).toEqual([]);
      expect(logs).not.toContain(secret);
    }
    expect(logs).not.toMatch(/@example\.com|Berg\b|Bearer /);
    // Sessions of the orgs: `00D...!...`.
    expect(logs).not.toMatch(/00D\w{12,15}!/);
    expect(tables.filter(({ line }) => /00D\w{12,15}!/.test(line))).toEqual([]);
  });
});

async function post(url: string, body: string, secret: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-cartbridge-secret': secret };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

async function allEvents({ pool }: TwoOrgs): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from cartbridge.event',
  );
  return rows[0]?.count ?? 0;
}

interface TableRow {
  table: string;
  line: string;
}

/** Every row of every table of the database, the queue's too, as text. */
async function everyRow(pool: TwoOrgs['pool']): Promise<TableRow[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const all: TableRow[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ line: string }>(
      `select row_to_json(r)::text as line from ${name} r`,
    );
    all.push(...rows.map(({ line }) => ({ table: name, line })));
  }
  return all;
}

/** Whatever names one side's shop or org names nothing of the other's. */
async function expectRowsApart(pool: TwoOrgs['pool']): Promise<void> {
  const rows = await everyRow(pool);
  const a = rows.filter(({ line }) => /org-a|shop-a|hasha/.test(line));
  const b = rows.filter(({ line }) => /org-b|shop-b|hashb/.test(line));
  expect(a.filter((row) => b.includes(row))).toEqual([]);
  for (const table of [
    'event',
    'record',
    'person',
    'person_key',
    'order_ledger',
    'product',
    'written',
  ]) {
    const name = `cartbridge.${table}`;
    expect(
      a.some((row) => row.table === name),
      name,
    ).toBe(true);
    expect(
      b.some((row) => row.table === name),
      name,
    ).toBe(true);
    const own = rows.filter((row) => row.table === name);
    expect(
      own.every((row) => a.includes(row) || b.includes(row)),
      name,
    ).toBe(true);
  }
}
