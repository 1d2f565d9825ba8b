import fc from 'fast-check';
import type { Mention } from '../../../src/compose/people/names.ts';
import type { ShopId } from '../../../src/shared/ids.ts';

/** One human: at most one account in each shop, and addresses nobody else uses. */
interface Human {
  accounts: Record<string, string>;
  addresses: string[];
}

export interface Told {
  human: number;
  shop: ShopId;
  mention: Mention;
}

const SHOPS = ['bc1', 'cl1'] as ShopId[];

/**
 * Everything shops say of some humans, whom the rules can tell apart: no two of them ever share an
 * address. Where two customers of one shop do, a guest with that address, or another shop's customer,
 * is taken for whoever claimed it first: the order decides, as nothing else could.
 */
export const toldOfHumans = fc
  .array(fc.record({ addresses: fc.integer({ min: 1, max: 3 }), shops: fc.subarray(SHOPS) }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((shapes) => {
    const humans = shapes.map(({ addresses, shops }, number): Human => ({
      accounts: Object.fromEntries(shops.map((shop) => [shop, `c${number}`])),
      addresses: Array.from({ length: addresses }, (_, at) => `h${number}-${at}@example.com`),
    }));
    const told = fc.nat(humans.length - 1).chain((human) => mentionOf(humans, human));
    return fc.array(told, { minLength: 1, maxLength: 14 });
  });

function mentionOf(humans: Human[], human: number): fc.Arbitrary<Told> {
  const { accounts = {}, addresses = [] } = humans[human] ?? {};
  return fc.constantFrom(...SHOPS).chain((shop) => {
    const account = accounts[shop] ?? null;
    const customerId = account === null ? fc.constant(null) : fc.constantFrom(account, null);
    const absorbed = fc.subarray(account === null ? [] : [`${account}-old`]);
    return fc
      .record({ customerId, email: fc.constantFrom(...addresses), absorbed })
      .map((mention) => ({ human, shop, mention }));
  });
}

/** The same twice, in two orders. */
export const shuffled = toldOfHumans.chain((told) =>
  fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })),
);

/** Where addresses name nobody beyond their shop, nobody looks at who has them org-wide. */
export function counts(name: string, acrossShops: boolean): boolean {
  return !name.includes(':guest:') && (acrossShops || !name.startsWith('email:'));
}
