import { describe, it, expect } from 'vitest';
import { failureKind, found, useStores, type Routes } from './use-store.ts';

const store = useStores();
const PATH = '/v3/customers';
const GROUPS = '/v2/customer_groups';

function customer(id: number | string, changes: object = {}): object {
  return {
    id,
    email: `Person${id}@Example.com`,
    first_name: 'Jane',
    last_name: 'Doe',
    company: '',
    phone: '5125550100',
    notes: 'Likes tea',
    registration_ip_address: '203.0.113.7',
    customer_group_id: 2,
    date_created: '2023-11-13T21:42:06Z',
    date_modified: '2024-03-11T15:17:25Z',
    ...changes,
  };
}

function answer(...rows: object[]): object {
  return { data: rows, meta: { pagination: { total_pages: 1 } } };
}

const groups = {
  [GROUPS]: { body: [{ id: 2, name: 'Wholesale', date_created: '2023-07-17 06:30:41' }] },
} satisfies Routes;

describe('customers', () => {
  it('come with the name of their group and without addresses of machines', async () => {
    const { reader } = await store({ ...groups, [PATH]: { body: answer(customer(11)) } });
    expect(found((await reader.readCustomers(['11'])).get('11'))).toEqual({
      id: '11',
      email: 'person11@example.com',
      firstName: 'Jane',
      lastName: 'Doe',
      company: null,
      companyId: null,
      parentCompanyId: null,
      billing: null,
      shipping: null,
      consent: { marketing: null, cartMail: null },
      loyaltyPoints: null,
      phone: '5125550100',
      group: 'Wholesale',
      createdAt: '2023-11-13T21:42:06.000Z',
      modifiedAt: '2024-03-11T15:17:25.000Z',
      raw: {
        id: 11,
        email: 'Person11@Example.com',
        first_name: 'Jane',
        last_name: 'Doe',
        company: '',
        phone: '5125550100',
        notes: 'Likes tea',
        customer_group_id: 2,
        date_created: '2023-11-13T21:42:06Z',
        date_modified: '2024-03-11T15:17:25Z',
      },
    });
  });

  it('are asked for fifty at a time', async () => {
    const { reader, asked } = await store({
      ...groups,
      [PATH]: ({ path }) => {
        const ids = /id:in=([\d,]+)/.exec(path)?.[1]?.split(',') ?? [];
        const nobody = { customer_group_id: 0, email: '' };
        return { body: answer(...ids.map((id) => customer(id, nobody))) };
      },
    });
    const ids = Array.from({ length: 120 }, (_, index) => String(index + 1));
    const reads = await reader.readCustomers([...ids, '1']);
    expect(reads.size).toBe(120);
    expect(found(reads.get('120')).group).toBeNull();
    expect(asked()).toHaveLength(3);
    expect(asked()[2]).toContain(`id:in=${ids.slice(100).join(',')}&limit=50`);
  });

  it('that are gone are missing, and one bad row fails alone', async () => {
    const rows = answer(customer(11), customer('12', { date_created: 'soon' }));
    const { reader } = await store({ ...groups, [PATH]: { body: rows } });
    const reads = await reader.readCustomers(['11', '12', '13', 'abc']);
    expect(found(reads.get('11')).id).toBe('11');
    expect(failureKind(reads.get('12'))).toBe('shop_shape');
    expect(reads.get('13')).toEqual({ missing: true });
    expect(reads.get('abc')).toEqual({ missing: true });
  });

  it('are not taken for deleted when the shop did not understand the filter', async () => {
    const { reader } = await store({
      ...groups,
      [PATH]: { body: answer(customer(1), customer(2)) },
    });
    const reads = await reader.readCustomers(['2', '900']);
    expect(found(reads.get('2')).id).toBe('2');
    expect(failureKind(reads.get('900'))).toBe('shop_shape');
  });

  it('are read from every page when the shop gives smaller ones', async () => {
    const { reader, requests } = await store({
      ...groups,
      [PATH]: ({ path }) => ({
        body: {
          data: [customer(path.includes('page=2') ? 12 : 11)],
          meta: { pagination: { total_pages: 2 } },
        },
      }),
    });
    const reads = await reader.readCustomers(['11', '12']);
    expect(found(reads.get('12')).email).toBe('person12@example.com');
    expect(requests.filter(({ path }) => path.startsWith(`${PATH}?`))).toHaveLength(2);
  });

  it('fail together when their call fails', async () => {
    const { reader } = await store({ ...groups, [PATH]: { status: 502 } });
    const reads = await reader.readCustomers(['11', '12']);
    expect([...reads.values()].map(failureKind)).toEqual(['shop_unavailable', 'shop_unavailable']);
  });
});

describe('customer groups', () => {
  it('are asked for once in ten minutes', async () => {
    let now = 0;
    const { reader, asked } = await store(
      { ...groups, [PATH]: { body: answer(customer(11)) } },
      () => now,
    );
    const groupCalls = (): number => asked().filter((path) => path.startsWith(GROUPS)).length;
    await reader.readCustomers(['11']);
    now = 599_999;
    await reader.readCustomers(['11']);
    expect(groupCalls()).toBe(1);
    now = 600_000;
    await reader.readCustomers(['11']);
    expect(groupCalls()).toBe(2);
  });

  it('are not needed by a customer without one', async () => {
    const { reader, asked } = await store({
      [PATH]: { body: answer(customer(11, { customer_group_id: 0 })) },
    });
    expect(found((await reader.readCustomers(['11'])).get('11')).group).toBeNull();
    expect(asked().filter((path) => path.startsWith(GROUPS))).toEqual([]);
  });

  it('that do not exist, on plans without groups, leave the customer without one', async () => {
    const { reader } = await store({
      [GROUPS]: { status: 204 },
      [PATH]: { body: answer(customer(11)) },
    });
    expect(found((await reader.readCustomers(['11'])).get('11')).group).toBeNull();
  });

  it('that cannot be read fail only the customers who have one', async () => {
    const { reader } = await store({
      [GROUPS]: { status: 500 },
      [PATH]: { body: answer(customer(11), customer(12, { customer_group_id: 0 })) },
    });
    const reads = await reader.readCustomers(['11', '12']);
    expect(failureKind(reads.get('11'))).toBe('shop_unavailable');
    expect(found(reads.get('12')).id).toBe('12');
  });
});
