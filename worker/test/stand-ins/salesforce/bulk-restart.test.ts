import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, ingest, jobInfo, resultFile } from './bulk-kit.ts';
import { curl, startOrg } from './kit.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  file = join(folder, 'org.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const insertLeads = { object: 'Lead', operation: 'insert' };

it('jobs and their results survive a restart', async () => {
  const first = await startOrg({ file });
  const id = await ingest(first, insertLeads, 'LastName,Company\nA,B\n');
  await finished(first, 'ingest', id);
  await first.close();
  const second = await startOrg({ file });
  expect(await jobInfo(second, 'ingest', id)).toMatchObject({ state: 'JobComplete' });
  expect(await resultFile(second, id, 'successfulResults')).toContain('"true","A","B"');
  expect(second.query('SELECT Id FROM Lead')).toHaveLength(1);
  await second.close();
});

it('an interrupted job goes on where it stopped, and does no row twice', async () => {
  const first = await startOrg({ file });
  const rows = Array.from({ length: 10_000 }, (_, n) => `L${n},Acme`).join('\n');
  const id = await ingest(first, insertLeads, `LastName,Company\n${rows}\n`);
  expect((await jobInfo(first, 'ingest', id)).state).toBe('InProgress');
  await first.close();
  const second = await startOrg({ file });
  expect(await finished(second, 'ingest', id)).toMatchObject({ numberRecordsProcessed: 10_000 });
  expect(
    second.query('SELECT COUNT_DISTINCT(LastName) names, COUNT(Id) n FROM Lead'),
  ).toMatchObject([{ names: 10_000, n: 10_000 }]);
  await second.close();
});

it('a reset forgets the jobs, those at work included', async () => {
  const org = await startOrg();
  const rows = Array.from({ length: 10_000 }, (_, n) => `L${n},Acme`).join('\n');
  const id = await ingest(org, insertLeads, `LastName,Company\n${rows}\n`);
  org.reset();
  expect((await curl(org, 'GET', `jobs/ingest/${id}`)).status).toBe(404);
  expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  await org.close();
});
