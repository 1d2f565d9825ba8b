import type { Call } from '../rest/call.ts';
import { isObject, rawNumber, type JsonObject } from '../records/json.ts';
import { notFound, refuse } from '../records/refusal.ts';

export const DELIMITERS = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
} as const;
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

export type State = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** One Bulk job as it is kept, whether it takes records in or hands them out. */
export interface Job {
  id: string;
  kind: 'ingest' | 'query';
  operation: string;
  object: string;
  externalIdFieldName?: string;
  query?: string;
  columnDelimiter: keyof typeof DELIMITERS;
  lineEnding: keyof typeof LINE_ENDINGS;
  /** `v66.0` */
  version: string;
  createdById: string;
  createdDate: string;
  systemModstamp: string;
  state: State;
  errorMessage?: string;
  processed: number;
  failed: number;
  milliseconds: number;
}

/** Reads what all jobs have in common. Throws INVALIDJOB for a format that does not exist. */
export function readFormat(body: JsonObject): Pick<Job, 'columnDelimiter' | 'lineEnding'> {
  const { columnDelimiter = 'COMMA', lineEnding = 'LF', contentType = 'CSV' } = body;
  if (contentType !== 'CSV') throw invalidJob(`contentType must be CSV`);
  if (!isKey(DELIMITERS, columnDelimiter)) {
    throw invalidJob(`columnDelimiter must be one of ${Object.keys(DELIMITERS).join(', ')}`);
  }
  if (!isKey(LINE_ENDINGS, lineEnding)) throw invalidJob('lineEnding must be LF or CRLF');
  return { columnDelimiter, lineEnding };
}

function isKey<Table extends object>(table: Table, key: unknown): key is keyof Table {
  return typeof key === 'string' && Object.hasOwn(table, key);
}

export function invalidJob(message: string): Error {
  return refuse('INVALIDJOB', `InvalidJob : ${message}`);
}

export function wrongState(message: string): Error {
  return refuse('INVALIDJOBSTATE', message);
}

/** The state a PATCH asks for. */
export function wantedState(body: unknown): unknown {
  return isObject(body as JsonObject) ? (body as JsonObject).state : undefined;
}

/** The job a URL names. Throws NOT_FOUND when there is none that the caller may see. */
export function jobOf({ org, caller }: Call, kind: Job['kind'], id = ''): Job {
  const job = org.bulkJobs.get(id);
  const isOwn = job?.createdById === caller.userId || caller.userId === org.residents.adminId;
  if (job?.kind !== kind || !isOwn) throw notFound();
  return job;
}

/** A job as its creation answers it. */
export function showNew(job: Job): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: job.createdDate.replace('Z', '+0000'),
    systemModstamp: job.systemModstamp.replace('Z', '+0000'),
    state: job.state,
    ...(job.externalIdFieldName && { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: rawNumber(job.version.slice(1)),
    ...(job.state === 'Open' && {
      contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`,
    }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
  };
}

/** A job as a poll answers it. */
export function show(job: Job): Record<string, unknown> {
  return {
    ...showNew(job),
    jobType: job.kind === 'ingest' ? 'V2Ingest' : 'V2Query',
    numberRecordsProcessed: job.processed,
    retries: 0,
    totalProcessingTime: job.milliseconds,
    ...(job.kind === 'ingest' && {
      numberRecordsFailed: job.failed,
      apiActiveProcessingTime: job.milliseconds,
      apexProcessingTime: 0,
    }),
    ...(job.errorMessage && { errorMessage: job.errorMessage }),
  };
}
