import { describe, it, expect } from 'vitest';
import { failureKind, found, useStores } from './use-store.ts';

const store = useStores();
const ID = '09346904-4175-44fd-be53-f7e598531b6c';
const CART = `/v3/carts/${ID}`;
const CHECKOUT = `/v3/checkouts/${ID}`;

const towel = {
  id: '743bfd94-d5dd-47c5-9c19-6eec32ca6119',
  parent_id: null,
  variant_id: 112,
  product_id: 77,
  sku: 'S-ORAN',
  name: 'Linen Towel',
  url: 'https://store.example.com/linen-towel/',
  quantity: 3,
  image_url: 'https://cdn.example.com/towel.jpg',
  list_price: 16.7,
  sale_price: 15.1,
  extended_list_price: 50.1,
  extended_sale_price: 45.3,
};

function cart(changes: object = {}, lines: object = { physical_items: [towel] }): object {
  const line_items = { digital_items: [], gift_certificates: [], custom_items: [], ...lines };
  const data = {
    id: ID,
    customer_id: 0,
    channel_id: 1,
    email: 'Jane@Example.com',
    currency: { code: 'usd' },
    base_amount: 50.1,
    cart_amount: 45.3,
    line_items,
    created_time: '2024-03-05T20:10:00+00:00',
    updated_time: '2024-03-05T20:25:00+00:00',
    ...changes,
  };
  return { data, meta: {} };
}

function checkout(changes: object = {}): object {
  const data = { id: ID, cart: { id: ID, email: '' }, billing_address: null, consignments: [] };
  return { data: { ...data, ...changes }, meta: {} };
}

describe('a cart', () => {
  it('is read in one call when it knows its email', async () => {
    const { reader, asked } = await store({ [CART]: { body: cart() } });
    expect(found((await reader.readCarts([ID])).get(ID))).toEqual({
      id: ID,
      kind: 'Shopping',
      customerId: null,
      email: 'jane@example.com',
      firstName: null,
      lastName: null,
      currency: 'USD',
      value: '45.3',
      itemCount: 3,
      items: [
        {
          id: towel.id,
          productId: '77',
          name: 'Linen Towel',
          sku: 'S-ORAN',
          quantity: '3',
          unitPrice: '15.1',
          total: '45.3',
          imageUrl: 'https://cdn.example.com/towel.jpg',
          url: 'https://store.example.com/linen-towel/',
          raw: towel,
        },
      ],
      createdAt: '2024-03-05T20:10:00.000Z',
      modifiedAt: '2024-03-05T20:25:00.000Z',
      url: 'https://store.example.com/cart.php',
      raw: {
        id: ID,
        customer_id: 0,
        channel_id: 1,
        email: 'Jane@Example.com',
        currency: { code: 'usd' },
        base_amount: 50.1,
        cart_amount: 45.3,
        created_time: '2024-03-05T20:10:00+00:00',
        updated_time: '2024-03-05T20:25:00+00:00',
      },
    });
    expect(asked()).toEqual([CART]);
  });

  it('that is gone is missing, and what is no cart id is never asked for', async () => {
    const { reader, asked } = await store({});
    const reads = await reader.readCarts([ID, '../../v2/orders/1']);
    expect([...reads.values()]).toEqual([{ missing: true }, { missing: true }]);
    expect(asked()).toEqual([CART]);
  });

  it('holds custom items and gift certificates, without the people they are for', async () => {
    const lines = {
      custom_items: [{ id: 'c1', name: 'Engraving', quantity: '2', list_price: '4.50' }],
      gift_certificates: [
        {
          id: 'g1',
          name: 'Gift',
          amount: 25,
          sender: { name: 'Jane', email: 'jane@example.com' },
          recipient: { name: 'Joe', email: 'joe@example.com' },
          message: 'Happy birthday',
        },
      ],
    };
    const { reader } = await store({ [CART]: { body: cart({}, lines) } });
    const read = found((await reader.readCarts([ID])).get(ID));
    expect(read.items.map(({ name, total, quantity }) => [name, quantity, total])).toEqual([
      ['Engraving', '2', '9'],
      ['Gift', '1', '25'],
    ]);
    expect(JSON.stringify(read.items)).not.toMatch(/Joe|joe@|birthday/);
    expect(read).toMatchObject({ itemCount: 3, url: null });
  });

  it('tells the parts of a bundle as the line they were put in with', async () => {
    const part = {
      ...towel,
      id: 'p2',
      parent_id: towel.id,
      name: 'Ribbon',
      extended_sale_price: 1.2,
    };
    const { reader } = await store({
      [CART]: { body: cart({}, { physical_items: [part, towel] }) },
    });
    const { items } = found((await reader.readCarts([ID])).get(ID));
    expect(items.map(({ name, total }) => [name, total])).toEqual([['Linen Towel', '46.5']]);
  });

  it('leaves out addresses that lead nowhere', async () => {
    const broken = { ...towel, url: '/linen-towel/', image_url: 'javascript:alert(1)' };
    const { reader } = await store({ [CART]: { body: cart({}, { physical_items: [broken] }) } });
    const read = found((await reader.readCarts([ID])).get(ID));
    expect(read.items[0]).toMatchObject({ url: null, imageUrl: null });
    expect(read.url).toBeNull();
  });
});

