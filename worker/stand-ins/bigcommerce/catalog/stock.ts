import { z } from 'zod';
import { notFound, Refusal } from '../api/answers.ts';
import type { OrderLine } from '../orders/order-row.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { ProductRow, VariantRow } from './catalog-rows.ts';

export const variantBody = z.object({ inventory_level: z.number().int() });

/** Somebody counted: the new level is told as it is. */
export function tellStock(shop: Shop, { id, inventoryLevel }: ProductRow): void {
  const inventory = { product_id: id, method: 'absolute', value: inventoryLevel };
  shop.emit('store/product/inventory/updated', { type: 'product', id, inventory });
}

/** The product's level is then the sum of its variants'. */
export function setVariantStock(
  shop: Shop,
  product: ProductRow,
  variantId: string,
  level: number,
): ProductRow {
  const variant = product.variants.find(({ id }) => String(id) === variantId);
  if (!variant) throw notFound();
  if (product.inventoryTracking !== 'variant') {
    throw new Refusal(422, 'The stock of this product is not kept by variants.');
  }
  const changed = save(shop, withVariant(product, { ...variant, inventoryLevel: level }));
  tellVariant(shop, 'store/sku/inventory/updated', product, variant, 'absolute', level);
  return changed;
}

/** An order takes from the stock, if it is kept at all: what was taken is told, not what is left. */
export function takeStock(shop: Shop, product: ProductRow, line: OrderLine): void {
  const value = -line.quantity;
  const left = (level: number): number => Math.max(level + value, 0);
  const variant = product.variants.find(({ id }) => id === line.variantId);
  const { id, inventoryTracking: tracking } = product;
  if (tracking === 'product') {
    save(shop, { ...product, inventoryLevel: left(product.inventoryLevel) });
    const inventory = { product_id: id, method: 'relative', value };
    shop.emit('store/product/inventory/order/updated', { type: 'product', id, inventory });
  } else if (tracking === 'variant' && variant) {
    const inventoryLevel = left(variant.inventoryLevel);
    save(shop, withVariant(product, { ...variant, inventoryLevel }));
    const scope = 'store/sku/inventory/order/updated';
    tellVariant(shop, scope, product, variant, 'relative', value);
  } else save(shop, product);
}

function withVariant(product: ProductRow, changed: VariantRow): ProductRow {
  const variants = product.variants.map((one) => (one.id === changed.id ? changed : one));
  const inventoryLevel = variants.reduce((sum, one) => sum + one.inventoryLevel, 0);
  return { ...product, variants, inventoryLevel };
}

function save(shop: Shop, changed: ProductRow): ProductRow {
  const product = { ...changed, modifiedAt: nowOf(shop) };
  shop.rows.products.set(String(product.id), product);
  shop.emit('store/product/updated', { type: 'product', id: product.id });
  return product;
}

function tellVariant(
  shop: Shop,
  scope: string,
  { id: product_id }: ProductRow,
  { id }: VariantRow,
  method: 'absolute' | 'relative',
  value: number,
): void {
  const inventory = { product_id, method, value, variant_id: id };
  shop.emit(scope, { type: 'sku', id, inventory });
}
