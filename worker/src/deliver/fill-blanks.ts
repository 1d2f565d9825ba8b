import type { Pool } from '../shared/database/pool.ts';
import { pauseMissing, rests, withoutPaused, type FieldNames } from './paused-fields.ts';
import { rowName, withFields, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { withNamespace } from './salesforce/namespace.ts';
import { list, queryAll } from './salesforce/query.ts';
import { asFailure } from '../shared/failure.ts';
import type { Written } from './written.ts';

/** Longest list of one query, lest its address grows longer than Salesforce reads. */
const MOST_A_QUERY = 200;

/** A question about records of one object. */
interface Question {
  object: string;
  rows: Row[];
  /** `Id`, or the external id they are found by. */
  by: string;
}

/**
 * Leaves out of each row what is only to be said where Salesforce has nothing, and it has something.
 * Five questions to an API call, one for each object and 200 records; none where no row has such
 * fields or its record is being made.
 * @param before what is remembered of the rows: whose id is known is asked for by it
 * @returns the rows, and the fields that were found gone on the way
 */
export async function fillBlanks(
  pool: Pool,
  client: SalesforceClient,
  rows: Row[],
  before: Map<string, Written>,
): Promise<{ rows: Row[]; paused: FieldNames }> {
  const asking = rows.filter(({ ifBlank = [], isNew }) => ifBlank.length > 0 && !isNew);
  if (asking.length === 0) return { rows, paused: new Set() };
  try {
    const filled = await askFilled(client, questionsOf(asking, before), before);
    return {
      rows: rows.map((row) => withoutFilled(row, filled.get(rowName(row)))),
      paused: new Set(),
    };
  } catch (error) {
    const failure = asFailure(error);
    if (failure.kind !== 'salesforce_setup') throw failure;
    // A field that cannot be asked for cannot be written either; what is left is asked again.
    const paused = await pauseMissing(pool, client, asking);
    if (paused.size === 0) throw failure;
    const rest = rows.map((row) =>
      rests(row, paused) ? { ...row, ifBlank: [] } : withoutPaused(row, paused),
    );
    const again = await fillBlanks(pool, client, rest, before);
    return { rows: again.rows, paused: new Set([...paused, ...again.paused]) };
  }
}

function questionsOf(rows: Row[], before: Map<string, Written>): Question[] {
  const questions = new Map<string, Question[]>();
  for (const row of rows) {
    const { object } = row;
    const by = idOf(row, before) !== undefined || 'id' in row.target ? 'Id' : row.target.field;
    const name = `${object} ${by}`;
    const asked = questions.get(name) ?? [];
    const last = asked.at(-1);
    if (last && last.rows.length < MOST_A_QUERY) last.rows.push(row);
    else asked.push({ object, by, rows: [row] });
    questions.set(name, asked);
  }
  return [...questions.values()].flat();
}

/** Fields that have a value in Salesforce, by row name. */
async function askFilled(
  client: SalesforceClient,
  questions: Question[],
  before: Map<string, Written>,
): Promise<Map<string, Set<string>>> {
  const { namespace } = client.org;
  const answers = await queryAll(
    client,
    questions.map(({ object, by, rows }) => {
      const fields = [...new Set(rows.flatMap(({ ifBlank = [] }) => ifBlank))];
      const keys = rows.map((row) => keyOf(row, before));
      const named = (name: string): string => withNamespace(namespace, name, object);
      return (
        `SELECT ${[...new Set([by, ...fields])].map(named).join(', ')} ` +
        `FROM ${withNamespace(namespace, object)} WHERE ${named(by)} IN ${list(keys)}`
      );
    }),
  );
  const filled = new Map<string, Set<string>>();
  questions.forEach(({ object, by, rows }, index) => {
    const named = (name: string): string => withNamespace(namespace, name, object);
    const found = new Map(
      (answers[index] ?? []).map((record) => [String(record[named(by)]), record]),
    );
    for (const row of rows) {
      const record = found.get(keyOf(row, before));
      const fields = (row.ifBlank ?? []).filter((field) => !isBlank(record?.[named(field)]));
      filled.set(rowName(row), new Set(fields));
    }
  });
  return filled;
}

function idOf(row: Row, before: Map<string, Written>): string | undefined {
  return 'id' in row.target ? row.target.id : before.get(rowName(row))?.salesforceId;
}

function keyOf(row: Row, before: Map<string, Written>): string {
  return idOf(row, before) ?? ('id' in row.target ? row.target.id : row.target.value);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function withoutFilled(row: Row, filled: Set<string> | undefined): Row {
  if (!filled || filled.size === 0) return row;
  const keep = (field: string): boolean => !filled.has(field);
  return { ...withFields(row, keep), ifBlank: row.ifBlank?.filter(keep) ?? [] };
}
