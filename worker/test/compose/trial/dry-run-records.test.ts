import { compileMapping } from '#mapping-engine';
import { describe, expect, it } from 'vitest';
import type { Customer, OrderItem, Product } from '../../../src/compose/canonical.ts';
import { dryRun } from '../../../src/compose/trial/dry-run.ts';
import { recordKey } from '../../../src/shared/ids.ts';
import { at, cartOf } from '../books/carts.ts';
import { shipmentOf } from '../books/part-fixture.ts';
import { useShops, type UsedShop } from '../use-shop.ts';
import { fieldOf, template, tryOrders, writesOf } from './trial-kit.ts';
import { UNSAID_OF_CUSTOMER, UNSAID_OF_PRODUCT } from '../unsaid.ts';

const useShop = useShops();

describe('a tried record', () => {
  it('says what would become of a new shopper’s order, field by field', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });

    const { records } = await tryOrders(shop, ['1']);

    const [record] = records;
    expect(record).toMatchObject({
      kind: 'order',
      id: '1',
      person: { who: 'new', object: 'Lead' },
    });
    expect(writesOf(record)).toEqual(['create Lead', 'create Shop__c', 'create Order__c']);
    expect(fieldOf(record, 'Lead', 'Email')).toMatchObject({
      ...{ before: null, after: 'kim@example.com', change: 'new' },
      row: expect.any(String) as string,
    });
    expect(record?.writes.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(record?.problems).toEqual([]);
  });

  it('brings the order along with a shipment that is tried before it', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    shop.shipments.set('s1', shipmentOf('1', undefined, 's1'));
    const { pool, client, open } = shop;
    const mapping = { number: 7, compiled: compileMapping(template()) };
    const key = recordKey(open.shop.id, 'shipment', 's1');

    const { records } = await dryRun(pool, client, open, mapping, [
      { kind: 'shipment', id: 's1', key },
    ]);

    expect(records[0]?.title).toBe('1 · UPS · 1Z999AA10123456784');
    const made = ['Lead', 'Shop__c', 'Order__c', 'Shipment__c'].map((name) => `create ${name}`);
    expect(writesOf(records[0])).toEqual(made);
    expect((await pool.query('select from cartbridge.order_part')).rowCount).toBe(0);
  });

  it('finds the person in the live org and shows before and after', async () => {
    const shop = await useShop();
    const lead = { LastName: 'Bergström', Company: 'Own', Email: 'Kim@example.com' };
    const { id } = await shop.admin('POST', 'Lead', { ...lead, Order_Count__c: 4 });
    shop.putOrder({ id: '1' });

    const { records } = await tryOrders(shop, ['1']);

    const [record] = records;
    expect(record?.person).toMatchObject({
      ...{ who: 'found', object: 'Lead', id, name: 'Bergström' },
      why: 'This Lead has the same email address.',
    });
    expect(fieldOf(record, 'Lead', 'Order_Count__c')).toMatchObject({
      ...{ before: 4, after: 1, change: 'changed' },
    });
    // Only the one who is made gets a name; this one keeps the one they have.
    expect(fieldOf(record, 'Lead', 'LastName')).toMatchObject({
      ...{ before: 'Bergström', after: 'Bergström', change: 'kept' },
    });
  });

  it('knows whom it wrote to before, and that nothing changes', async () => {
    const shop = await useShop();
    await shop.publish();
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);

    const { records, calls } = await tryOrders(shop, ['1']);

    const [record] = records;
    expect(record?.person.who).toBe('known');
    expect(writesOf(record)).toEqual(['nothing Lead', 'nothing Shop__c', 'nothing Order__c']);
    expect(calls.write).toBe(0);
  });

  it('names all whom an order may belong to where there are several', async () => {
    const shop = await useShop();
    const twice = { LastName: 'Berg', Company: 'Shop', Email: 'kim@example.com' };
    const ids = [await shop.admin('POST', 'Lead', twice), await shop.admin('POST', 'Lead', twice)];
    shop.putOrder({ id: '1' });

    const { records } = await tryOrders(shop, ['1']);

    expect(records[0]?.person).toMatchObject({
      who: 'several',
      candidates: ids.map(({ id }) => ({ object: 'Lead', id, name: 'Berg' })),
    });
    expect(records[0]?.writes).toEqual([]);
  });

  it('tells what the org would refuse: access, required fields, values and duplicates', async () => {
    const shop = await useShop();
    const known = await shop.admin('POST', 'Contact', { LastName: 'Berg', Email: 'x@example.com' });
    await shop.admin('PATCH', `Contact/${known.id}`, { AccountId: (await account(shop)).id });
    const rule = { object: 'Lead', matchField: 'LastName', action: 'block' } as const;
    shop.org.rules.duplicateRules.add({ ...rule, matchObjects: ['Lead', 'Contact'] });
    shop.putOrder({ id: '1', status: 'Disputed' });
    const mapping = template((draft) => {
      const lead = draft.targets.find(({ id }) => id === 'Lead');
      if (!lead) throw new Error('The template has no Lead.');
      lead.rows = lead.rows.filter(({ target }) => target !== 'Company');
      const like = { source: [], steps: [], direction: 'toSalesforce', rule: 'always' } as const;
      lead.rows.push(
        { ...like, source: [], steps: [], id: 'gone', target: 'Gone__c', default: 'x' },
        {
          ...like,
          source: [],
          steps: [],
          id: 'long',
          target: 'Salutation',
          default: 'y'.repeat(90),
        },
      );
    });

    const { records } = await tryOrders(shop, ['1'], mapping);

    const [record] = records;
    const refusals = record?.writes.flatMap((write) => write.refusals) ?? [];
    expect(refusals.map(({ code, field }) => [code, field])).toEqual(
      expect.arrayContaining([
        ['no_field', 'Gone__c'],
        ['required', 'Company'],
        ['duplicate', undefined],
      ]),
    );
    expect(record?.duplicates).toMatchObject([
      { object: 'Lead', verdict: 'block', matches: [{ object: 'Contact', id: known.id }] },
    ]);
  });

  it('lists what the mapping could not say, and the values that no table knows', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1', channel: 'Kiosk', source: 'www' });
    const mapping = template((draft) => {
      const rows = draft.targets.find(({ id }) => id === 'Order__c')?.rows ?? [];
      const like = { direction: 'toSalesforce', rule: 'always' } as const;
      const table = { step: 'valueTable', values: { Web: 'Website' } } as const;
      rows.unshift(
        {
          ...{ ...like, id: 'table', source: ['order.channel'], target: 'Channel__c' },
          steps: [{ ...table, default: 'Other' }],
        },
        { ...like, id: 'strict', source: ['order.source'], target: 'Source__c', steps: [table] },
      );
    });

    const { records } = await tryOrders(shop, ['1'], mapping);

    expect(records[0]?.unmapped).toEqual([
      { target: 'Order__c', row: 'table', field: 'Channel__c', value: 'Kiosk' },
    ]);
    expect(records[0]?.problems).toMatchObject([
      { target: 'Order__c', row: 'strict', field: 'Source__c', step: 'valueTable' },
    ]);
  });

  it('tries people, carts, products and the lines of orders as well', async () => {
    const shop = await useShop();
    await shop.publish();
    const line = lineOf({ id: '21', total: '10' });
    shop.putOrder({ id: '1', items: [line] });
    shop.carts.set('9', cartOf(9, { id: '9', email: 'kim@example.com' }));
    shop.products.set('77', PRODUCT);
    shop.customers.set('11', CUSTOMER);
    await shop.compose(['order:1', 'cart:9', 'product:77']);
    shop.putOrder({ id: '1', items: [{ ...line, name: 'Another name' }] });
    const { pool, client, open } = shop;
    const compiled = compileMapping(template());
    const wanted = (
      [
        ['order', 'order', '1'],
        ['cart', 'cart', '9'],
        ['product', 'product', '77'],
        ['person', 'customer', '11'],
      ] as const
    ).map(([kind, name, id]) => ({ kind, id, key: recordKey(open.shop.id, name, id) }));

    const { records } = await dryRun(pool, client, open, { number: 1, compiled }, wanted);

    const [order, cart, product, person] = records;
    expect(writesOf(order)).toContain('update Order_Item__c');
    expect(fieldOf(order, 'Order_Item__c', 'Name')).toMatchObject({ after: 'Another name' });
    expect(fieldOf(order, 'Order_Item__c', 'Order__c')).toMatchObject({ change: 'same' });
    expect(writesOf(cart)).toContain('nothing Cart__c');
    expect(writesOf(product)).toContain('nothing Commerce_Product__c');
    expect(person).toMatchObject({ title: 'Ada Keim · ada@example.com', person: { who: 'new' } });
    expect(records.flatMap(({ writes }) => writes.flatMap(({ refusals }) => refusals))).toEqual([]);
  });
});

const CUSTOMER: Customer = {
  ...{ id: '11', email: 'ada@example.com', firstName: 'Ada', lastName: 'Keim' },
  ...UNSAID_OF_CUSTOMER,
  ...{ company: null, phone: null, group: null, createdAt: at(12), modifiedAt: at(12), raw: null },
};

const PRODUCT: Product = {
  ...UNSAID_OF_PRODUCT,
  ...{ id: '77', name: 'Linen towel', sku: 'LT', categories: [], url: null, imageUrl: null },
  ...{ price: '50' as Product['price'], modifiedAt: at(12), raw: null },
};

function lineOf({ id, total }: { id: string; total: string }): OrderItem {
  const money = total as OrderItem['total'];
  return {
    ...{ id, productId: '77', name: 'Linen towel', sku: 'LT', options: null, raw: null },
    ...{ quantity: '1' as OrderItem['quantity'], unitPrice: money, total: money },
    refundedQuantity: '0' as OrderItem['quantity'],
  };
}

function account({ admin }: UsedShop): Promise<{ id: string }> {
  return admin('POST', 'Account', { Name: 'Berg' });
}
