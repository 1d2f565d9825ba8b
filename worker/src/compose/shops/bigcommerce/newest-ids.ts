import { z } from 'zod';
import type { RecordKind } from '../../../shared/ids.ts';
import type { BigCommerceClient } from './client.ts';
import { readList } from './lists.ts';
import { id, readShape } from '../shape.ts';

/** What one page of any of these lists takes. */
const LARGEST_PAGE = 250;

/** The newest records first; null for carts, of which BigCommerce has no list. */
export async function readNewestIds(
  client: BigCommerceClient,
  kind: RecordKind,
  most: number,
): Promise<string[] | null> {
  switch (kind) {
    case 'order':
      return newestOrders(client, most);
    case 'customer':
      return newestOf(client, '/v3/customers', { sort: 'date_created:desc' }, most);
    case 'product':
      return newestOf(
        client,
        '/v3/catalog/products',
        { sort: 'date_modified', direction: 'desc', include_fields: 'name' },
        most,
      );
    case 'cart':
    case 'shipment':
    case 'return':
      return null;
  }
}

/** Unfinished checkouts are numbered like orders; so many of them in a row are more than a shop has. */
const LOOKED_PAST = 50;
const INCOMPLETE = 0;

const orderShape = z.array(z.object({ id, status_id: z.number() }));

async function newestOrders(client: BigCommerceClient, most: number): Promise<string[]> {
  const path = '/v2/orders';
  const limit = Math.min(most + LOOKED_PAST, LARGEST_PAGE);
  const answer = await client.get(path, { sort: 'date_created:desc', limit });
  const rows = readShape(orderShape, answer ?? [], path);
  return rows
    .filter(({ status_id }) => status_id !== INCOMPLETE)
    .slice(0, most)
    .map((row) => row.id);
}

async function newestOf(
  client: BigCommerceClient,
  path: string,
  query: Record<string, string>,
  most: number,
): Promise<string[]> {
  const ids: string[] = [];
  const rows = await readList(client, path, { ...query, limit: Math.min(most, LARGEST_PAGE) }, 1);
  for (const row of readShape(z.array(z.object({ id })), rows, path)) ids.push(row.id);
  return ids.slice(0, most);
}
