import { z } from 'zod';
import { inPieces } from '../read-each.ts';
import { id, readShape } from '../shape.ts';
import type { BigCommerceClient } from './client.ts';
import { IDS_PER_CALL, readList } from './lists.ts';

/** A v3 list of which only ids and names matter. */
export interface NameList {
  path: string;
  /** The filter that takes ids, such as `id:in`. */
  filter: string;
  /** The row's field that holds its id. */
  idField: string;
}

export const CATEGORIES: NameList = {
  path: '/v3/catalog/trees/categories',
  filter: 'category_id:in',
  idField: 'category_id',
};

export const BRANDS: NameList = { path: '/v3/catalog/brands', filter: 'id:in', idField: 'id' };

/** Names by id, up to 50 a call; one that does not exist is left out. */
export async function readNames(
  client: BigCommerceClient,
  { path, filter, idField }: NameList,
  ids: string[],
): Promise<Map<string, string>> {
  const row = z
    .object({ [idField]: z.unknown(), name: z.string() })
    .transform((value) => ({ id: value[idField], name: value.name }))
    .pipe(z.object({ id, name: z.string() }));
  const names = new Map<string, string>();
  for (const piece of inPieces(ids, IDS_PER_CALL)) {
    const rows = await readList(client, path, { [filter]: piece.join(','), limit: IDS_PER_CALL });
    for (const { id: key, name } of readShape(z.array(row), rows, path)) names.set(key, name);
  }
  return names;
}
