import type { Pool } from '../shared/database/pool.ts';
import { pauseMissing, rests, withoutPaused, type FieldNames } from './paused-fields.ts';
import { rowName, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import type { Signal } from './signal.ts';
import { writeRows, type RowResult } from './write-rows.ts';

/** A row may lack one field after another where a refusal hides the next. */
const ROUNDS = 3;

export interface WrittenPausing {
  results: Map<string, RowResult>;
  /** Fields that were found gone on the way; the rows were written without them. */
  paused: FieldNames;
}

/**
 * Writes rows as `writeRows` does. Where Salesforce refuses rows for a field that went away, the
 * field is paused and the rows are written without it at once, with those that waited for them. Rows
 * of an added object that went away have no result.
 */
export async function writePausing(
  pool: Pool,
  client: SalesforceClient,
  rows: Row[],
  signal: Signal,
): Promise<WrittenPausing> {
  const results = await writeRows(client, rows, signal);
  const paused = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const refused = rows.filter((row) => lacksField(row, results.get(rowName(row))));
    const news = refused.length > 0 ? await pauseMissing(pool, client, refused) : new Set<string>();
    if (news.size === 0) break;
    for (const name of news) paused.add(name);
    for (const row of rows) if (rests(row, paused)) results.delete(rowName(row));
    const again = rows.filter((row) => isToRepeat(row, results.get(rowName(row))));
    const repeated = await writeRows(
      client,
      again.map((row) => withoutPaused(row, paused)),
    );
    for (const [name, result] of repeated) results.set(name, result);
  }
  return { results, paused };
}

function lacksField({ isLast }: Row, result: RowResult | undefined): boolean {
  if (!result || result.written || result.consequence) return false;
  const { kind, details } = result.failure;
  return (
    // Of what an admin added the whole object may be gone, which has other codes.
    (kind === 'salesforce_setup' && (details.code === 'INVALID_FIELD' || isLast === true)) ||
    details.code === 'INVALID_FIELD_FOR_INSERT_UPDATE'
  );
}

function isToRepeat(row: Row, result: RowResult | undefined): boolean {
  return lacksField(row, result) || (result?.written === false && result.consequence);
}
