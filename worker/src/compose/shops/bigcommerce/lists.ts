import { z } from 'zod';
import { asFailure, Failure } from '../../../shared/failure.ts';
import { inPieces } from '../read-each.ts';
import type { Read } from '../shop-reader.ts';
import type { BigCommerceClient, Query } from './client.ts';
import { id, readShape } from '../shape.ts';

const page = z.object({
  data: z.array(z.unknown()),
  meta: z
    .object({ pagination: z.object({ total_pages: z.number().nullish() }).nullish() })
    .nullish(),
});

// No list Cartbridge reads is longer; a store that pages in circles ends here.
const MOST_PAGES = 200;

/** Every row of a v3 list, unchecked; or those of its first pages. */
export async function readList(
  client: BigCommerceClient,
  path: string,
  query: Query,
  pages = MOST_PAGES,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const answer = await client.get(path, number === 1 ? query : { ...query, page: number });
    if (answer === null) break;
    const { data, meta } = readShape(page, answer, path);
    rows.push(...data);
    if (data.length === 0 || number >= (meta?.pagination?.total_pages ?? 1)) break;
  }
  return rows;
}

export const IDS_PER_CALL = 50;

/** How to read records of one kind from a v3 list by their ids. */
export interface ListKind<Row> {
  path: string;
  /** The filter that takes ids, such as `id:in`. */
  filter: string;
  /** The row's field that holds its id. */
  idField: string;
  query?: Query;
  readRow(row: unknown): Row;
}

/** Reads records by id, up to 50 a call. Answers every id; never throws. */
export async function readByIds<Row>(
  client: BigCommerceClient,
  kind: ListKind<Row>,
  ids: Iterable<string>,
): Promise<Map<string, Read<Row>>> {
  const results = new Map<string, Read<Row>>();
  const known = [...new Set(ids)].filter((one) => id.safeParse(one).success);
  for (const piece of inPieces(known, IDS_PER_CALL)) await readPiece(client, kind, piece, results);
  // What is no id of this platform names nothing.
  for (const one of ids) if (!results.has(one)) results.set(one, { missing: true });
  return results;
}

async function readPiece<Row>(
  client: BigCommerceClient,
  kind: ListKind<Row>,
  ids: string[],
  results: Map<string, Read<Row>>,
): Promise<void> {
  try {
    const query = { ...kind.query, [kind.filter]: ids.join(','), limit: IDS_PER_CALL };
    const rows = await readList(client, kind.path, query);
    const strangers = rows.filter((row) => !take(row)).length;
    // Among rows nobody asked for, a missing one proves nothing: the filter was not understood.
    const absent = (): Read<Row> =>
      strangers > 0 ? { failed: unasked(kind.path, strangers) } : { missing: true };
    for (const one of ids) if (!results.has(one)) results.set(one, absent());
  } catch (thrown) {
    const failed = asFailure(thrown);
    for (const one of ids) results.set(one, { failed });
  }

  function take(row: unknown): boolean {
    const rowId = z.object({ [kind.idField]: id }).safeParse(row).data?.[kind.idField];
    if (rowId === undefined || !ids.includes(rowId)) return false;
    results.set(rowId, readRow(row));
    return true;
  }

  function readRow(row: unknown): Read<Row> {
    try {
      return { found: kind.readRow(row) };
    } catch (thrown) {
      return { failed: asFailure(thrown) };
    }
  }
}

function unasked(path: string, count: number): Failure {
  return new Failure(
    'shop_shape',
    `The shop answered ${path} with ${count} records not asked for.`,
    {
      nextStep: 'Report it: the shop no longer understands the filter by id.',
    },
  );
}
