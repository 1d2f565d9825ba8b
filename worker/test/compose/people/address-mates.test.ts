import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/compose/canonical.ts';
import { primaryOf, type Sharer } from '../../../src/compose/people/address-mates.ts';
import type { PersonId } from '../../../src/shared/ids.ts';
import { at } from '../books/carts.ts';
import { useShops, type UsedShop } from '../use-shop.ts';
import { customerOf, leaveCart, meetCustomers } from './people-kit.ts';

const useShop = useShops();
const SHARED = 'office@example.com';

function sharer(id: string, more: Partial<Omit<Sharer, 'person'>> & { key?: string } = {}): Sharer {
  const { key = `bc1:customer:${id}`, object = 'Lead', lastOrderAt = null } = more;
  return {
    person: {
      ...{ id: id as PersonId, customerKey: key, email: SHARED, customerGroup: null },
      ...{ link: null, cartBlock: null, consent: {}, optedOut: false },
      ...{ accountId: null, deletedAt: null, createdAt: new Date(at(Number(id))) },
    },
    object,
    lastOrderAt,
  };
}

describe('the one who carries the cart fields of an address', () => {
  const plain = sharer('5');
  const bought = (hour: number): { lastOrderAt: Instant } => ({ lastOrderAt: at(hour) });

  it.each<[string, Sharer, Sharer]>([
    ['a Contact', sharer('6', { object: 'Contact' }), sharer('1', bought(9))],
    ['who is registered', sharer('6'), sharer('1', { key: 'bc1:guest:a', ...bought(9) })],
    ['who bought last', sharer('6', bought(9)), sharer('1', bought(8))],
    ['who bought at all', sharer('6', bought(9)), plain],
    ['whom the books have had longest', sharer('4'), plain],
  ])('is %s', (_, first, other) => {
    expect(primaryOf([other, first])).toBe(first.person.id);
    expect(primaryOf([first, other])).toBe(first.person.id);
  });

  it('is nobody where nobody is in Salesforce', () => {
    expect(primaryOf([])).toBeNull();
  });
});

/** Two customers with one address, who are two Leads: somebody put their keys on them. */
async function twoCustomers(shop: UsedShop): Promise<void> {
  for (const id of ['11', '12']) {
    await shop.admin('POST', 'Lead', {
      ...{ LastName: `Berg ${id}`, Company: 'Berg', Email: SHARED },
      Customer_Key__c: `bc1:customer:${id}`,
    });
    await meetCustomers(shop, [customerOf(id, SHARED)]);
  }
}

function blocks(shop: UsedShop): unknown[] {
  return shop.org
    .query('SELECT Cart_Status__c FROM Lead ORDER BY Customer_Key__c')
    .map((lead) => lead.Cart_Status__c);
}

describe('two customers with one address', () => {
  it('have one cart between them: on one of the two, and never after a purchase', async () => {
    const shop = await useShop();
    await twoCustomers(shop);

    await leaveCart(shop, '7', { customerId: '12' });
    expect(blocks(shop)).toEqual(['Abandoned', 'None']);
    const calls = shop.apiCalls();
    // Nothing changes for either of them: neither is touched.
    await shop.compose(['customer:11', 'customer:12']);
    expect(shop.apiCalls()).toBe(calls);

    shop.carts.delete('7');
    const placedAt = new Date(Date.now() + 60_000).toISOString() as Instant;
    shop.putOrder({ id: '1', customerId: '12', email: null, cartId: '7', placedAt });
    await shop.compose(['order:1']);
    expect(blocks(shop)).toEqual(['None', 'Recovered']);
  });

  it('are both spared where one of them refuses reminders, and a later yes brings no old cart back', async () => {
    const shop = await useShop();
    await twoCustomers(shop);
    const say = (cartMail: boolean, hour: number): Promise<unknown> => {
      const consent = { marketing: true, cartMail };
      return meetCustomers(shop, [customerOf('11', SHARED, { consent, modifiedAt: at(hour) })]);
    };
    await say(false, 10);

    await leaveCart(shop, '7', { customerId: '12' });
    expect(blocks(shop)).toEqual(['None', 'None']);
    await say(true, 11);
    expect(blocks(shop)).toEqual(['None', 'None']);

    await leaveCart(shop, '8', { customerId: '12' });
    expect(blocks(shop)).toEqual(['Abandoned', 'None']);
    await say(false, 12);
    expect(blocks(shop)).toEqual(['None', 'None']);
  });
});
