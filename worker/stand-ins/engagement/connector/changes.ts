import { createHash } from 'node:crypto';
import type { Cursor } from '../rows.ts';
import type { Salesforce, SalesforceRow } from './salesforce.ts';

interface Question {
  object: string;
  fields: string[];
  since: Cursor;
}

/**
 * What was touched since the cursor, oldest first. Stamps are whole seconds, so the cursor's own
 * second is read once more, and what had been read of it is left out.
 */
export async function readChanges(
  salesforce: Salesforce,
  { object, fields, since }: Question,
): Promise<{ touched: SalesforceRow[]; cursor: Cursor }> {
  const selected = [...new Set(['Id', 'IsDeleted', 'SystemModstamp', ...fields])].join(', ');
  const read = await salesforce.query(
    `SELECT ${selected} FROM ${object} WHERE SystemModstamp >= ${since.at} ` +
      'ORDER BY SystemModstamp ASC',
  );
  const seen = new Set(since.seen);
  const touched = read.filter((row) => !seen.has(fingerprint(row)));
  const newest = read.at(-1);
  if (!newest) return { touched, cursor: since };
  const at = toLiteral(newest.SystemModstamp);
  const ofThatSecond = read.filter((row) => toLiteral(row.SystemModstamp) === at);
  return { touched, cursor: { at, seen: ofThatSecond.map(fingerprint) } };
}

/** A time as SOQL takes it, in whole seconds. */
export function toLiteral(time: unknown): string {
  return `${new Date(String(time)).toISOString().slice(0, 19)}Z`;
}

function fingerprint(row: SalesforceRow): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64url');
}
