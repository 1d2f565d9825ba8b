import { originOf } from '../events/origin.ts';
import type { Caller, Org } from '../org.ts';
import { Refused, refuse, type Refusal } from '../records/refusal.ts';
import { callerOf } from '../rest/sign-in.ts';
import { CsvError, parseCsv } from './csv.ts';
import { readCells, readHeader, type UploadColumn } from './header.ts';
import { DELIMITERS, type Job } from './job.ts';
import type { SliceResult } from './jobs.ts';
import { takeKey, workRow, type RowContext, type Worked } from './work-row.ts';

/** As many rows as the platform saves in one go. */
const SLICE = 200;

interface Plan extends RowContext {
  columns: UploadColumn[];
  rows: string[][];
}

/** Works on a closed upload slice by slice, in between letting the org answer others. */
export function runIngest(org: Org, id: string): void {
  let plan: Plan | undefined;
  const step = (): void => {
    const job = org.bulkJobs.get(id);
    // Aborted or deleted in the meantime, or the org was reset.
    if (job?.state !== 'UploadComplete' && job?.state !== 'InProgress') return;
    const started = performance.now();
    try {
      // A deployment in between makes the schema anew.
      if (plan?.object !== org.schema.object(job.object)) plan = undefined;
      plan ??= prepare(org, job);
      const done = inItsName(plan, job, workSlice);
      const milliseconds = Math.ceil(job.milliseconds + performance.now() - started);
      org.bulkJobs.change(job, { ...done, milliseconds });
      setImmediate(step);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const [refusal] = error.refusals;
      const errorMessage = `${refusal?.code ?? ''} : ${refusal?.message ?? ''}`;
      org.bulkJobs.change(job, { state: 'Failed', errorMessage });
    }
  };
  setImmediate(step);
}

/** Reads the upload as far as it concerns all rows. Throws what fails the whole job. */
function prepare(org: Org, job: Job): Plan {
  const { lineEnding, operation } = job;
  const text = org.bulkJobs.uploaded(job) ?? '';
  const hasCrLf = /^[^\n]*\r\n/.test(text);
  if (text.includes('\n') && hasCrLf !== (lineEnding === 'CRLF')) {
    const message = `LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
    throw refuse('ClientInputError', message);
  }
  const [header = [], ...rows] = uploadedRows(org, job);
  if (header.length === 0) throw refuse('InvalidBatch', 'The upload has no header row');
  const caller: Caller = callerOf(org, job.createdById);
  const object = org.schema.object(job.object);
  if (!object) throw refuse('InvalidEntity', `Unable to find object: ${job.object}`);
  const key = org.schema.field(object, job.externalIdFieldName ?? '');
  const columns = readHeader({ org, caller }, object, header);
  if (operation === 'delete' && columns.some(({ field }) => field.type !== 'id')) {
    throw refuse('InvalidBatch', 'The upload of a delete job has one column, Id');
  }
  return { org, caller, object, operation, columns, rows, ...(key && { key }) };
}

/** All rows of the upload, the header first. Throws InvalidBatch when it is no CSV. */
export function uploadedRows(org: Org, job: Job): string[][] {
  try {
    return parseCsv(org.bulkJobs.uploaded(job) ?? '', DELIMITERS[job.columnDelimiter]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse('InvalidBatch', error.message);
  }
}

function workSlice(plan: Plan, job: Job): Partial<Job> {
  if (job.processed >= plan.rows.length) return { state: 'JobComplete' };
  const rows = plan.rows.slice(job.processed, job.processed + SLICE);
  const result: SliceResult = { succeeded: [], failed: [] };
  const drafts = rows.map((cells) => attempt(() => readRow(plan, cells)));
  const keys = drafts.map((draft) => (draft instanceof Refused ? null : draft.key));
  for (const [place, cells] of rows.entries()) {
    const read = drafts[place];
    if (!read) continue;
    const worked =
      read instanceof Refused
        ? read
        : attempt(() => {
            refuseRepeated(plan, keys, read.key);
            return workRow(plan, read.draft, read.key);
          });
    if (worked instanceof Refused) result.failed.push(failedRow(worked, cells));
    else result.succeeded.push(succeededRow(worked, cells));
  }
  plan.org.bulkJobs.addResult(job, Math.floor(job.processed / SLICE), result);
  const processed = job.processed + rows.length;
  const failed = job.failed + result.failed.length;
  return {
    processed,
    failed,
    state: processed < plan.rows.length ? 'InProgress' : 'JobComplete',
  };
}

/** A slice is one transaction of the user who made the job. */
function inItsName<Result>(plan: Plan, job: Job, work: (plan: Plan, job: Job) => Result): Result {
  const { database } = plan.org;
  const origin = originOf('bulk', job.version);
  return database.as({ userId: job.createdById, origin }, () =>
    database.transaction(() => work(plan, job)),
  );
}

function readRow(plan: Plan, cells: string[]) {
  if (cells.length !== plan.columns.length) {
    const message = `The row has ${cells.length} cells, the header ${plan.columns.length}`;
    throw refuse('INVALID_CSV_ROW', message, []);
  }
  const draft = readCells(plan.columns, cells);
  return { draft, key: takeKey(plan, draft) };
}

function refuseRepeated({ operation }: Plan, keys: (string | null)[], key: string | null): void {
  if (key === null || keys.indexOf(key) === keys.lastIndexOf(key)) return;
  const what = operation === 'upsert' ? 'external id' : 'id';
  throw refuse('DUPLICATE_VALUE', `Duplicate ${what} specified: ${key}`, []);
}

function attempt<Result>(work: () => Result): Result | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function succeededRow({ id, created }: Worked, cells: string[]): string[] {
  return [id, String(created), ...cells];
}

function failedRow({ refusals }: Refused, cells: string[]): string[] {
  return ['', refusals.map(errorText).join(';'), ...cells];
}

/** `CODE:message:Field1 Field2 --` */
function errorText({ code, message, fields = [] }: Refusal): string {
  return `${code}:${message}:${[...fields, '--'].join(' ')}`;
}
