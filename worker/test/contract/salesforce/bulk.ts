import { expect } from 'vitest';
import { waitFor } from '../../kit/wait-for.ts';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

/** A real org works on a small job within seconds, sometimes within a minute. */
const PATIENCE = { what: 'the job to end', timeoutMs: 120_000, everyMs: 500 };
const CSV = { 'content-type': 'text/csv' };

const stateOf = (json: unknown): string => (json as { state: string }).state;
const isOver = (state: string): boolean => ['JobComplete', 'Failed', 'Aborted'].includes(state);

async function jobEnds({ call }: OrgSite, path: string): Promise<unknown> {
  let job: unknown;
  const look = async (): Promise<boolean> => {
    job = (await call('GET', path)).json;
    return isOver(stateOf(job));
  };
  await waitFor(look, PATIENCE);
  return job;
}

async function openJob({ call }: OrgSite): Promise<string> {
  const { status, json } = await call('POST', 'jobs/ingest', {
    ...{ object: 'Lead', operation: 'insert', lineEnding: 'LF' },
  });
  expect(status).toBe(200);
  const { id } = json as { id: string };
  expect(json).toMatchObject({
    ...{ state: 'Open', object: 'Lead', operation: 'insert', apiVersion: 66 },
    contentUrl: `services/data/v66.0/jobs/ingest/${id}/batches`,
  });
  return id;
}

export const bulk: Expectation<OrgSite>[] = [
  {
    holds: 'works on an ingest job from Open to JobComplete, with good and failed rows apart',
    async check(org) {
      const path = `jobs/ingest/${await openJob(org)}`;
      const csv = `LastName,Company\n${org.mark},${org.mark}\n,${org.mark}\n`;
      expect((await org.call('PUT', `${path}/batches`, csv, CSV)).status).toBe(201);
      const closed = await org.call('PATCH', path, { state: 'UploadComplete' });
      expect(closed).toMatchObject({ status: 200, json: { state: 'UploadComplete' } });
      expect(await jobEnds(org, path)).toMatchObject({
        ...{ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 },
      });
      const good = await org.call('GET', `${path}/successfulResults`);
      expect(good.text).toMatch(/^"sf__Id","sf__Created",/);
      expect(good.text).toMatch(/\n"00Q\w{15}","true",/);
      const bad = await org.call('GET', `${path}/failedResults`);
      expect(bad.text).toMatch(/^"sf__Id","sf__Error",/);
      expect(bad.text).toContain('REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]');
    },
  },
  {
    holds: 'forgets an ingest job that is aborted and deleted',
    async check(org) {
      const path = `jobs/ingest/${await openJob(org)}`;
      const aborted = await org.call('PATCH', path, { state: 'Aborted' });
      expect(aborted).toMatchObject({ status: 200, json: { state: 'Aborted' } });
      expect((await org.call('DELETE', path)).status).toBe(204);
      expect((await org.call('GET', path)).status).toBe(404);
    },
  },
  {
    holds: 'writes the records of a query job as CSV, with a locator until the end',
    async check(org) {
      await org.create('Lead', { LastName: org.mark, Company: org.mark });
      const soql = `SELECT LastName FROM Lead WHERE LastName = '${org.mark}'`;
      const made = await org.call('POST', 'jobs/query', { operation: 'query', query: soql });
      const path = `jobs/query/${(made.json as { id: string }).id}`;
      expect(made).toMatchObject({ status: 200, json: { state: 'UploadComplete' } });
      expect(await jobEnds(org, path)).toMatchObject({ state: 'JobComplete' });
      const { text, headers } = await org.call('GET', `${path}/results`);
      expect(text).toBe(`"LastName"\n"${org.mark}"\n`);
      expect(headers.get('sforce-locator')).toBe('null');
      expect(headers.get('sforce-numberofrecords')).toBe('1');
      expect((await org.call('DELETE', path)).status).toBe(204);
    },
  },
];
