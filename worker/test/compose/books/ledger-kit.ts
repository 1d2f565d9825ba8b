import {
  bookOrders,
  totalsOf,
  type Interest,
  type Totals,
} from '../../../src/compose/books/order-ledger.ts';
import type { Order } from '../../../src/compose/canonical.ts';
import type { Pool } from '../../../src/shared/database/pool.ts';
import { recordKey, type OrgId, type PersonId, type ShopId } from '../../../src/shared/ids.ts';
import { useDatabase } from '../use-database.ts';

/** Order books on a real database; each call opens those of an org of its own. */
export function useLedgers(): { open: () => Promise<Ledger>; pool: () => Pool } {
  const { pool, newOrg } = useDatabase();
  return { pool, open: async () => openLedger(pool(), await newOrg()) };
}

export interface Ledger {
  key: (order: Order) => ReturnType<typeof recordKey>;
  newPerson: () => Promise<PersonId>;
  /** True when it was news. */
  book: (order: Order, person: PersonId | null, interests?: Interest[]) => Promise<boolean>;
  totals: (person: PersonId) => Promise<Totals | undefined>;
}

function openLedger(pool: Pool, org: OrgId): Ledger {
  let people = 0;
  const key = ({ id }: Order): ReturnType<typeof recordKey> =>
    recordKey(`shop-${org}` as ShopId, 'order', id);
  return {
    key,
    async newPerson() {
      people += 1;
      const { rows } = await pool.query<{ id: PersonId }>(
        'insert into cartbridge.person (org_id, customer_key) values ($1, $2) returning id',
        [org, `customer-${people}`],
      );
      return rows[0]?.id ?? ('' as PersonId);
    },
    async book(order, person, interests = []) {
      const news = [{ key: key(order), order, person, interests }];
      return (await bookOrders(pool, org, 'USD', news)).has(key(order));
    },
    totals: async (person) => (await totalsOf(pool, [person])).get(person),
  };
}
