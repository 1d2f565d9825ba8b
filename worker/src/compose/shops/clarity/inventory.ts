import { z } from 'zod';
import { add, type Decimal } from '../../../shared/money.ts';
import type { Inventory } from '../../canonical.ts';
import { inPieces } from '../read-each.ts';
import { readShape } from '../shape.ts';
import { optionalDecimal, optionalMoment, recordId, type Moment } from './shapes.ts';
import type { Row, Source } from './source.ts';

/** As many products the contract lets one call name. */
const PRODUCTS_PER_CALL = 50;
const ROWS_PER_PAGE = 200;
// Fifty products in two hundred places each; a shop that pages in circles ends here.
const MOST_PAGES = 50;

function placeShape(moment: Moment) {
  return z.object({
    ...{ productId: recordId, onHand: optionalDecimal, available: optionalDecimal },
    updatedDate: optionalMoment(moment),
  });
}
type Place = z.output<ReturnType<typeof placeShape>>;

/** What is in stock of these products, all places together; without those the shop keeps no stock of. */
export async function readInventory(
  source: Source,
  moment: Moment,
  products: string[],
): Promise<Map<string, Inventory>> {
  const shape = z.array(placeShape(moment));
  const stock = new Map<string, Inventory>();
  for (const piece of inPieces(products, PRODUCTS_PER_CALL)) {
    const rows = await readAll(source, piece);
    const places = readShape(
      shape,
      rows.map(({ record }) => record),
      source.path,
    );
    for (const [id, mine] of Map.groupBy(places, ({ productId }) => productId))
      stock.set(id, together(mine));
  }
  return stock;
}

async function readAll(source: Source, productId: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { productId, limit: ROWS_PER_PAGE, ...(cursor !== null && { cursor }) };
    const read: Awaited<ReturnType<Source['page']>> = await source.page(query);
    rows.push(...read.rows);
    cursor = read.next;
    if (cursor === null) break;
  }
  return rows;
}

function together(places: Place[]): Inventory {
  const dates = places.flatMap(({ updatedDate }) => updatedDate ?? []).sort();
  return {
    onHand: sum(places.map(({ onHand }) => onHand)),
    available: sum(places.map(({ available }) => available)),
    modifiedAt: dates.at(-1) ?? null,
  };
}

/** Null where no place tells. */
function sum(amounts: (Decimal | null)[]): Decimal | null {
  const told = amounts.filter((amount) => amount !== null);
  return told.length > 0 ? add(...told) : null;
}
