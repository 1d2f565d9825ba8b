import { describe, it, expect } from 'vitest';
import { withPeopleLocked } from '../../src/compose/people/lock-people.ts';
import type { PersonId } from '../../src/shared/ids.ts';
import { at, cartOf } from './books/carts.ts';
import { kindOf, useShops, type UsedShop } from './use-shop.ts';
import { UNSAID_OF_CUSTOMER } from './unsaid.ts';

const useShop = useShops();

async function people({ pool }: UsedShop): Promise<PersonId[]> {
  const { rows } = await pool.query<{ id: PersonId }>('select id from cartbridge.person');
  return rows.map(({ id }) => id);
}

describe('orders', () => {
  it('told again write nothing and call nobody', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    const calls = shop.apiCalls();

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'unchanged' }]);
    expect(shop.apiCalls()).toBe(calls);
  });

  it('of 200 new guests take two calls: one to look, one to write', async () => {
    const shop = await useShop();
    const names = Array.from({ length: 200 }, (_, index) => String(index + 1));
    for (const id of names) shop.putOrder({ id, email: `guest${id}@example.com` });

    const outcomes = await shop.compose(names.map((id) => `order:${id}`));

    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['written']));
    expect(shop.apiCalls()).toBe(2);
    expect(shop.org.query('SELECT COUNT(Id) orders FROM Order__c')).toMatchObject([
      { orders: 200 },
    ]);
  });

  it('that change hands are taken off one person’s totals and put on the other’s', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    shop.putOrder({ id: '2', email: 'kim@example.com', amount: '5' });
    await shop.compose(['order:1', 'order:2']);

    shop.putOrder({ id: '1', email: 'lee@example.com' });
    await shop.compose(['order:1']);

    const totals = 'SELECT Email, Order_Count__c, Total_Spend__c FROM Lead ORDER BY Email';
    expect(shop.org.query(totals)).toMatchObject([
      { Email: 'kim@example.com', Order_Count__c: 1, Total_Spend__c: 5 },
      { Email: 'lee@example.com', Order_Count__c: 1, Total_Spend__c: 10 },
    ]);
    const [order] = shop.org.query("SELECT Lead__r.Email FROM Order__c WHERE Name = '1'");
    expect(order?.Lead__r).toMatchObject({ Email: 'lee@example.com' });
  });

  it.each([
    ['is incomplete', { status: 'Incomplete' as const }, 'incomplete'],
    ['the shop no longer has', null, 'not in the shop'],
  ])('that %s leave no trace', async (_, wishes, why) => {
    const shop = await useShop();
    if (wishes) shop.putOrder({ id: '1', ...wishes });

    expect(await shop.compose(['order:1'])).toEqual([{ result: 'ignored', details: { why } }]);
    expect(shop.apiCalls()).toBe(0);
  });

  it('older than what is known change nothing', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', status: 'Pending' });
    const older = shop.orders.get('1');
    shop.putOrder({ id: '1', status: 'Shipped' });
    await shop.compose(['order:1']);
    if (older) shop.orders.set('1', older);

    const why = 'older than what is known';
    expect(await shop.compose(['order:1'])).toEqual([{ result: 'ignored', details: { why } }]);
    expect(shop.org.query('SELECT Status__c FROM Order__c')).toMatchObject([
      { Status__c: 'Shipped' },
    ]);
  });

  it('of a person whom another worker is busy with come again; the others go through', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    const [kim] = await people(shop);
    shop.putOrder({ id: '1', email: 'kim@example.com', amount: '7' });
    shop.putOrder({ id: '2', email: 'lee@example.com' });

    const outcomes = await withPeopleLocked(shop.pool, kim ? [kim] : [], () =>
      shop.compose(['order:1', 'order:2']),
    );

    expect(outcomes.map(kindOf)).toEqual(['person_busy', undefined]);
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(
      shop.org.query("SELECT Total_Spend__c FROM Lead WHERE Email = 'kim@example.com'"),
    ).toEqual([expect.objectContaining({ Total_Spend__c: 7 })]);
  });

  it('of somebody whom Salesforce has twice wait for people; the others go through', async () => {
    const shop = await useShop();
    const twice = { LastName: 'Berg', Company: 'Shop', Email: 'kim@example.com' };
    await shop.admin('POST', 'Lead', twice);
    await shop.admin('POST', 'Lead', twice);
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    shop.putOrder({ id: '2', email: 'lee@example.com' });

    const outcomes = await shop.compose(['order:1', 'order:2']);

    expect(outcomes.map(kindOf)).toEqual(['ambiguous_person', undefined]);
    expect(shop.org.query('SELECT Name FROM Order__c')).toMatchObject([{ Name: '2' }]);
  });
});

