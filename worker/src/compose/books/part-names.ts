import type { Pool } from '../../shared/database/pool.ts';
import type { OrderPart } from '../book-records.ts';
import type { Order, PartItem } from '../canonical.ts';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';

type Named = Pick<PartItem, 'name' | 'sku'>;

/**
 * What the products of these parts are called, by product key, as far as the books know: some shops
 * name what was sent by the product's id alone.
 */
export async function namesOf(
  pool: Pool,
  open: OpenShop,
  parts: OrderPart[],
): Promise<Map<string, Named>> {
  const nameless = parts.flatMap(itemsOf).filter(({ name }) => name === null);
  const keys = nameless.flatMap(({ productId }) =>
    productId === null ? [] : keyIn(open, 'product', productId),
  );
  if (keys.length === 0) return new Map();
  const { rows } = await pool.query<Named & { key: string }>(
    `select key, product->>'name' as name, product->>'sku' as sku from cartbridge.product
     where key = any($1) and product is not null`,
    [[...new Set(keys)]],
  );
  return new Map(rows.map(({ key, ...named }) => [key, named]));
}

/** The part with what its order, or else the catalogue, calls its items. */
export function withNames(
  open: OpenShop,
  part: OrderPart,
  order: Order | undefined,
  names: ReadonlyMap<string, Named>,
): OrderPart {
  const items = itemsOf(part).map((item) => {
    const { productId, name } = item;
    if (name !== null || productId === null) return item;
    const bought = order?.items.find((one) => one.productId === productId);
    const known = bought ?? names.get(keyIn(open, 'product', productId));
    return known ? { ...item, name: known.name, sku: item.sku ?? known.sku } : item;
  });
  return 'shipment' in part
    ? { ...part, shipment: { ...part.shipment, items } }
    : { ...part, back: { ...part.back, items } };
}

function itemsOf(part: OrderPart): PartItem[] {
  return 'shipment' in part ? part.shipment.items : part.back.items;
}
