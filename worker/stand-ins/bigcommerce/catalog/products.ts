import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import { text, units } from '../money.ts';
import { given } from '../../kit/given.ts';
import { nowOf, type Shop } from '../shop.ts';
import { brandFields } from './brands.ts';
import type { ProductRow } from './catalog-rows.ts';
import { tellStock } from './stock.ts';

const money = z.union([z.string(), z.number()]);

export const productBody = z
  .object({
    name: z.string().min(1),
    type: z.enum(['physical', 'digital']),
    weight: z.number(),
    price: money,
    sale_price: money,
    sku: z.string(),
    description: z.string(),
    categories: z.array(z.number().int()),
    brand_id: z.number().int(),
    brand_name: z.string(),
    inventory_tracking: z.enum(['none', 'product', 'variant']),
    inventory_level: z.number().int(),
    is_visible: z.boolean(),
  })
  .partial();
export const newProduct = productBody.required({
  name: true,
  type: true,
  weight: true,
  price: true,
});

type ProductBody = z.infer<typeof productBody>;

export function createProduct(shop: Shop, body: z.infer<typeof newProduct>): ProductRow {
  if (shop.rows.products.values().some((product) => product.name === body.name)) {
    throw new Refusal(409, 'The product name is a duplicate.', { name: body.name });
  }
  const now = nowOf(shop);
  const id = shop.next('product', 111);
  const slug = body.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const product: ProductRow = {
    id,
    name: body.name,
    type: body.type,
    sku: '',
    description: '',
    price: '0.0000',
    salePrice: '0.0000',
    weight: body.weight,
    categories: [],
    brandId: 0,
    brandName: '',
    inventoryTracking: 'none',
    inventoryLevel: 0,
    isVisible: false,
    totalSold: 0,
    path: `/${slug}/`,
    imageUrl: `https://cdn.example.com/products/${slug}.jpg`,
    customFields: [],
    variants: [],
    createdAt: now,
    modifiedAt: now,
    ...plainFields(body),
    ...brandFields(shop, body),
  };
  product.variants = [
    {
      id: shop.next('variant', 211),
      sku: product.sku,
      price: null,
      optionName: '',
      optionValue: '',
      optionValueId: 0,
      inventoryLevel: 0,
    },
  ];
  shop.rows.products.set(String(id), product);
  shop.emit('store/product/created', { type: 'product', id });
  return product;
}

/** A changed stock level is told apart from the change itself. */
export function changeProduct(shop: Shop, before: ProductRow, body: ProductBody): ProductRow {
  const changed = { ...plainFields(body), ...brandFields(shop, body) };
  const product: ProductRow = { ...before, ...changed, modifiedAt: nowOf(shop) };
  shop.rows.products.set(String(product.id), product);
  shop.emit('store/product/updated', { type: 'product', id: product.id });
  if (product.inventoryLevel !== before.inventoryLevel) tellStock(shop, product);
  return product;
}

export function deleteProduct(shop: Shop, { id }: ProductRow): void {
  shop.rows.products.delete(String(id));
  shop.emit('store/product/deleted', { type: 'product', id });
}

function plainFields(body: ProductBody): Partial<ProductRow> {
  return given({
    name: body.name,
    type: body.type,
    weight: body.weight,
    price: body.price === undefined ? undefined : text(units(body.price)),
    salePrice: body.sale_price === undefined ? undefined : text(units(body.sale_price)),
    sku: body.sku,
    description: body.description,
    categories: body.categories,
    inventoryTracking: body.inventory_tracking,
    inventoryLevel: body.inventory_level,
    isVisible: body.is_visible,
  });
}
