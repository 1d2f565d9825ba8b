import type { Reference, Row, Unit } from '../deliver/row.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Org } from '../shared/orgs.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Shop } from '../shared/shops.ts';
import type { Booked } from './book-records.ts';
import { cartBlock, type CartBlock } from './books/cart-block.ts';
import { cartsOf } from './books/cart-ledger.ts';
import { NO_TOTALS, totalsOf } from './books/order-ledger.ts';
import type { MappingProblem } from './mapping/mapping.ts';
import type { Person, Profile } from './people/person.ts';
import { cartRows } from './rows/cart-rows.ts';
import type { MappedRow } from './rows/map-row.ts';
import { orderRows } from './rows/order-rows.ts';
import { personReference, personRow } from './rows/person-row.ts';
import { shopRow } from './rows/shop-row.ts';

export interface Units {
  units: Unit[];
  problems: Map<string, MappingProblem[]>;
  /** The cart block each person is being given. */
  blocks: Map<PersonId, CartBlock>;
}

/** Everything that Salesforce shall hold of these records, in Salesforce's words. */
export async function buildUnits(
  pool: Pool,
  org: Org,
  shop: Shop,
  booked: Booked[],
  people: Map<PersonId, Person>,
  profiles: Map<PersonId, Profile>,
): Promise<Units> {
  const createAs = org.settings.createPeopleAs;
  const ids = [...people.keys()];
  const totals = await totalsOf(pool, ids);
  const carts = await cartsOf(pool, ids);
  const storefront = { url: shop.storefrontUrl, currency: shop.currency };
  const blocks = new Map<PersonId, CartBlock>();
  const personRows = new Map<PersonId, MappedRow>();
  for (const person of people.values()) {
    const block = cartBlock(carts.get(person.id) ?? [], person.cartBlock, storefront, new Date());
    const sums = totals.get(person.id) ?? { ...NO_TOTALS, currency: shop.currency };
    blocks.set(person.id, block);
    personRows.set(
      person.id,
      personRow(person, profiles.get(person.id) ?? null, sums, block, createAs),
    );
  }

  const problems = new Map<string, MappingProblem[]>();
  const shared = shopRow(shop);
  const units = booked.map((one) => {
    const owner = one.people[0] && people.get(one.people[0]);
    const reference = owner ? personReference(owner, createAs) : {};
    const mapped = [
      ...one.people.flatMap((id) => personRows.get(id) ?? []),
      ...((one.order ?? one.carts.length > 0) ? [shared] : []),
      ...ownRows(shop, one, owner?.customerKey ?? null, reference),
    ];
    problems.set(
      one.key,
      mapped.flatMap((row) => row.problems),
    );
    return { key: one.key, rows: mapped.map(({ row }): Row => row) };
  });
  return { units, problems, blocks };
}

function ownRows(
  shop: Shop,
  { key, order, carts }: Booked,
  customerKey: string | null,
  person: Record<string, Reference>,
): MappedRow[] {
  return [
    ...(order ? orderRows(shop, key, order, customerKey, person) : []),
    ...carts.flatMap((cart) => cartRows(shop, cart, person)),
  ];
}
