import { z } from 'zod';
import { asFailure } from '../../../shared/failure.ts';
import type { Product } from '../../canonical.ts';
import { readEach } from '../read-each.ts';
import { decimal, text, webAddress } from '../shape.ts';
import type { Read } from '../shop-reader.ts';
import { readInventory } from './inventory.ts';
import { category, flag, loose, optionalMoment, recordId, type Moment } from './shapes.ts';
import type { Source } from './source.ts';

function productShape(moment: Moment) {
  return z.object({
    ...{ productId: recordId, name: text, sku: loose, brand: text, category },
    ...{ price: decimal, url: webAddress, imageUrl: webAddress, active: flag },
    updatedDate: optionalMoment(moment),
  });
}

/** Products with what is in stock of them: one call each, and one for the stock of fifty. */
export function productReader(
  source: Source,
  inventory: Source,
  moment: Moment,
): (ids: string[]) => Promise<Map<string, Read<Product>>> {
  const readOne = source.reader(productShape(moment), (row, { id, own }): Product => ({
    id,
    name: row.name ?? row.sku ?? id,
    sku: row.sku,
    categories: row.category,
    url: row.url,
    imageUrl: row.imageUrl,
    brand: row.brand,
    price: row.price,
    active: row.active,
    inventory: null,
    modifiedAt: row.updatedDate,
    raw: source.keptOf(own),
  }));

  return async (ids) => {
    const products = await readEach(ids, readOne);
    const found = [...products].flatMap(([id, read]) => ('found' in read ? id : []));
    if (found.length === 0) return products;
    try {
      const stock = await readInventory(inventory, moment, found);
      for (const [id, read] of products)
        if ('found' in read)
          products.set(id, { found: { ...read.found, inventory: stock.get(id) ?? null } });
    } catch (thrown) {
      // Without its stock a product would look as if the shop had stopped keeping any.
      for (const id of found) products.set(id, { failed: asFailure(thrown) });
    }
    return products;
  };
}
