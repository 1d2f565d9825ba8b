import { describe, expect, it } from 'vitest';
import { at } from '../books/carts.ts';
import { useShops, type UsedShop } from '../use-shop.ts';
import { customerOf, meetCustomers, openSecondShop, peopleIn } from './people-kit.ts';

const useShop = useShops();
const written = [{ result: 'written' }];
const TOTALS = 'Id, Email, Customer_Key__c, Order_Count__c, Total_Spend__c, Cart_Status__c';

/** A guest and a registered customer with an order each, who are two Leads. */
async function guestAndCustomer(shop: UsedShop): Promise<{ guest: string; customer: string }> {
  shop.putOrder({ id: '1', email: 'guest@example.com', amount: '10' });
  shop.customers.set('11', customerOf('11', 'kim@example.com'));
  shop.putOrder({ id: '2', customerId: '11', email: null, amount: '5' });
  await shop.compose(['order:1', 'order:2']);
  const idOf = (email: string): string =>
    String(shop.org.query(`SELECT Id FROM Lead WHERE Email = '${email}'`)[0]?.Id);
  return { guest: idOf('guest@example.com'), customer: idOf('kim@example.com') };
}

describe('a customer who takes an address that was a guest’s', () => {
  it('is that guest: one person with both orders, and the customer’s Lead stays theirs', async () => {
    const shop = await useShop();
    const { guest, customer } = await guestAndCustomer(shop);

    const changed = customerOf('11', 'guest@example.com', { modifiedAt: at(10) });
    expect(await meetCustomers(shop, [changed])).toMatchObject(written);

    expect(await peopleIn(shop)).toEqual([
      { key: 'bc1:customer:11', email: 'guest@example.com', object: 'Lead', link: customer },
    ]);
    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead WHERE Id = '${customer}'`)).toMatchObject([
      { Customer_Key__c: 'bc1:customer:11', Order_Count__c: 2, Total_Spend__c: 15 },
    ]);
    // The other Lead is emptied once, its purchases are told by the right one.
    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead WHERE Id = '${guest}'`)).toMatchObject([
      { Order_Count__c: 0, Total_Spend__c: 0, Cart_Status__c: 'None' },
    ]);
    // Its order follows, as soon as it is looked at again.
    expect(await shop.compose(['order:1'])).toMatchObject(written);
    expect(shop.org.query("SELECT Lead__c FROM Order__c WHERE Name = '1'")).toMatchObject([
      { Lead__c: customer },
    ]);
  });

  it('leaves a question to people: which of the two Leads is to go', async () => {
    const shop = await useShop();
    const { guest, customer } = await guestAndCustomer(shop);
    await meetCustomers(shop, [customerOf('11', 'guest@example.com', { modifiedAt: at(10) })]);

    const { rows } = await shop.pool.query<{ reason: string; ids: string[]; moved: number }>(
      `select reason, array(select json_array_elements(evidence->'candidates')->>'id') as ids,
              (select count(*)::int from cartbridge.moved_person) as moved
       from cartbridge.match_review where status = 'Open'`,
    );
    expect(rows).toEqual([{ reason: 'Same Shopper Twice', ids: [customer, guest], moved: 1 }]);

    const calls = shop.apiCalls();
    expect(await shop.compose(['customer:11'])).toMatchObject([{ result: 'unchanged' }]);
    expect(shop.apiCalls()).toBe(calls);
  });

  it('loses nothing where somebody deleted the guest’s Lead meanwhile', async () => {
    const shop = await useShop();
    const { guest, customer } = await guestAndCustomer(shop);
    await shop.admin('DELETE', `Lead/${guest}`);

    const changed = customerOf('11', 'guest@example.com', { modifiedAt: at(10) });
    expect(await meetCustomers(shop, [changed])).toMatchObject(written);

    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead`)).toMatchObject([
      { Id: customer, Order_Count__c: 2, Total_Spend__c: 15 },
    ]);
    const calls = shop.apiCalls();
    await shop.compose(['customer:11']);
    expect(shop.apiCalls()).toBe(calls);
  });

  it('is a Contact where either of the two is one', async () => {
    const shop = await useShop();
    const account = await shop.admin('POST', 'Account', { Name: 'Bergström' });
    const { id } = await shop.admin('POST', 'Contact', {
      ...{ LastName: 'Berg', AccountId: account.id, Email: 'guest@example.com' },
    });
    await guestAndCustomer(shop);

    await meetCustomers(shop, [customerOf('11', 'guest@example.com', { modifiedAt: at(10) })]);

    expect(await peopleIn(shop)).toMatchObject([{ object: 'Contact', link: id }]);
    expect(shop.org.query(`SELECT ${TOTALS} FROM Contact`)).toMatchObject([
      { Customer_Key__c: 'bc1:customer:11', Order_Count__c: 2, Total_Spend__c: 15 },
    ]);
    expect(shop.org.query('SELECT Order_Count__c FROM Lead')).toMatchObject([
      { Order_Count__c: 0 },
    ]);
  });
});

describe('customers whom the shop merged', () => {
  it('are one person, who keeps the orders of both and goes by either id', async () => {
    const shop = await useShop();
    // One after the other: of two records the older one stays.
    await meetCustomers(shop, [customerOf('11', 'kim@example.com')]);
    await meetCustomers(shop, [customerOf('12', 'kim@work.example.com')]);
    shop.putOrder({ id: '1', customerId: '12', email: null });
    await shop.compose(['order:1']);
    expect(await peopleIn(shop)).toHaveLength(2);

    shop.customers.delete('12');
    const heard = { absorbed: ['12', '13'] };
    expect(await shop.compose(['customer:11'], { heard })).toMatchObject(written);
    // An order placed by the absorbed one before, and one by somebody nobody had heard of.
    shop.putOrder({ id: '2', customerId: '12', email: null });
    shop.putOrder({ id: '3', customerId: '13', email: 'old@example.com' });
    await shop.compose(['order:2', 'order:3']);

    expect(await peopleIn(shop)).toMatchObject([
      { key: 'bc1:customer:11', email: 'kim@example.com' },
    ]);
    const leads = `SELECT ${TOTALS} FROM Lead WHERE Customer_Key__c = 'bc1:customer:11'`;
    expect(shop.org.query(leads)).toMatchObject([{ Order_Count__c: 3, Total_Spend__c: 30 }]);
  });
});

describe('a customer', () => {
  it('who is deleted in the shop stays, with orders and link', async () => {
    const shop = await useShop();
    const { customer } = await guestAndCustomer(shop);
    shop.customers.delete('11');

    const why = 'not in the shop';
    expect(await shop.compose(['customer:11'])).toEqual([{ result: 'ignored', details: { why } }]);
    shop.putOrder({ id: '2', customerId: '11', email: 'kim@example.com', amount: '7' });
    expect(await shop.compose(['order:2'])).toMatchObject(written);

    expect(await peopleIn(shop)).toMatchObject([{ link: customer }, {}]);
    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead WHERE Id = '${customer}'`)).toMatchObject([
      { Order_Count__c: 1, Total_Spend__c: 7 },
    ]);
  });

  it('who changes the address keeps the old one as a name, whatever a bill says', async () => {
    const shop = await useShop();
    await meetCustomers(shop, [customerOf('11', 'kim@example.com')]);
    await meetCustomers(shop, [customerOf('11', 'kim@new.example.com', { modifiedAt: at(10) })]);
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    shop.putOrder({ id: '2', email: 'kim@new.example.com' });
    shop.putOrder({ id: '3', customerId: '11', email: 'lee@example.com', firstName: 'Lee' });
    await shop.compose(['order:1', 'order:2', 'order:3']);

    expect(await peopleIn(shop)).toMatchObject([
      { key: 'bc1:customer:11', email: 'kim@new.example.com' },
    ]);
    expect(shop.org.query(`SELECT ${TOTALS} FROM Lead`)).toMatchObject([{ Order_Count__c: 3 }]);
  });

  it.each([
    [true, 'is', 1],
    [false, 'is not', 2],
  ])('of two shops with one address (across shops: %s) %s one person', async (across, _, many) => {
    const shop = await useShop({ settings: { matching: { emailAcrossShops: across } } });
    await meetCustomers(shop, [customerOf('11', 'kim@example.com')]);
    const composeSecond = await openSecondShop(shop);
    shop.customers.set('500', customerOf('500', 'kim@example.com'));

    expect(await composeSecond('customer:500')).not.toMatchObject({ result: 'failed' });

    expect(await peopleIn(shop)).toHaveLength(many);
    expect(shop.org.query('SELECT Id FROM Lead')).toHaveLength(many);
  });
});
