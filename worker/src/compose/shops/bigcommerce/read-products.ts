import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import type { Product } from '../../canonical.ts';
import { inPieces } from '../read-each.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient } from './client.ts';
import { IDS_PER_CALL, readByIds, readList } from './lists.ts';
import type { Memory } from './memory.ts';
import { decimal, id, moment, readShape, text, webAddress, withRaw } from './shape.ts';

const productFields = z.object({
  id,
  name: z.string(),
  sku: text,
  price: decimal,
  categories: z.array(id).nullish(),
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
  /** The storefront's address; null when the shop does not let us know. */
  storefront: () => Promise<string | null>;
}

/** Up to 50 products a call; category names and the storefront's address come from memory. */
export async function readProducts(
  { client, categoryNames, storefront }: ProductSources,
  ids: string[],
): Promise<Map<string, Read<Product>>> {
  const readRow = (row: unknown): ProductAnswer => readShape(productShape, row, PATH);
  const kind = { path: PATH, filter: 'id:in', idField: 'id', query: QUERY, readRow };
  const rows = await readByIds(client, kind, ids);
  const found = [...rows.values()].flatMap((read) => ('found' in read ? [read.found] : []));
  const results = new Map<string, Read<Product>>();
  try {
    const names = await categoryNames.get(found.flatMap(({ categories }) => categories ?? []));
    const root = found.length > 0 ? await storefront() : null;
    for (const [key, read] of rows)
      results.set(key, 'found' in read ? { found: toProduct(read.found, names, root) } : read);
  } catch (thrown) {
    const failed = asFailure(thrown);
    for (const [key, read] of rows) results.set(key, 'found' in read ? { failed } : read);
  }
  return results;
}

function toProduct(
  row: ProductAnswer,
  categoryNames: Map<string, string>,
  root: string | null,
): Product {
  const path = row.custom_url?.url;
  return {
    id: row.id,
    name: row.name,
    sku: row.sku,
    categories: (row.categories ?? []).flatMap((category) => categoryNames.get(category) ?? []),
    url: root !== null && path ? (URL.parse(path, root)?.href ?? null) : null,
    imageUrl: row.primary_image?.url_standard ?? null,
    brand: null,
    price: row.price,
    active: null,
    inventory: null,
    modifiedAt: row.date_modified ?? null,
    raw: row.raw,
  };
}

const CATEGORY_PATH = '/v3/catalog/trees/categories';
const categoryShape = z.array(z.object({ category_id: id, name: z.string() }));

export async function readCategoryNames(
  client: BigCommerceClient,
  ids: string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const piece of inPieces(ids, IDS_PER_CALL)) {
    const query = { 'category_id:in': piece.join(','), limit: IDS_PER_CALL };
    const rows = await readList(client, CATEGORY_PATH, query);
    for (const { category_id, name } of readShape(categoryShape, rows, CATEGORY_PATH))
      names.set(category_id, name);
  }
  return names;
}
