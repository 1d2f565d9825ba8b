import { transaction, type Pool } from '../shared/database/pool.ts';
import { Failure } from '../shared/failure.ts';
import type { RecordKey, SalesforceId } from '../shared/ids.ts';
import { findPaused, withoutPaused, type FieldNames } from './paused-fields.ts';
import { prepareRows, type Prepared } from './prepare-rows.ts';
import { removeGoneLines } from './remove-lines.ts';
import type { Repair } from './repair.ts';
import { rowName, type Row, type Unit } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { writePausing } from './write-pausing.ts';
import type { RowResult } from './write-rows.ts';
import {
  findWritten,
  fingerprint,
  forgetWritten,
  rememberCompared,
  rememberWritten,
  type Written,
} from './written.ts';

export type UnitResult =
  { ok: true; wrote: number; repairs: Repair[] } | { ok: false; failure: Failure };

export interface Delivered {
  units: Map<RecordKey, UnitResult>;
  /** Salesforce’s id of every row that is there as it was meant, by row name. */
  ids: Map<string, SalesforceId>;
}

/**
 * Brings units into Salesforce: leaves out rows that would change nothing, writes the rest in as few
 * calls as possible, takes away lines the shop no longer has, and remembers what Salesforce holds.
 */
export async function deliver(
  pool: Pool,
  client: SalesforceClient,
  units: Unit[],
): Promise<Delivered> {
  const org = client.org.id;
  const rows = distinctRows(units);
  const before = await findWritten(pool, org, rows);
  const paused = await findPaused(pool, org);
  const { ready, unchanged } = await prepareRows(pool, client, rows, before, paused);
  await rememberCompared(pool, org, unchanged);
  const sent = ready.map(({ row }) => row);
  const { results, paused: news } = await writePausing(pool, client, sent, {
    kind: 'record',
    ids: knownIds(sent, before),
  });
  await remember(pool, client, units, ready, results, news);
  await forgetOrphans(pool, client, units, results);
  const removed = await removeGoneLines(pool, client, units);
  return {
    units: new Map(units.map((unit) => [unit.key, unitResult(unit, results, removed)])),
    ids: idsOf(before, results),
  };
}

/** Whose pages may be open: records that Salesforce had before this. */
function knownIds(rows: Row[], before: Map<string, Written>): SalesforceId[] {
  return rows.flatMap((row) => {
    if ('id' in row.target) return row.target.id;
    return before.get(rowName(row))?.salesforceId ?? [];
  });
}

/** Rows shared by several units (their person, their shop) are written once. */
function distinctRows(units: Unit[]): Row[] {
  return [
    ...new Map(units.flatMap((unit) => unit.rows).map((row) => [rowName(row), row])).values(),
  ];
}

async function remember(
  pool: Pool,
  client: SalesforceClient,
  units: Unit[],
  prepared: Prepared[],
  results: Map<string, RowResult>,
  paused: FieldNames,
): Promise<void> {
  const events = eventsOf(units);
  const written = prepared.flatMap(({ row, meant }) => {
    const result = results.get(rowName(row));
    if (!result?.written) return [];
    return {
      row,
      salesforceId: result.salesforceId,
      // Of what we meant to write: a repaired row is not repaired again each time. Paused fields are
      // not meant: once they are back, the row says more than it did.
      fingerprint: fingerprint(withoutPaused(meant, paused)),
      event: events.get(rowName(row)) ?? null,
    };
  });
  if (written.length === 0) return;
  await transaction(pool, (db) => rememberWritten(db, client.org.id, written));
}

/** What was last heard of the records that each row belongs to. */
function eventsOf(units: Unit[]): Map<string, NonNullable<Unit['event']>> {
  return new Map(
    units.flatMap(({ rows, event }) => (event ? rows.map((row) => [rowName(row), event]) : [])),
  );
}

/**
 * Units whose rows were refused only because something they refer to is not there: we thought it was
 * and did not send it. Forgotten, all of it is written again at the next try.
 */
async function forgetOrphans(
  pool: Pool,
  client: SalesforceClient,
  units: Unit[],
  results: Map<string, RowResult>,
): Promise<void> {
  const orphans = units.filter((unit) => isOrphan(refusedOf(unit, results)));
  if (orphans.length === 0) return;
  const rows = orphans.flatMap((unit) => unit.rows);
  await transaction(pool, (db) => forgetWritten(db, client.org.id, rows));
}

type Refused = Extract<RowResult, { written: false }>;

function refusedOf(unit: Unit, results: Map<string, RowResult>): Refused[] {
  return unit.rows.flatMap((row) => {
    const result = results.get(rowName(row));
    return result && !result.written ? result : [];
  });
}

function isOrphan(refused: Refused[]): boolean {
  return refused.length > 0 && refused.every(({ consequence }) => consequence);
}

/** A unit is done when all its rows are; otherwise the row that others depend on is the cause. */
function unitResult(
  unit: Unit,
  results: Map<string, RowResult>,
  removed: Map<RecordKey, Failure>,
): UnitResult {
  const mine = unit.rows.flatMap((row) => results.get(rowName(row)) ?? []);
  const refused = refusedOf(unit, results);
  const cause = refused.find(({ consequence }) => !consequence);
  const failure = isOrphan(refused) ? parentGone() : (cause?.failure ?? removed.get(unit.key));
  if (failure) return { ok: false, failure };
  const written = mine.filter((result) => result.written);
  return { ok: true, wrote: written.length, repairs: written.flatMap(({ repairs }) => repairs) };
}

function parentGone(): Failure {
  return new Failure('link_lost', 'A record that this one refers to is gone from Salesforce.', {
    nextStep: 'Nothing: all of it is written again at the next try.',
  });
}

function idsOf(
  before: Map<string, Written>,
  results: Map<string, RowResult>,
): Map<string, SalesforceId> {
  const ids = new Map([...before].map(([name, { salesforceId }]) => [name, salesforceId]));
  for (const [name, result] of results) {
    if (result.written) ids.set(name, result.salesforceId);
    else ids.delete(name);
  }
  return ids;
}