describe('people', () => {
  it('who are there keep their names; what is counted is written', async () => {
    const shop = await useShop();
    const account = await shop.admin('POST', 'Account', { Name: 'Bergström' });
    const { id } = await shop.admin('POST', 'Contact', {
      LastName: 'Bergström',
      AccountId: account.id,
      Email: 'kim@example.com',
      Phone: '+46 1',
    });
    shop.putOrder({ id: '1', firstName: 'Kim', lastName: 'Berg', phone: '0' });

    await shop.compose(['order:1']);

    expect(shop.org.query('SELECT LastName, Phone, Order_Count__c FROM Contact')).toMatchObject([
      { LastName: 'Bergström', Phone: '+46 1', Order_Count__c: 1 },
    ]);
    expect(shop.org.query('SELECT Contact__c FROM Order__c')).toMatchObject([{ Contact__c: id }]);
  });

  it('who are new become Contacts where the org wants it so', async () => {
    const shop = await useShop({ settings: { createPeopleAs: 'Contact' } });
    shop.putOrder({ id: '1' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query('SELECT Email FROM Contact')).toMatchObject([
      { Email: 'kim@example.com' },
    ]);
    expect(shop.org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('who order as a guest and register go on as the same Lead', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    shop.customers.set('11', {
      id: '11',
      email: 'kim@example.com',
      firstName: 'Kim',
      lastName: 'Berg',
      company: null,
      phone: null,
      ...UNSAID_OF_CUSTOMER,
      group: 'VIP',
      createdAt: at(12),
      modifiedAt: at(12),
      raw: null,
    });
    shop.putOrder({ id: '2', customerId: '11' });

    await shop.compose(['customer:11', 'order:2']);

    const fields = 'Customer_Key__c, Order_Count__c, Customer_Group__c';
    expect(shop.org.query(`SELECT ${fields} FROM Lead`)).toMatchObject([
      { Customer_Key__c: 'bc1:customer:11', Order_Count__c: 2, Customer_Group__c: 'VIP' },
    ]);
  });
});

describe('carts', () => {
  it('bought by an order that says so recover in the same call', async () => {
    const shop = await useShop();
    const abandonedAt = new Date().toISOString() as ReturnType<typeof at>;
    shop.carts.set('7', cartOf(9, { id: '7', modifiedAt: abandonedAt }));
    await shop.compose(['cart:7'], { heard: { abandonedAt } });
    const status = 'SELECT Cart_Status__c, Cart_Times_Abandoned__c FROM Lead';
    expect(shop.org.query(status)).toMatchObject([{ Cart_Status__c: 'Abandoned' }]);
    const calls = shop.apiCalls();

    shop.carts.delete('7');
    const placedAt = new Date(Date.parse(abandonedAt) + 60_000).toISOString() as typeof abandonedAt;
    shop.putOrder({ id: '1', cartId: '7', placedAt });
    await shop.compose(['order:1']);

    expect(shop.org.query(status)).toMatchObject([
      { Cart_Status__c: 'Recovered', Cart_Times_Abandoned__c: 1 },
    ]);
    expect(shop.org.query('SELECT Status__c, Recovered__c FROM Cart__c')).toMatchObject([
      { Status__c: 'Converted', Recovered__c: true },
    ]);
    expect(shop.apiCalls()).toBe(calls + 1);

    // The abandonment is told once more, late: nothing is written.
    expect(await shop.compose(['cart:7'], { heard: { abandonedAt } })).toMatchObject([
      { result: 'unchanged' },
    ]);
    expect(shop.apiCalls()).toBe(calls + 1);
  });
});
