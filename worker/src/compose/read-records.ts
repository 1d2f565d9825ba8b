import { Failure } from '../shared/failure.ts';
import { idOf, recordKey, type RecordKey } from '../shared/ids.ts';
import type { Pool } from '../shared/database/pool.ts';
import { knownOrders } from './books/order-ledger.ts';
import type { Cart, Customer, Order, Product } from './canonical.ts';
import type { Heard } from './shops/heard.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Read } from './shops/shop-reader.ts';
import type { Outcome, Task } from './task.ts';

/** A record's present state in the shop, and what was heard of it. */
export interface Seen<Record> {
  key: RecordKey;
  heard: Heard;
  /** Null: the shop no longer has it. */
  record: Record | null;
}

export interface Records {
  orders: Seen<Order>[];
  carts: Seen<Cart>[];
  customers: Seen<Customer>[];
  products: Seen<Product>[];
  /** Records the shop could not be asked for. */
  failed: Map<RecordKey, Outcome>;
}

/** Asks the shop for the present state of every task's record, kind by kind. */
export async function readRecords(pool: Pool, open: OpenShop, tasks: Task[]): Promise<Records> {
  const failed = new Map<RecordKey, Outcome>();
  const ofKind = (kind: string): Task[] =>
    tasks.filter(({ key }) => key.startsWith(`${open.shop.id}:${kind}:`));

  async function read<Record>(
    kind: string,
    ask: (ids: string[], tasks: Task[]) => Promise<Map<string, Read<Record>>>,
  ): Promise<Seen<Record>[]> {
    const some = ofKind(kind);
    if (some.length === 0) return [];
    const answers = await ask(
      some.map(({ key }) => idOf(key)),
      some,
    );
    return some.flatMap(({ key, events }) => {
      const answer = answers.get(idOf(key)) ?? { failed: unanswered(key) };
      if ('failed' in answer) failed.set(key, { result: 'failed', failure: answer.failed });
      if ('failed' in answer) return [];
      return [{ key, heard: open.hear(events), record: 'found' in answer ? answer.found : null }];
    });
  }

  const { reader } = open;
  const [orders, carts, customers, products] = await Promise.all([
    read('order', async (ids, some) =>
      reader.readOrders(ids, { refundsFor: await refunded(pool, open, some) }),
    ),
    read('cart', (_, some) => readCarts(open, some)),
    read('customer', (ids) => reader.readCustomers(ids)),
    read('product', (ids) => reader.readProducts(ids)),
  ]);
  return { orders, carts, customers, products, failed };
}

/** A bought cart is gone from the shop: asking for it would only cost a call. */
async function readCarts(
  { reader, hear }: OpenShop,
  tasks: Task[],
): Promise<Map<string, Read<Cart>>> {
  const bought = tasks.filter(({ events }) => hear(events).converted);
  const others = tasks.filter((task) => !bought.includes(task));
  const answers = await reader.readCarts(others.map(({ key }) => idOf(key)));
  for (const { key } of bought) answers.set(idOf(key), { missing: true });
  return answers;
}

/** Orders with a refund by what was just heard or is in the books: their status need not tell. */
async function refunded(pool: Pool, { hear }: OpenShop, tasks: Task[]): Promise<Set<string>> {
  const known = await knownOrders(
    pool,
    tasks.map(({ key }) => key),
  );
  const some = tasks.filter(({ key, events }) => known.get(key)?.refunded ?? hear(events).refunded);
  return new Set(some.map(({ key }) => idOf(key)));
}

function unanswered(key: RecordKey): Failure {
  return new Failure('unexpected', `The reader gave no answer for ${key}.`);
}

/** The record key of an id that another record of the same shop named. */
export function keyIn(open: OpenShop, kind: string, id: string): RecordKey {
  return recordKey(open.shop.id, kind, id);
}