describe('the email of a cart', () => {
  it('is that of its customer when the cart has none', async () => {
    const person = {
      id: 11,
      email: 'Ann@Example.com',
      first_name: 'Ann',
      last_name: 'Lee',
      customer_group_id: 0,
      date_created: '2023-11-13T21:42:06Z',
      date_modified: '2024-03-11T15:17:25Z',
    };
    const { reader, asked } = await store({
      [CART]: { body: cart({ email: '', customer_id: 11 }) },
      '/v3/customers': { body: { data: [person], meta: {} } },
    });
    const read = found((await reader.readCarts([ID])).get(ID));
    expect(read).toMatchObject({ email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' });
    expect(asked().some((path) => path.startsWith('/v3/checkouts'))).toBe(false);
  });

  it.each([
    ['billing address', { billing_address: { email: 'Bo@Example.com', first_name: 'Bo' } }],
    [
      'delivery address',
      {
        billing_address: { email: '', first_name: '' },
        consignments: [
          { address: null },
          { address: { email: 'bo@example.com', first_name: 'Bo' } },
        ],
      },
    ],
    [
      'checkout',
      { cart: { email: 'bo@example.com' }, billing_address: { email: '', first_name: 'Bo' } },
    ],
  ])('is otherwise what was typed into the %s', async (_, changes) => {
    const { reader } = await store({
      [CART]: { body: cart({ email: undefined }) },
      [CHECKOUT]: { body: checkout(changes) },
    });
    const read = found((await reader.readCarts([ID])).get(ID));
    expect(read).toMatchObject({ email: 'bo@example.com', firstName: 'Bo', lastName: null });
  });

  it('is unknown when nobody typed one', async () => {
    const { reader } = await store({
      [CART]: { body: cart({ email: null }) },
      [CHECKOUT]: { body: checkout() },
    });
    expect(found((await reader.readCarts([ID])).get(ID)).email).toBeNull();
  });

  it('is unknown when the cart has no checkout', async () => {
    const { reader } = await store({ [CART]: { body: cart({ email: '' }) } });
    expect(found((await reader.readCarts([ID])).get(ID)).email).toBeNull();
  });

  it('that could not be asked for fails the cart instead of making it anonymous', async () => {
    const { reader } = await store({
      [CART]: { body: cart({ email: '' }) },
      [CHECKOUT]: { status: 403 },
    });
    expect(failureKind((await reader.readCarts([ID])).get(ID))).toBe('shop_auth');
  });
});
