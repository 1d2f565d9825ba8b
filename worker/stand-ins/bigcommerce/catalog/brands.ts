import { z } from 'zod';
import { Refusal } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import type { BrandRow, ProductRow } from './catalog-rows.ts';

export const newBrand = z.object({ name: z.string().min(1) });

export function createBrand(shop: Shop, name: string): BrandRow {
  if (brandNamed(shop, name)) throw new Refusal(409, 'The brand name is a duplicate.', { name });
  const row = { id: shop.next('brand', 38), name };
  shop.rows.brands.set(String(row.id), row);
  return row;
}

/** A product's brand by number or by name; a name nobody has yet makes a brand. */
export function brandFields(
  shop: Shop,
  { brand_id, brand_name }: { brand_id?: number | undefined; brand_name?: string | undefined },
): Partial<ProductRow> {
  if (brand_name) {
    const brand = brandNamed(shop, brand_name) ?? createBrand(shop, brand_name);
    return { brandId: brand.id, brandName: brand.name };
  }
  if (brand_id === undefined) return {};
  if (brand_id === 0) return { brandId: 0, brandName: '' };
  const brand = shop.rows.brands.get(String(brand_id));
  if (!brand) throw new Refusal(422, 'The brand is unknown.', { brand_id: String(brand_id) });
  return { brandId: brand.id, brandName: brand.name };
}

function brandNamed(shop: Shop, name: string): BrandRow | undefined {
  return shop.rows.brands.values().find((row) => row.name === name);
}
