import { describe, it, expect } from 'vitest';
import { failureKind, found, useStores, type Routes } from './use-store.ts';

const store = useStores();
const CUSTOMERS = '/v3/customers';
const SUBSCRIBERS = '/v3/customers/subscribers';

function customer(id: number, changes: object = {}): object {
  return {
    id,
    email: `Person${id}@example.com`,
    accepts_product_review_abandoned_cart_emails: true,
    date_created: '2023-11-13T21:42:06Z',
    date_modified: '2024-03-11T15:17:25Z',
    ...changes,
  };
}

function subscriber(id: number, person: number, changes: object = {}): object {
  const email = `person${person}@example.com`;
  return { id, email, consents: ['marketing_newsletter'], channel_id: 1, ...changes };
}

/** A store of these people; the list of subscribers takes one email, as the original does. */
function people(customers: object[], subscribers: object[], perPage = 250): Routes {
  const page = (all: object[]): object => ({
    data: all.slice(0, perPage),
    meta: { pagination: { total: all.length, total_pages: Math.ceil(all.length / perPage) } },
  });
  return {
    [CUSTOMERS]: { body: page(customers) },
    [SUBSCRIBERS]: ({ path }) => {
      const email = /[?&]email=([^&]+)/.exec(path)?.[1];
      const same = subscribers.filter((one) => !email || ('email' in one && one.email === email));
      return { body: page(same) };
    },
  };
}

describe('consent of a customer', () => {
  it.each([
    ['given', [subscriber(5, 11)], { marketing: true, cartMail: true }],
    [
      'refused, by a subscription without',
      [subscriber(5, 11, { consents: [] })],
      { marketing: false },
    ],
    ['unknown of somebody never asked', [], { marketing: null }],
    [
      'unknown of a store that does not tell',
      [subscriber(5, 11, { consents: null })],
      { marketing: null },
    ],
  ])('is %s', async (_, subscribers, consent) => {
    const { reader, asked } = await store(people([customer(11)], subscribers));
    const read = found((await reader.readCustomers(['11'])).get('11'));
    expect(read.consent).toMatchObject(consent);
    expect(asked()).toEqual([
      `${CUSTOMERS}?include=addresses&id:in=11&limit=50`,
      `${SUBSCRIBERS}?email=person11@example.com&limit=250`,
    ]);
  });

  it.each([
    [false, ['abandoned_cart'], false],
    [null, ['abandoned_cart'], true],
    [null, [], false],
  ])(
    'to cart mail is the tick %s before the subscription to %j: %s',
    async (tick, consents, is) => {
      const one = customer(11, { accepts_product_review_abandoned_cart_emails: tick });
      const { reader } = await store(people([one], [subscriber(5, 11, { consents })]));
      expect(found((await reader.readCustomers(['11'])).get('11')).consent.cartMail).toBe(is);
    },
  );

  it('that changed makes the customer as new as it is', async () => {
    const changed = subscriber(5, 11, { date_modified: '2025-01-01T00:00:00Z' });
    const { reader } = await store(people([customer(11)], [changed]));
    const { modifiedAt } = found((await reader.readCustomers(['11'])).get('11'));
    expect(modifiedAt).toBe('2025-01-01T00:00:00.000Z');
  });

  it('costs one call for all where the shop has few subscribers', async () => {
    const routes = people([customer(11), customer(12)], [subscriber(5, 12)]);
    const { reader, asked } = await store(routes);
    const reads = await reader.readCustomers(['11', '12']);
    expect(found(reads.get('11')).consent.marketing).toBeNull();
    expect(found(reads.get('12')).consent.marketing).toBe(true);
    expect(asked()).toHaveLength(2);
  });

  it('costs a call for each where it has many', async () => {
    const many = [subscriber(5, 1), subscriber(6, 2), subscriber(7, 12)];
    const { reader, asked } = await store(people([customer(11), customer(12)], many, 2));
    const reads = await reader.readCustomers(['11', '12']);
    expect(found(reads.get('12')).consent.marketing).toBe(true);
    expect(asked().filter((path) => path.startsWith(SUBSCRIBERS))).toHaveLength(3);
  });

  it('fails the customer when it cannot be read, or the filter is not understood', async () => {
    const routes = people([customer(11)], [subscriber(5, 1)]);
    const away = await store({ ...routes, [SUBSCRIBERS]: { status: 503 } });
    const read = (await away.reader.readCustomers(['11'])).get('11');
    expect(failureKind(read)).toBe('shop_unavailable');
    const everybody = { body: { data: [subscriber(5, 1)] } };
    const deaf = await store({ ...routes, [SUBSCRIBERS]: everybody });
    expect(failureKind((await deaf.reader.readCustomers(['11'])).get('11'))).toBe('shop_shape');
  });

  it('is not asked for when only the name on a cart is wanted', async () => {
    const cart = {
      id: 'c1',
      customer_id: 11,
      currency: { code: 'USD' },
      cart_amount: 0,
      line_items: {},
      created_time: '2024-03-05T20:10:00Z',
      updated_time: '2024-03-05T20:10:00Z',
    };
    const routes = people([customer(11)], [subscriber(5, 11)]);
    const { reader, asked } = await store({ ...routes, '/v3/carts/c1': { body: { data: cart } } });
    const read = found((await reader.readCarts(['c1'])).get('c1'));
    expect(read.email).toBe('person11@example.com');
    expect(asked().some((path) => path.startsWith(SUBSCRIBERS))).toBe(false);
  });
});

