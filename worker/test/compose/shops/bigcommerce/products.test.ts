import { describe, it, expect } from 'vitest';
import { containing, failureKind, found, useStores, type Routes } from './use-store.ts';

const store = useStores();
const PRODUCTS = '/v3/catalog/products';
const CATEGORIES = '/v3/catalog/trees/categories';

const towel = {
  id: 77,
  name: 'Linen Towel',
  sku: 'LT',
  price: 50.1,
  categories: [36, 38],
  brand_id: 37,
  is_visible: true,
  inventory_tracking: 'variant',
  inventory_level: 100,
  custom_url: { url: '/linen-towel/', is_customized: false },
  primary_image: { url_standard: 'https://cdn.example.com/s.jpg' },
};

const routes = {
  [PRODUCTS]: { body: { data: [towel], meta: { pagination: { total_pages: 1 } } } },
  [CATEGORIES]: {
    body: {
      data: [
        { category_id: 36, name: 'Bath', tree_id: 1 },
        { category_id: 38, name: 'Linen', tree_id: 1 },
      ],
    },
  },
  '/v3/catalog/brands': { body: { data: [{ id: 37, name: 'Acme' }] } },
  '/v2/store': {
    body: {
      id: 'abc123',
      name: 'Example Store',
      domain: 'store.example.com',
      secure_url: 'https://store.example.com/',
      currency: 'usd',
      timezone: { name: 'America/Chicago', raw_offset: -21600 },
      country_code: 'us',
    },
  },
} satisfies Routes;

describe('products', () => {
  it('come with category names and full addresses', async () => {
    const { reader, asked } = await store(routes);
    expect(found((await reader.readProducts(['77'])).get('77'))).toEqual({
      id: '77',
      name: 'Linen Towel',
      sku: 'LT',
      categories: ['Bath', 'Linen'],
      url: 'https://store.example.com/linen-towel/',
      imageUrl: 'https://cdn.example.com/s.jpg',
      brand: 'Acme',
      active: true,
      inventory: { onHand: '100', available: null, modifiedAt: null },
      price: '50.1',
      modifiedAt: null,
      raw: containing({ id: 77, price: 50.1, categories: [36, 38] }),
    });
    expect(asked()).toContain(`${CATEGORIES}?category_id:in=36,38&limit=50`);
    expect(asked()).toContain('/v3/catalog/brands?id:in=37&limit=50');
  });

  it('do not ask for names and addresses twice in ten minutes', async () => {
    let now = 0;
    const { reader, asked } = await store(routes, () => now);
    await reader.readProducts(['77']);
    await reader.readProducts(['77']);
    expect(asked()).toHaveLength(5);
    now = 600_000;
    await reader.readProducts(['77']);
    expect(asked()).toHaveLength(9);
  });

  it('without a category that still exists have none', async () => {
    const { reader } = await store({ ...routes, [CATEGORIES]: { body: { data: [] } } });
    expect(found((await reader.readProducts(['77'])).get('77')).categories).toEqual([]);
  });

  it('whose stock is not kept have none, rather than 0', async () => {
    const mug = { ...towel, inventory_tracking: 'none', inventory_level: 0, brand_id: 0 };
    const { reader } = await store({ ...routes, [PRODUCTS]: { body: { data: [mug] } } });
    const product = found((await reader.readProducts(['77'])).get('77'));
    expect(product).toMatchObject({ inventory: null, brand: null });
  });

  it('that are gone are missing', async () => {
    const { reader } = await store({ ...routes, [PRODUCTS]: { body: { data: [] } } });
    expect((await reader.readProducts(['77'])).get('77')).toEqual({ missing: true });
  });

  it('have no address when the store keeps its information to itself', async () => {
    const { reader } = await store({ ...routes, '/v2/store': { status: 403 } });
    expect(found((await reader.readProducts(['77'])).get('77')).url).toBeNull();
  });

  it('fail when their categories cannot be read', async () => {
    const { reader } = await store({ ...routes, [CATEGORIES]: { status: 500 } });
    expect(failureKind((await reader.readProducts(['77'])).get('77'))).toBe('shop_unavailable');
  });
});

describe('a shop', () => {
  it('tells its name, address, currency and time zone', async () => {
    const { reader } = await store(routes);
    expect(await reader.readShop()).toEqual({
      name: 'Example Store',
      url: 'https://store.example.com',
      currency: 'USD',
      timeZone: 'America/Chicago',
      country: 'US',
    });
  });

  it('that is not at the address cannot be read', async () => {
    const { reader } = await store({});
    await expect(reader.readShop()).rejects.toMatchObject({ kind: 'shop_auth' });
  });
});
