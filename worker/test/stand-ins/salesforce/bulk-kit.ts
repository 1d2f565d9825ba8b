import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { curl } from './kit.ts';

export interface JobInfo {
  id: string;
  state: string;
  errorMessage?: string;
  numberRecordsProcessed: number;
  numberRecordsFailed: number;
}

const CSV = { 'content-type': 'text/csv' };

/** Opens an ingest job, uploads to it and closes it, as curl would. Answers its id. */
export async function ingest(org: LocalOrg, job: object, csv: string): Promise<string> {
  const opened = await curl(org, 'POST', 'jobs/ingest', job);
  const { id } = opened.json as JobInfo;
  const uploaded = await curl(org, 'PUT', `jobs/ingest/${id}/batches`, csv, CSV);
  if (uploaded.status !== 201) throw new Error(`The upload was refused: ${uploaded.text}`);
  await curl(org, 'PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
  return id;
}

export async function jobInfo(org: LocalOrg, kind: string, id: string): Promise<JobInfo> {
  return (await curl(org, 'GET', `jobs/${kind}/${id}`)).json as JobInfo;
}

/** Polls until the job has come to an end of whatever kind. */
export async function finished(org: LocalOrg, kind: string, id: string): Promise<JobInfo> {
  let info = await jobInfo(org, kind, id);
  await waitFor(
    async () => {
      info = await jobInfo(org, kind, id);
      return ['JobComplete', 'Failed', 'Aborted'].includes(info.state);
    },
    { what: `the end of ${kind} job ${id}`, timeoutMs: 10_000 },
  );
  return info;
}

export async function resultFile(org: LocalOrg, id: string, name: string): Promise<string> {
  return (await curl(org, 'GET', `jobs/ingest/${id}/${name}`)).text;
}
