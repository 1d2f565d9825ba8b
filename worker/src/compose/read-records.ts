import { Failure } from '../shared/failure.ts';
import { idOf, type RecordKey, type RecordKind } from '../shared/ids.ts';
import type { Pool } from '../shared/database/pool.ts';
import { knownOrders } from './books/order-ledger.ts';
import { bringOrders } from './bring-orders.ts';
import type { Cart, Customer, Order, Product, Return, Shipment } from './canonical.ts';
import type { Heard, Seen } from './shops/heard.ts';
import type { OpenShop } from './shops/open-shops.ts';
import type { Read, ShopReader } from './shops/shop-reader.ts';
import type { Outcome, Task } from './task.ts';

export interface Records {
  orders: Seen<Order>[];
  carts: Seen<Cart>[];
  customers: Seen<Customer>[];
  products: Seen<Product>[];
  shipments: Seen<Shipment>[];
  returns: Seen<Return>[];
  /** Records the shop could not be asked for. */
  failed: Map<RecordKey, Outcome>;
}

/** Asks the shop for the present state of every task's record, kind by kind. */
export async function readRecords(pool: Pool, open: OpenShop, tasks: Task[]): Promise<Records> {
  const failed = new Map<RecordKey, Outcome>();
  async function read<Record>(
    kind: RecordKind,
    ask: (wanted: Wanted[]) => Promise<Map<string, Read<Record>>>,
  ): Promise<Seen<Record>[]> {
    const wanted = tasks
      .filter(({ key }) => key.startsWith(`${open.shop.id}:${kind}:`))
      .map(({ key, events }) => ({ key, id: idOf(key), heard: open.hear(events) }));
    const answers = wanted.length > 0 ? await ask(wanted) : new Map<string, Read<Record>>();
    return wanted.flatMap(({ key, id, heard }) => {
      const answer = answers.get(id) ?? { failed: unanswered(key) };
      if ('failed' in answer) {
        failed.set(key, { result: 'failed', failure: answer.failed });
        return [];
      }
      return [{ key, heard, record: 'found' in answer ? answer.found : null }];
    });
  }

  const { reader } = open;
  const [orders, carts, customers, products, shipments, returns] = await Promise.all([
    read('order', async (wanted) =>
      reader.readOrders(idsOf(wanted), { refundsFor: await refunded(pool, wanted) }),
    ),
    read('cart', (wanted) => readCarts(reader, wanted)),
    read('customer', (wanted) => reader.readCustomers(idsOf(wanted))),
    read('product', (wanted) => reader.readProducts(idsOf(wanted))),
    read('shipment', (wanted) => reader.readShipments(idsOf(wanted))),
    read('return', (wanted) => reader.readReturns(idsOf(wanted))),
  ]);
  const all = { orders, carts, customers, products, shipments, returns };
  return bringOrders(pool, open, { ...all, failed });
}

/** A record to ask the shop for. */
interface Wanted {
  key: RecordKey;
  /** The shop's own id. */
  id: string;
  heard: Heard;
}

function idsOf(wanted: Wanted[]): string[] {
  return wanted.map(({ id }) => id);
}

/** A bought cart is gone from the shop: asking for it would only cost a call. */
async function readCarts(reader: ShopReader, wanted: Wanted[]): Promise<Map<string, Read<Cart>>> {
  const answers = await reader.readCarts(idsOf(wanted.filter(({ heard }) => !heard.converted)));
  for (const { id, heard } of wanted) if (heard.converted) answers.set(id, { missing: true });
  return answers;
}

/** Orders with a refund by what was just heard or is in the books: their status need not tell. */
async function refunded(pool: Pool, wanted: Wanted[]): Promise<Set<string>> {
  const known = await knownOrders(
    pool,
    wanted.map(({ key }) => key),
  );
  const some = wanted.filter(
    ({ key, heard }) => heard.refunded === true || known.get(key)?.refunded,
  );
  return new Set(idsOf(some));
}

function unanswered(key: RecordKey): Failure {
  return new Failure('unexpected', `The reader gave no answer for ${key}.`);
}
