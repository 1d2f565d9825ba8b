import { isObject, type JsonObject, type JsonValue } from '../records/json.ts';
import { Refused, refuse } from '../records/refusal.ts';
import type { ObjectType } from '../schema/model.ts';
import { rowErrors } from './answers.ts';
import type { Answer, Call } from './call.ts';

const MOST_ROWS = 200;
const MOST_CHUNKS = 10;

export interface RowResult {
  id?: string;
  success: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
  created?: boolean;
}

/** Does the work of one row; what it throws becomes that row's errors. */
export type RowWork = () => { id: string; created?: boolean; errors?: RowResult['errors'] };

/** The rows of a collection request. Throws when there are none, or more than one call may carry. */
export function readRows(rows: JsonValue | undefined): JsonObject[] {
  if (!Array.isArray(rows)) {
    throw refuse('JSON_PARSER_ERROR', 'The request needs a list named records');
  }
  checkCount(rows.length);
  return rows.map((row) => {
    if (!isObject(row)) throw refuse('JSON_PARSER_ERROR', 'Every record must be a JSON object');
    return row;
  });
}

export function checkCount(count: number): void {
  if (count <= MOST_ROWS) return;
  throw refuse(
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${MOST_ROWS} records into this call`,
  );
}

/** Neighbours of one type are worked on together; a request may consist of ten such chunks. */
export function checkChunks(types: ObjectType[]): void {
  const chunks = types.filter((type, place) => type !== types[place - 1]);
  if (chunks.length <= MOST_CHUNKS) return;
  throw refuse(
    'LIMIT_EXCEEDED',
    `Cannot have more than ${MOST_CHUNKS} chunks in a single operation. Please rearrange the data ` +
      `to reduce chunking. The chunks are: ${chunks.map((type) => type.name).join(', ')}`,
  );
}

/** Works row by row, and takes all back when one failed and the request wants all or none. */
export function workThrough(call: Call, allOrNone: boolean, rows: RowWork[]): Answer {
  const strict = allOrNone || call.allOrNone;
  const results = call.org.database.transaction(
    () => rows.map((row) => attempt(row)),
    (all) => !strict || all.every((result) => result.success),
  );
  const failed = results.some((result) => !result.success);
  return { status: 200, body: strict && failed ? results.map(rolledBack) : results };
}

function attempt(row: RowWork): RowResult {
  try {
    const { id, created, errors = [] } = row();
    return { id, success: true, errors, ...(created !== undefined && { created }) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { success: false, errors: rowErrors(error.refusals) };
  }
}

function rolledBack(result: RowResult): RowResult {
  if (!result.success) return result;
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header';
  const statusCode = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
  return { success: false, errors: [{ statusCode, message, fields: [] }] };
}
