import { transaction, type Pool } from '../shared/database/pool.ts';
import type { Failure } from '../shared/failure.ts';
import type { RecordKey } from '../shared/ids.ts';
import { COLLECTION_ROWS } from './batches.ts';
import { rowFailure } from './refusal.ts';
import { resultShape } from './row-result.ts';
import { rowName, type Unit } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { runComposite, type Subresponse } from './salesforce/composite.ts';
import { findGoneLines, forgetWritten, type Line } from './written.ts';

/**
 * Deletes the order and cart lines that the shop took away. Only units that still have lines say
 * anything about lines; a cart that was bought or deleted keeps what it held.
 */
export async function removeGoneLines(
  pool: Pool,
  client: SalesforceClient,
  units: Unit[],
): Promise<Map<RecordKey, Failure>> {
  const failed = new Map<RecordKey, Failure>();
  const parents = units.filter((unit) => unit.rows.some(({ parentKey }) => parentKey === unit.key));
  const present = new Set(
    parents.flatMap(({ rows, kept = [] }) => [...rows.map(rowName), ...kept]),
  );
  const keys = parents.map(({ key }) => key);
  const gone = keys.length > 0 ? await findGoneLines(pool, client.org.id, keys, present) : [];
  for (let start = 0; start < gone.length; start += COLLECTION_ROWS) {
    const some = gone.slice(start, start + COLLECTION_ROWS);
    const ids = some.map(({ salesforceId }) => salesforceId).join(',');
    const [response] = await runComposite(client, [
      { method: 'DELETE', path: `/composite/sobjects?ids=${ids}&allOrNone=false` },
    ]);
    if (!response) continue;
    const refused = some.map((line, index) => refusalOf(line, response, index));
    some.forEach(({ parentKey }, index) => {
      const failure = refused[index];
      if (failure) failed.set(parentKey as RecordKey, failure);
    });
    const over = some.filter((_, index) => !refused[index]);
    await transaction(pool, (db) => forgetWritten(db, client.org.id, over));
  }
  return failed;
}

function refusalOf(line: Line, response: Subresponse, index: number): Failure | undefined {
  if (!response.ok) return response.failure;
  const answer = resultShape.parse(response.body)[index];
  const error = answer?.errors[0];
  // Gone already is what was wanted.
  if (!error || error.statusCode === 'ENTITY_IS_DELETED') return undefined;
  return rowFailure(line, error);
}
