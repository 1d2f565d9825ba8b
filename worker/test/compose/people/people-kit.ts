import type { Cart, Customer } from '../../../src/compose/canonical.ts';
import { composeShop } from '../../../src/compose/compose-shop.ts';
import type { Outcome } from '../../../src/compose/task.ts';
import { recordKey, type ShopId } from '../../../src/shared/ids.ts';
import { at, cartOf } from '../books/carts.ts';
import type { UsedShop } from '../use-shop.ts';
import { UNSAID_OF_CUSTOMER } from '../unsaid.ts';

/** A customer of the shop, changed at some hour of the test's day. */
export function customerOf(id: string, email: string, more: Partial<Customer> = {}): Customer {
  return {
    ...{ id, email, firstName: 'Kim', lastName: 'Berg', company: null, phone: null },
    ...UNSAID_OF_CUSTOMER,
    ...{ group: null, createdAt: at(8), modifiedAt: at(9), raw: null },
    ...more,
  };
}

/** Puts customers there and brings them up to date. */
export async function meetCustomers(shop: UsedShop, customers: Customer[]): Promise<Outcome[]> {
  for (const customer of customers) shop.customers.set(customer.id, customer);
  return shop.compose(customers.map(({ id }) => `customer:${id}`));
}

/** A cart that was left a moment ago, which is news and may start a program. */
export async function leaveCart(
  shop: UsedShop,
  id: string,
  more: Partial<Cart>,
): Promise<Outcome[]> {
  const abandonedAt = new Date().toISOString() as Cart['modifiedAt'];
  shop.carts.set(id, cartOf(9, { id, modifiedAt: abandonedAt, ...more }));
  return shop.compose([`cart:${id}`], { heard: { abandonedAt } });
}

/** Another shop of the same org, with the same records in it. */
export async function openSecondShop(used: UsedShop): Promise<(name: string) => Promise<Outcome>> {
  const { pool, client, open } = used;
  const id = 'bc2' as ShopId;
  const shop = { ...open.shop, id, producer: 'stores/def', name: 'Second shop' };
  await pool.query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
     values ($1, $2, $3, '', $4, $5, '')`,
    [id, shop.orgId, shop.platform, shop.producer, shop.name],
  );
  return async (name) => {
    const [kind = '', rest = ''] = name.split(':');
    const key = recordKey(id, kind, rest);
    const tasks = [{ key, shopId: id, events: [] }];
    const outcome = (await composeShop(pool, client, { ...open, shop }, tasks)).get(key);
    if (!outcome) throw new Error(`Nothing became of ${key}.`);
    return outcome;
  };
}

export async function peopleIn({ pool }: UsedShop): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select customer_key as key, email, object, salesforce_id as link from cartbridge.person
     order by customer_key`,
  );
  return rows;
}
