import { bodyObject, type Answer, type Call, type Handler } from '../rest/call.ts';
import { Refused, refuse } from '../records/refusal.ts';
import { writeCsv } from './csv.ts';
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
  type Job,
} from './job.ts';
import { listJobs, removeJob } from './any-job.ts';
import { runIngest, uploadedRows } from './run-ingest.ts';

const OPERATIONS = ['insert', 'update', 'upsert', 'delete'];

export const createIngest: Handler = (call) => {
  const { org, caller } = call;
  const body = bodyObject(call);
  const { operation, object: name, externalIdFieldName } = body;
  if (operation === 'hardDelete') {
    const message =
      'hardDelete operation requires special user profile permission, please contact your system ' +
      'administrator';
    throw refuse('FEATURENOTENABLED', message);
  }
  if (typeof operation !== 'string' || !OPERATIONS.includes(operation)) {
    throw invalidJob(`operation must be one of ${OPERATIONS.join(', ')}`);
  }
  const object = typeof name === 'string' ? org.schema.object(name) : undefined;
  if (!object || !caller.rights.may('read', object)) {
    throw refuse('INVALIDENTITY', `Unable to find object: ${typeof name === 'string' ? name : ''}`);
  }
  let key: string | undefined;
  if (operation === 'upsert') {
    if (typeof externalIdFieldName !== 'string') {
      throw invalidJob('An upsert needs externalIdFieldName');
    }
    const field = org.schema.field(object, externalIdFieldName);
    if (!field || !(field.externalId || field.idLookup || field.type === 'id')) {
      throw invalidJob(
        `Field name provided, ${externalIdFieldName} does not match an External ID, Salesforce ` +
          `Id, or indexed field for ${object.name}`,
      );
    }
    key = field.name;
  }
  const job = org.bulkJobs.create({
    kind: 'ingest',
    operation,
    object: object.name,
    ...(key && { externalIdFieldName: key }),
    ...readFormat(body),
    version: call.version,
    createdById: caller.userId,
    state: 'Open',
  });
  return { status: 200, body: showNew(job) };
};

export const listIngest: Handler = (call) => listJobs(call, 'ingest');

export const readIngest: Handler = (call, { id }) => ({
  status: 200,
  body: show(jobOf(call, 'ingest', id)),
});

export const upload: Handler = (call, { id }) => {
  const job = jobOf(call, 'ingest', id);
  if (!/^text\/csv\b/i.test(call.header('content-type') ?? '')) {
    throw refuse('UNSUPPORTED_MEDIA_TYPE', 'The upload must be of type text/csv');
  }
  if (job.state !== 'Open') throw wrongState(`Job ${job.id} is not open: it is ${job.state}`);
  if (call.org.bulkJobs.uploaded(job) !== undefined) {
    const message =
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the ` +
      "current Job then create a new Job and make sure you only do 'PUT' once on a given Job.";
    throw refuse('CLIENTINPUTERROR', message);
  }
  call.org.bulkJobs.upload(job, call.text);
  return { status: 201 };
};

export const changeIngest: Handler = (call, { id }) => {
  const job = jobOf(call, 'ingest', id);
  const wanted = wantedState(call.body());
  if (wanted === 'UploadComplete' && job.state === 'Open') {
    const closed = call.org.bulkJobs.change(job, { state: 'UploadComplete' });
    runIngest(call.org, job.id);
    return { status: 200, body: showNew(closed) };
  }
  const isAbortable = ['Open', 'UploadComplete', 'InProgress'].includes(job.state);
  if (wanted === 'Aborted' && isAbortable) {
    const aborted = call.org.bulkJobs.change(job, { state: 'Aborted' });
    return { status: 200, body: showNew(aborted) };
  }
  throw wrongState(`A job that is ${job.state} cannot become ${String(wanted)}`);
};

export const deleteIngest: Handler = (call, { id }) => removeJob(call, jobOf(call, 'ingest', id));

export const successfulResults: Handler = (call, { id }) => {
  const job = jobOf(call, 'ingest', id);
  const { succeeded } = call.org.bulkJobs.results(job);
  return results(job, [['sf__Id', 'sf__Created', ...header(call, job)], ...succeeded]);
};

export const failedResults: Handler = (call, { id }) => {
  const job = jobOf(call, 'ingest', id);
  const { failed } = call.org.bulkJobs.results(job);
  return results(job, [['sf__Id', 'sf__Error', ...header(call, job)], ...failed]);
};

export const unprocessedRecords: Handler = (call, { id }) => {
  const job = jobOf(call, 'ingest', id);
  const [names = [], ...rows] = safeRows(call, job);
  return results(job, [names, ...rows.slice(job.processed)]);
};

function header(call: Call, job: Job): string[] {
  return safeRows(call, job)[0] ?? [];
}

/** Of an upload that is no CSV there is nothing to show. */
function safeRows({ org }: Call, job: Job): string[][] {
  try {
    return uploadedRows(org, job);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

function results({ columnDelimiter, lineEnding }: Job, rows: string[][]): Answer {
  const text = writeCsv(rows, DELIMITERS[columnDelimiter], LINE_ENDINGS[lineEnding]);
  return { status: 200, text, headers: { 'Content-Type': 'text/csv; charset=UTF-8' } };
}
