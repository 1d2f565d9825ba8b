import type { Failure } from '../shared/failure.ts';
import type { SalesforceId } from '../shared/ids.ts';
import { packRows, type Batch } from './batches.ts';
import { isConsequence, rowFailure, type RowError } from './refusal.ts';
import { repair, type Repair } from './repair.ts';
import { resultShape, type RowAnswer } from './row-result.ts';
import { rowName, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { runComposite, type Subresponse } from './salesforce/composite.ts';

/** What Salesforce said to one row. */
export type RowResult =
  | { written: true; salesforceId: SalesforceId; repairs: Repair[] }
  | { written: false; failure: Failure; row: Row; consequence: boolean };

/**
 * Writes rows, each with its own result: one refused row does not keep the others out. Rows that
 * one repair can save are sent a second time, and with them those that only failed for their sake.
 */
export async function writeRows(
  client: SalesforceClient,
  rows: Row[],
): Promise<Map<string, RowResult>> {
  const results = await writeOnce(client, rows, []);
  const mended = new Map<string, { row: Row; repairs: Repair[] }>();
  for (const { result, error } of results.values()) {
    if (result.written || !error) continue;
    const again = repair(result.row, error, localNames(client.org.namespace));
    if (again) mended.set(rowName(again.row), again);
  }
  if (mended.size > 0) {
    const again = [...results.values()].flatMap(({ result }) =>
      result.written
        ? []
        : [mended.get(rowName(result.row))?.row ?? (result.consequence ? result.row : [])].flat(),
    );
    const repairs = [...mended.values()].flatMap((one) => one.repairs);
    for (const [name, second] of await writeOnce(client, again, repairs)) results.set(name, second);
  }
  return new Map([...results].map(([name, { result }]) => [name, result]));
}

interface Attempted {
  result: RowResult;
  error?: RowError;
}

async function writeOnce(
  client: SalesforceClient,
  rows: Row[],
  repairs: Repair[],
): Promise<Map<string, Attempted>> {
  const batches = packRows(rows, client.org.namespace);
  const responses = await runComposite(
    client,
    batches.map(({ subrequest }) => subrequest),
  );
  const results = new Map<string, Attempted>();
  batches.forEach((batch, index) => {
    const response = responses[index];
    if (!response) throw new Error('Salesforce answered fewer subrequests than it was sent.');
    for (const [row, attempted] of readResults(batch, response)) {
      if (attempted.result.written) {
        attempted.result.repairs = repairs.filter(({ object }) => object === row.object);
      }
      results.set(rowName(row), attempted);
    }
  });
  return results;
}

function readResults(batch: Batch, response: Subresponse): [Row, Attempted][] {
  if (!response.ok) {
    const { failure } = response;
    return batch.rows.map((row) => [
      row,
      { result: { written: false, failure, row, consequence: false } },
    ]);
  }
  const results = resultShape.parse(response.body);
  return batch.rows.map((row, index) => [row, readResult(row, results[index])]);
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
  const prefix = `${namespace}__`;
  return (field) => (namespace && field.startsWith(prefix) ? field.slice(prefix.length) : field);
}
