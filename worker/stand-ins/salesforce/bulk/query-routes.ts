import type { Org } from '../org.ts';
import { bodyObject, type Handler } from '../rest/call.ts';
import { callerOf } from '../rest/sign-in.ts';
import { refuse, Refused } from '../records/refusal.ts';
import { compileTable } from '../soql/table.ts';
import { writeCsv } from './csv.ts';
import { listJobs, removeJob } from './any-job.ts';
import {
  DELIMITERS,
  LINE_ENDINGS,
  invalidJob,
  jobOf,
  readFormat,
  show,
  showNew,
  wantedState,
  wrongState,
} from './job.ts';

const MOST_RECORDS = 100_000;

export const createQuery: Handler = (call) => {
  const { org, caller, version } = call;
  const body = bodyObject(call);
  const { operation, query } = body;
  if (operation !== 'query' && operation !== 'queryAll') {
    throw invalidJob('operation must be query or queryAll');
  }
  if (typeof query !== 'string') throw invalidJob('A query job needs a query');
  const { object } = compileTable(org, caller, query, { version, withDeleted: false });
  const job = org.bulkJobs.create({
    kind: 'query',
    operation,
    object: object.name,
    query,
    ...readFormat(body),
    version,
    createdById: caller.userId,
    state: 'UploadComplete',
  });
  setImmediate(() => runQueryJob(org, job.id));
  return { status: 200, body: showNew(job) };
};

/** The result is as the records are when the job runs; the first row is the header. */
export function runQueryJob(org: Org, id: string): void {
  const job = org.bulkJobs.get(id);
  if (job?.state !== 'UploadComplete') return;
  const started = performance.now();
  try {
    const withDeleted = job.operation === 'queryAll';
    const { version } = job;
    const caller = callerOf(org, job.createdById);
    const found = compileTable(org, caller, job.query ?? '', { version, withDeleted });
    const rows = found.rows();
    org.bulkJobs.addResult(job, 0, { succeeded: [found.header, ...rows], failed: [] });
    const milliseconds = Math.ceil(performance.now() - started);
    org.bulkJobs.change(job, { state: 'JobComplete', processed: rows.length, milliseconds });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    org.bulkJobs.change(job, { state: 'Failed', errorMessage: error.message });
  }
}

export const listQueries: Handler = (call) => listJobs(call, 'query');

export const readQuery: Handler = (call, { id }) => ({
  status: 200,
  body: show(jobOf(call, 'query', id)),
});

export const changeQuery: Handler = (call, { id }) => {
  const job = jobOf(call, 'query', id);
  const wanted = wantedState(call.body());
  if (wanted !== 'Aborted' || !['UploadComplete', 'InProgress'].includes(job.state)) {
    throw wrongState(`A job that is ${job.state} cannot become ${String(wanted)}`);
  }
  return { status: 200, body: showNew(call.org.bulkJobs.change(job, { state: 'Aborted' })) };
};

export const deleteQuery: Handler = (call, { id }) => removeJob(call, jobOf(call, 'query', id));

/** One part of the result; the locator in its headers fetches the next, `null` says it was the last. */
export const queryResults: Handler = (call, { id }) => {
  const job = jobOf(call, 'query', id);
  if (job.state !== 'JobComplete') throw wrongState(`Job ${job.id} has no results: ${job.state}`);
  const [header = [], ...rows] = call.org.bulkJobs.results(job).succeeded;
  const start = readLocator(call.query.get('locator'));
  const most = Number(call.query.get('maxRecords') ?? MOST_RECORDS);
  if (!Number.isInteger(most) || most < 1) throw invalidJob('maxRecords must be a whole number');
  const part = rows.slice(start, start + most);
  const end = start + part.length;
  return {
    status: 200,
    text: writeCsv(
      [header, ...part],
      DELIMITERS[job.columnDelimiter],
      LINE_ENDINGS[job.lineEnding],
    ),
    headers: {
      'Content-Type': 'text/csv; charset=UTF-8',
      'Sforce-Locator': end < rows.length ? Buffer.from(String(end)).toString('base64url') : 'null',
      'Sforce-NumberOfRecords': String(part.length),
    },
  };
};

function readLocator(locator: string | null): number {
  if (locator === null || locator === 'null') return 0;
  const start = Number(Buffer.from(locator, 'base64url').toString('utf8'));
  if (Number.isInteger(start) && start > 0) return start;
  throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
