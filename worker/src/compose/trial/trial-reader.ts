import type { Order } from '../canonical.ts';
import type { Read, ReadOrdersOptions, ShopReader } from '../shops/shop-reader.ts';
import { createQuestions, notAskedYet, type Questions } from './asked-ahead.ts';

type Answers<Record> = Map<string, Read<Record>>;

export interface TrialReader {
  reader: ShopReader;
  questions: Questions<string, unknown>[];
}

/** A reader whose questions are asked between two passes (`asked-ahead.ts`), many in a call. */
export function createTrialReader(real: ShopReader): TrialReader {
  const questions: Questions<string, unknown>[] = [];

  function ahead<Record>(
    ask: (ids: string[]) => Promise<Answers<Record>>,
  ): (ids: string[]) => Promise<Answers<Record>> {
    const asked = createQuestions<string, Read<Record>>(async (wanted) => ask([...wanted.keys()]));
    questions.push(asked);
    return (ids) =>
      Promise.resolve(
        new Map(ids.map((id) => [id, asked.ask(id, id)?.answer ?? { failed: notAskedYet() }])),
      );
  }

  const plain = ahead<Order>((ids) => real.readOrders(ids));
  const refunded = ahead<Order>((ids) => real.readOrders(ids, { refundsFor: new Set(ids) }));
  async function readOrders(ids: string[], more: ReadOrdersOptions = {}): Promise<Answers<Order>> {
    const hasRefunds = (id: string): boolean => more.refundsFor?.has(id) ?? false;
    const some = await refunded(ids.filter(hasRefunds));
    return new Map([...(await plain(ids.filter((id) => !hasRefunds(id)))), ...some]);
  }

  return {
    reader: {
      ...real,
      readOrders,
      readCustomers: ahead((ids) => real.readCustomers(ids)),
      readCarts: ahead((ids) => real.readCarts(ids)),
      readProducts: ahead((ids) => real.readProducts(ids)),
    },
    questions,
  };
}
