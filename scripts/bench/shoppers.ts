import type { BigCommerceStore } from '../../worker/test/journey/drivers/bigcommerce-store.ts';
import type { LocalBigCommerce } from '../lib/stack-file.ts';
import { firstProducts } from '../lib/seed.ts';

/** Who orders: half of them registered customers, half guests. */
export interface Shoppers {
  /** Each of them orders once; the orders' ids. */
  orderOnce(): Promise<number[]>;
}

const AT_ONCE = 8;

export async function inviteShoppers(
  shop: BigCommerceStore,
  description: LocalBigCommerce,
  count: number,
  name: string,
): Promise<Shoppers> {
  const products = await firstProducts(description, 4);
  const people = await inTurn(count, async (number) => {
    const guest = {
      email: `${name}.${number}@example.com`,
      firstName: 'Bench',
      lastName: `${name} ${number}`,
    };
    if (number % 2 === 0) return guest;
    return { customerId: await shop.register(guest.email, guest.firstName, guest.lastName) };
  });
  return {
    orderOnce: () =>
      inTurn(count, async (number) => {
        const items = [number, number + 1].map((index) => ({
          productId: products[index % products.length] ?? 0,
          quantity: 1 + (index % 3),
        }));
        const order = { ...people[number], items };
        return (await shop.shopper<{ orderId: number }>('place-order', order)).orderId;
      }),
  };
}

/** Results in the order of their numbers, a few at a time. */
async function inTurn<T>(count: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  async function drain(): Promise<void> {
    while (next < count) {
      const number = next;
      next += 1;
      results[number] = await work(number);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, drain));
  return results;
}
