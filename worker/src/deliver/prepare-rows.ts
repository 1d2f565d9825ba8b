import type { Pool } from '../shared/database/pool.ts';
import { fillBlanks } from './fill-blanks.ts';
import { rests, withoutPaused, type FieldNames } from './paused-fields.ts';
import { rowName, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { fingerprint, saysMore, type Written } from './written.ts';

/** A row to be written. */
export interface Prepared {
  /** As it is sent. */
  row: Row;
  /** As the mapping gave it, less what is paused: what it is compared by the next time. */
  meant: Row;
}

export interface PreparedRows {
  ready: Prepared[];
  /** Rows of which only what Salesforce has already is news: to be remembered, not written. */
  unchanged: { row: Row; fingerprint: string }[];
}

/**
 * The rows that would change something, in the form in which they are sent: without paused fields,
 * without what is only said when a record is made where it is there, and without what is only said
 * where Salesforce has nothing where it has something.
 */
export async function prepareRows(
  pool: Pool,
  client: SalesforceClient,
  rows: Row[],
  before: Map<string, Written>,
  paused: FieldNames,
): Promise<PreparedRows> {
  const changed = rows.flatMap((row) => {
    if (rests(row, paused)) return [];
    const known = before.get(rowName(row))?.fingerprint;
    const meant = withoutPaused(row, paused);
    // What was written before the pause need not be written for its sake.
    return known === fingerprint(meant) || known === fingerprint(row) ? [] : meant;
  });
  const asked = await fillBlanks(
    pool,
    client,
    changed.map((row) => forKnown(row, before)),
    before,
  );
  const prepared: PreparedRows = { ready: [], unchanged: [] };
  changed.forEach((row, index) => {
    if (rests(row, asked.paused)) return;
    const meant = withoutPaused(row, asked.paused);
    const mark = fingerprint(meant);
    const sent = asked.rows[index] ?? meant;
    const isMore = saysMore(before.get(rowName(row))?.fingerprint, mark);
    if (isMore || (sent.ifBlank?.length ?? 0) > 0) prepared.ready.push({ row: sent, meant });
    else prepared.unchanged.push({ row: meant, fingerprint: mark });
  });
  return prepared;
}

/** What Salesforce has from us already is not made a second time. */
function forKnown(row: Row, before: Map<string, Written>): Row {
  if (row.isNew || !before.has(rowName(row))) return row;
  const { createFields, createReferences, ...known } = row;
  return createFields || createReferences ? known : row;
}
