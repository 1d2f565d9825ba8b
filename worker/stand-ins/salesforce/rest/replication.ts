import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { canRead } from '../records/sharing.ts';
import { objectOf, type Call, type Handler } from './call.ts';

const MINUTE_MS = 60 * 1000;
const MOST_DAYS = 30;

/** The ids of records that came or changed within a span of time and are still there. */
export const updatedRecords: Handler = (call, { object: name }) => {
  const { end, rows } = changedRows(call, name);
  const ids = rows.filter((row) => row.IsDeleted !== true).map((row) => row.Id);
  return { status: 200, body: { ids, latestDateCovered: show(end) } };
};

/** The records that were deleted within a span of time. */
export const deletedRecords: Handler = (call, { object: name }) => {
  const { end, rows } = changedRows(call, name);
  const deletedRecords = rows
    .filter((row) => row.IsDeleted === true)
    .map((row) => ({ deletedDate: show(timeOf(row)), id: row.Id }));
  const earliest = Math.min(...deletedTimes(call, name), end);
  const body = {
    deletedRecords,
    earliestDateAvailable: show(earliest),
    latestDateCovered: show(end),
  };
  return { status: 200, body };
};

function changedRows(call: Call, name = '') {
  const object = objectOf(call, name);
  const [start, end] = [readTime(call, 'start'), readTime(call, 'end')];
  const now = call.org.clock.now().getTime();
  if (end - start < MINUTE_MS) {
    const message = 'end date must be at least one minute greater than the start date';
    throw refuse('INVALID_REPLICATION_DATE', message);
  }
  if (now - start > MOST_DAYS * 24 * 60 * MINUTE_MS) {
    throw refuse(
      'INVALID_REPLICATION_DATE',
      `start date must be within the last ${MOST_DAYS} days`,
    );
  }
  const rows = call.org.database
    .table(object)
    .all()
    .filter((row) => timeOf(row) >= start && timeOf(row) < end)
    .filter((row) => canRead(call.org, call.caller, object, row));
  return { end: Math.min(end, now), rows };
}

function deletedTimes(call: Call, name = ''): number[] {
  const rows = call.org.database.table(objectOf(call, name)).all();
  return rows.filter((row) => row.IsDeleted === true).map(timeOf);
}

function timeOf(row: Row): number {
  return Date.parse(textOf(row, 'SystemModstamp') ?? '');
}

/** The platform does not look at the seconds. */
function readTime({ query }: Call, name: 'start' | 'end'): number {
  // A plus sign that nobody encoded arrives as a blank.
  const text = (query.get(name) ?? '').replace(' ', '+');
  const time = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!text.includes('T') || Number.isNaN(time)) {
    throw refuse('INVALID_FIELD', `${name} must be a time such as 2026-05-20T10:00:00Z`);
  }
  return Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

function show(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}
