import type { ProductRow } from '../catalog/catalog-rows.ts';
import { text, units } from '../money.ts';
import { nowOf, type Shop } from '../shop.ts';
import {
  SEED_BRAND,
  SEED_CATEGORIES,
  SEED_CUSTOMERS,
  SEED_GROUPS,
  SEED_PRODUCTS,
  type SeedProduct,
} from './catalogue.ts';

const OPENED = '2023-08-15T14:49:05.000Z';
const SIZE_OPTION = 60;

/** Fills an empty shop. Nothing is told to hooks: it was there before they were. */
export function seedShop(shop: Shop): void {
  const { rows } = shop;
  SEED_CATEGORIES.forEach(({ id, name }, index) =>
    rows.categories.set(String(id), {
      category_id: id,
      category_uuid: `d1964756-5e1d-4c72-9fa0-${String(id).padStart(12, '0')}`,
      tree_id: 1,
      parent_id: 0,
      name,
      description: '',
      is_visible: true,
      sort_order: index,
      url: { path: `/${name.toLowerCase()}/`, is_customized: false },
      image_url: '',
    }),
  );
  rows.brands.set(String(SEED_BRAND.id), SEED_BRAND);
  for (const product of SEED_PRODUCTS) {
    rows.products.set(String(product.id), productRow(shop, product));
  }
  for (const group of SEED_GROUPS) {
    shop.next('group');
    rows.groups.set(String(group.id), { ...group, createdAt: OPENED, modifiedAt: OPENED });
  }
  SEED_CUSTOMERS.forEach((person, index) => seedCustomer(shop, person, index));
}

function productRow(shop: Shop, product: SeedProduct): ProductRow {
  const slug = product.name.toLowerCase().replaceAll(' ', '-');
  const sizes = product.sizes ?? [''];
  return {
    id: product.id,
    name: product.name,
    type: product.digital ? 'digital' : 'physical',
    sku: product.sku,
    description: `<p>${product.name}</p>`,
    price: text(units(product.price)),
    salePrice: text(units(product.salePrice ?? '0')),
    weight: product.weight,
    categories: [product.category],
    brandId: SEED_BRAND.id,
    brandName: SEED_BRAND.name,
    inventoryTracking: product.stock === undefined ? 'none' : 'product',
    inventoryLevel: product.stock ?? 0,
    isVisible: true,
    totalSold: 0,
    path: `/${slug}/`,
    imageUrl: `https://cdn.example.com/products/${slug}.jpg`,
    customFields: [],
    variants: sizes.map((size, index) => ({
      id: shop.next('variant', 211),
      sku: size ? `${product.sku}-${size}` : product.sku,
      price: null,
      optionName: size && 'Size',
      optionValue: size,
      optionValueId: size ? SIZE_OPTION + index : 0,
      inventoryLevel: 0,
    })),
    createdAt: OPENED,
    modifiedAt: OPENED,
  };
}

function seedCustomer(shop: Shop, person: (typeof SEED_CUSTOMERS)[number], index: number): void {
  const id = shop.next('customer');
  const now = nowOf(shop);
  const names = { first_name: person.first, last_name: person.last, company: person.company };
  shop.rows.customers.set(String(id), {
    id,
    email: `${person.first}@example.com`.toLowerCase(),
    ...names,
    phone: '5125550100',
    notes: '',
    tax_exempt_category: '',
    customer_group_id: index === 0 ? 2 : 0,
    accepts_product_review_abandoned_cart_emails: true,
    origin_channel_id: 1,
    channel_ids: null,
    form_fields: [],
    store_credit: 0,
    createdAt: now,
    modifiedAt: now,
  });
  const addressId = shop.next('address');
  shop.rows.addresses.set(String(addressId), {
    id: addressId,
    customer_id: id,
    ...names,
    address1: `${index + 1}00 Main Street`,
    address2: '',
    city: person.city,
    state_or_province: person.state,
    postal_code: person.zip,
    country: 'United States',
    country_code: 'US',
    phone: '5125550100',
    address_type: person.company ? 'commercial' : 'residential',
  });
}
