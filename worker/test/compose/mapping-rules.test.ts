import { describe, expect, it } from 'vitest';
import type { OrderItem } from '../../src/compose/canonical.ts';
import type { Decimal } from '../../src/shared/money.ts';
import { at } from './books/carts.ts';
import { put, rowTo } from './mapping-rows.ts';
import { useShops } from './use-shop.ts';
import { UNSAID_OF_CUSTOMER } from './unsaid.ts';

const useShop = useShops();

describe('a field that only fills blanks', () => {
  it('is asked for with the rows that change, and left alone where people filled it', async () => {
    const shop = await useShop();
    await shop.admin('POST', 'Lead', lead('kim@example.com', { Phone: '+46 1' }));
    await shop.admin('POST', 'Lead', lead('lee@example.com', {}));
    await shop.publish(({ targets }) => {
      put(targets, 'Lead', rowTo('Phone', ['profile.email'], { rule: 'ifBlank' }));
    });
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    shop.putOrder({ id: '2', email: 'lee@example.com' });
    const calls = shop.apiCalls();

    await shop.compose(['order:1', 'order:2']);

    expect(shop.org.query('SELECT Phone FROM Lead ORDER BY Email')).toMatchObject([
      { Phone: '+46 1' },
      { Phone: 'lee@example.com' },
    ]);
    // To look for the people, to ask for what is blank, to write.
    expect(shop.apiCalls()).toBe(calls + 3);
    expect(await shop.compose(['order:1', 'order:2'])).toMatchObject([
      { result: 'unchanged' },
      { result: 'unchanged' },
    ]);
    expect(shop.apiCalls()).toBe(calls + 3);
  });
});

describe('a field that says something of its own when the record is made', () => {
  it('says that to Salesforce first, as the preview shows it, and fills only blanks later', async () => {
    const shop = await useShop();
    await shop.publish(({ targets }) => {
      put(targets, 'Lead', rowTo('Phone', ['profile.email'], { rule: 'ifBlank' }));
      put(
        targets,
        'Lead',
        rowTo('Phone', [], { id: 'made', rule: 'onCreate', default: '+46 new' }),
      );
    });
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    expect(shop.org.query('SELECT Phone FROM Lead')).toMatchObject([{ Phone: '+46 new' }]);

    shop.putOrder({ id: '2', email: 'kim@example.com' });
    await shop.compose(['order:2']);

    expect(shop.org.query('SELECT Phone FROM Lead')).toMatchObject([{ Phone: '+46 new' }]);
  });
});

describe('lines that the mapping no longer writes', () => {
  it('stay as they are as long as the shop has them', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', items: [item('a', '10'), item('b', '0'), item('c', '0')] });
    await shop.compose(['order:1']);
    await shop.publish(({ targets }) => {
      const lines = targets.find(({ id }) => id === 'Order_Item__c');
      if (lines) lines.condition = { path: 'item.total', is: 'above', value: 0 };
    });
    shop.putOrder({ id: '1', items: [item('a', '12'), item('b', '0')] });

    await shop.compose(['order:1']);

    expect(
      shop.org.query('SELECT External_Id__c, Total__c FROM Order_Item__c ORDER BY External_Id__c'),
    ).toMatchObject([
      { External_Id__c: 'bc1:order-item:a', Total__c: 12 },
      { External_Id__c: 'bc1:order-item:b', Total__c: 0 },
    ]);
  });
});

describe('a field that always follows the profile', () => {
  it('keeps what the customer’s own record said, whoever an order of theirs is billed to', async () => {
    const shop = await useShop();
    await shop.publish(({ targets }) => {
      put(targets, 'Lead', rowTo('Phone', ['profile.phone']));
    });
    const customer = {
      ...{ id: '11', email: 'kim@example.com', firstName: 'Kim', lastName: 'Berg', company: null },
      ...UNSAID_OF_CUSTOMER,
      ...{ phone: '+46 1', group: null, createdAt: at(9), modifiedAt: at(9), raw: null },
    };
    shop.customers.set('11', customer);
    await shop.compose(['customer:11']);

    shop.putOrder({ id: '1', customerId: '11', phone: '555' });
    await shop.compose(['order:1']);
    expect(shop.org.query('SELECT Phone FROM Lead')).toMatchObject([{ Phone: '+46 1' }]);

    shop.customers.set('11', { ...customer, phone: '+46 2', modifiedAt: at(15) });
    await shop.compose(['customer:11']);
    expect(shop.org.query('SELECT Phone FROM Lead')).toMatchObject([{ Phone: '+46 2' }]);
  });
});

function lead(email: string, more: object): object {
  return { LastName: 'Berg', Company: 'Shop', Email: email, ...more };
}

function item(id: string, amount: string): OrderItem {
  const total = amount as Decimal;
  return {
    ...{ id, productId: null, name: 'Tent', sku: null, options: null, raw: null },
    ...{ quantity: '1' as Decimal, unitPrice: total, total, refundedQuantity: '0' as Decimal },
  };
}
