import type { Failure } from '../shared/failure.ts';
import type { SalesforceId } from '../shared/ids.ts';
import { packRows } from './batches.ts';
import { isolate, pair, type Answered } from './isolate.ts';
import { isConsequence, rowFailure, type RowError } from './refusal.ts';
import { repair, type Repair } from './repair.ts';
import { resultShape, type RowAnswer } from './row-result.ts';
import { rowName, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { runComposite } from './salesforce/composite.ts';
import { withoutNamespace } from './salesforce/namespace.ts';
import { signalRequests, type Signal } from './signal.ts';

/** What Salesforce said to one row. */
export type RowResult =
  | { written: true; salesforceId: SalesforceId; repairs: Repair[] }
  | { written: false; failure: Failure; row: Row; consequence: boolean };

/**
 * Writes rows, each with its own result: one refused row does not keep the others out. Rows that
 * one repair can save are sent a second time, and with them those that only failed for the sake of
 * rows that are there by then.
 * @param signal told to open screens in the same call, once the rows are written
 */
export async function writeRows(
  client: SalesforceClient,
  rows: Row[],
  signal?: Signal,
): Promise<Map<string, RowResult>> {
  const first = await writeOnce(client, rows, signal);
  const results = new Map([...first.attempts].map(([name, { result }]) => [name, result]));
  const mended = mend(client, first.attempts);
  if (mended.size === 0 && !first.isolated) return results;

  const again = [...results].flatMap(([name, result]) => {
    if (result.written) return [];
    return mended.get(name)?.row ?? (result.consequence ? result.row : []);
  });
  const second = await writeOnce(client, again);
  for (const [name, { result }] of second.attempts) {
    const repairs = mended.get(name)?.repairs ?? [];
    results.set(name, result.written ? { ...result, repairs } : result);
  }
  return results;
}

interface Attempted {
  result: RowResult;
  error?: RowError;
}

/** @returns by row name; `isolated` when rows were written later than those that need them */
async function writeOnce(
  client: SalesforceClient,
  rows: Row[],
  signal?: Signal,
): Promise<{ attempts: Map<string, Attempted>; isolated: boolean }> {
  const batches = packRows(rows, client.org.namespace);
  const responses = await runComposite(client, [
    ...batches.map(({ subrequest }) => subrequest),
    ...signalRequests(client, signal),
  ]);
  const answered = await isolate(client, pair(batches, responses));
  const attempts = new Map<string, Attempted>();
  for (const [row, attempted] of answered.flatMap(readResults)) {
    attempts.set(rowName(row), attempted);
  }
  return { attempts, isolated: answered.length > batches.length };
}

function mend(
  { org }: SalesforceClient,
  attempts: Map<string, Attempted>,
): Map<string, { row: Row; repairs: Repair[] }> {
  const mended = new Map<string, { row: Row; repairs: Repair[] }>();
  for (const [name, { result, error }] of attempts) {
    if (result.written || !error) continue;
    const again = repair(result.row, error, localNames(org.namespace));
    if (again) mended.set(name, again);
  }
  return mended;
}

function readResults({ batch, response }: Answered): [Row, Attempted][] {
  const { rows } = batch;
  if (response.ok) {
    const results = resultShape.parse(response.body);
    return rows.map((row, index) => [row, readResult(row, results[index])]);
  }
  const { failure, unreadable } = response;
  return rows.map((row) => {
    // A row that is refused alone is itself the reason; with others it only shares their fate.
    const own = rows.length === 1 && unreadable;
    const cause = own ? rowFailure(row, { ...own, statusCode: own.code, fields: [] }) : failure;
    return [row, { result: { written: false, failure: cause, row, consequence: false } }];
  });
}

function readResult(row: Row, answer: RowAnswer | undefined): Attempted {
  if (answer?.success && answer.id) {
    return { result: { written: true, salesforceId: answer.id as SalesforceId, repairs: [] } };
  }
  const error: RowError = answer?.errors[0] ?? {
    statusCode: 'NO_RESULT',
    message: 'Salesforce gave no result for this row.',
    fields: [],
  };
  const failure = rowFailure(row, error);
  return { result: { written: false, failure, row, consequence: isConsequence(error) }, error };
}

/** Answers name fields as the org does; rows name them as the package's source does. */
function localNames(namespace: string): (field: string) => string {
  return (field) => withoutNamespace(namespace, field);
}

/** Writes rows that are of no use unless all are taken. Throws the Failure of one that is not. */
export async function writeAll(client: SalesforceClient, rows: Row[]): Promise<void> {
  const results = await writeRows(client, rows);
  for (const result of results.values()) if (!result.written) throw result.failure;
}