describe('a customer of whom only the subscriber is named', () => {
  it('is found by the address, in two calls', async () => {
    const { reader, asked } = await store(people([customer(11)], [subscriber(5, 11)]));
    const read = found((await reader.readCustomers(['subscriber:5'])).get('subscriber:5'));
    expect(read).toMatchObject({ id: '11', consent: { marketing: true } });
    expect(asked()).toEqual([
      `${SUBSCRIBERS}?id:in=5&limit=50`,
      `${CUSTOMERS}?include=addresses&email:in=person11@example.com`,
    ]);
  });

  it('is the one of the subscriber’s channel', async () => {
    const shared = { email: 'person11@example.com' };
    const ofTwo = [
      customer(11, { channel_ids: [1] }),
      customer(12, { ...shared, channel_ids: [2] }),
    ];
    const routes = people(ofTwo, [subscriber(5, 11, { channel_id: 2 })]);
    const { reader } = await store(routes);
    const reads = await reader.readCustomers(['subscriber:5']);
    expect(found(reads.get('subscriber:5')).id).toBe('12');
  });

  it('is missing where the subscriber is no customer, or is gone', async () => {
    const { reader } = await store(people([], [subscriber(5, 11)]));
    const reads = await reader.readCustomers(['subscriber:5']);
    expect(reads.get('subscriber:5')).toEqual({ missing: true });
    const { reader: other } = await store(people([], []));
    const gone = await other.readCustomers(['subscriber:5']);
    expect(gone.get('subscriber:5')).toEqual({ missing: true });
  });
});

describe('the address book', () => {
  const home = {
    first_name: 'Jane',
    last_name: 'Doe',
    company: '',
    address1: '555 East Street',
    address2: '',
    city: 'Austin',
    state_or_province: 'Texas',
    postal_code: '78108',
    country_code: 'us',
    phone: '5125550100',
  };

  it('of one address is where bills and parcels go', async () => {
    const { reader } = await store(people([customer(11, { addresses: [home] })], []));
    const { billing, shipping } = found((await reader.readCustomers(['11'])).get('11'));
    expect(billing).toEqual({
      name: 'Jane Doe',
      company: null,
      line1: '555 East Street',
      line2: null,
      city: 'Austin',
      region: 'Texas',
      postalCode: '78108',
      country: 'US',
      phone: '5125550100',
    });
    expect(shipping).toEqual(billing);
  });

  it('of several says nothing about which one holds', async () => {
    const { reader } = await store(people([customer(11, { addresses: [home, home] })], []));
    const read = found((await reader.readCustomers(['11'])).get('11'));
    expect(read).toMatchObject({ billing: null, shipping: null });
  });
});
