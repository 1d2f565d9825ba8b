import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import type { Call } from '../rest/call.ts';
import { badParameter } from './refusals.ts';

/** Throws 412 when the record has changed since the form was filled, as `If-Unmodified-Since` says. */
export function notModifiedSince(call: Call, row: Row): void {
  const header = call.header('if-unmodified-since');
  if (header === undefined) return;
  const since = Date.parse(header);
  if (Number.isNaN(since)) {
    throw badParameter(`The header If-Unmodified-Since holds no time: ${header}`);
  }
  const modified = Date.parse(textOf(row, 'LastModifiedDate') ?? '');
  if (modified <= since) return;
  throw refuse(
    'PRECONDITION_FAILED',
    'Your edits could not be saved, because somebody else changed this record after you opened it.',
    [],
    412,
  );
}
