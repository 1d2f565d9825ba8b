import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import type { Product } from '../../canonical.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';
import { readByIds } from './lists.ts';
import type { Memory } from '../memory.ts';
import { decimal, id, moment, optionalId, readShape, text, webAddress, withRaw } from '../shape.ts';

const productFields = z.object({
  id,
  name: z.string(),
  sku: text,
  price: decimal,
  categories: z.array(id).nullish(),
  brand_id: optionalId,
  is_visible: z.boolean().nullish(),
  inventory_tracking: text,
  inventory_level: decimal.nullish(),
  custom_url: z.object({ url: text }).nullish(),
  primary_image: z.object({ url_standard: webAddress }).nullish(),
  date_modified: moment.nullish(),
});
const productShape = withRaw(productFields);
type ProductAnswer = z.output<typeof productShape>;

const PATH = '/v3/catalog/products';

const PRODUCT_FIELDS = [
  'name',
  'sku',
  'price',
  'categories',
  'custom_url',
  'date_modified',
  'date_created',
  'type',
  'brand_id',
  'cost_price',
  'retail_price',
  'sale_price',
  'calculated_price',
  'upc',
  'mpn',
  'gtin',
  'weight',
  'condition',
  'availability',
  'inventory_level',
  'inventory_tracking',
  'is_visible',
  'is_featured',
  'is_free_shipping',
];

const QUERY = {
  include: 'primary_image,custom_fields',
  // Descriptions are long, and a record in Salesforce is not the place for them.
  include_fields: PRODUCT_FIELDS.join(','),
};

export interface ProductSources {
  client: BigCommerceClient;
  categoryNames: Memory<string>;
  brandNames: Memory<string>;
  /** The storefront's address; null when the shop does not let us know. */
  storefront: () => Promise<string | null>;
}

/**
 * Up to 50 products a call; the names of categories and brands and the storefront's address come
 * from memory.
 */
export async function readProducts(
  { client, categoryNames, brandNames, storefront }: ProductSources,
  ids: string[],
): Promise<Map<string, Read<Product>>> {
  const readRow = (row: unknown): ProductAnswer => readShape(productShape, row, PATH);
  const kind = { path: PATH, filter: 'id:in', idField: 'id', query: QUERY, readRow };
  const rows = await readByIds(client, kind, ids);
  const found = [...rows.values()].flatMap((read) => ('found' in read ? [read.found] : []));
  const results = new Map<string, Read<Product>>();
  try {
    const context: Context = {
      categories: await categoryNames.get(found.flatMap(({ categories }) => categories ?? [])),
      brands: await brandNames.get(found.flatMap(({ brand_id }) => brand_id ?? [])),
      root: found.length > 0 ? await storefront() : null,
    };
    for (const [key, read] of rows)
      results.set(key, 'found' in read ? { found: toProduct(read.found, context) } : read);
  } catch (thrown) {
    const failed = asFailure(thrown);
    for (const [key, read] of rows) results.set(key, 'found' in read ? { failed } : read);
  }
  return results;
}

interface Context {
  categories: Map<string, string>;
  brands: Map<string, string>;
  root: string | null;
}

function toProduct(row: ProductAnswer, { categories, brands, root }: Context): Product {
  const path = row.custom_url?.url;
  return {
    id: row.id,
    name: row.name,
    sku: row.sku,
    categories: (row.categories ?? []).flatMap((category) => categories.get(category) ?? []),
    url: root !== null && path ? (URL.parse(path, root)?.href ?? null) : null,
    imageUrl: row.primary_image?.url_standard ?? null,
    brand: brands.get(row.brand_id ?? '') ?? null,
    price: row.price,
    active: row.is_visible ?? null,
    inventory: inventoryOf(row),
    modifiedAt: row.date_modified ?? null,
    raw: row.raw,
  };
}

const TRACKED = new Set(['product', 'variant']);

/**
 * Where stock is kept by variants, the product's level is their sum. The catalogue knows the default
 * location only, and not what is held back there: that is another API, with another permission.
 */
function inventoryOf({ inventory_tracking, inventory_level }: ProductAnswer): Product['inventory'] {
  if (!TRACKED.has(inventory_tracking ?? '')) return null;
  return { onHand: inventory_level ?? null, available: null, modifiedAt: null };
}
