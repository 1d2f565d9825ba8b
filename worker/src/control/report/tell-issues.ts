import { listPaused } from '../../deliver/paused-fields.ts';
import { rowName, type Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeRows, type RowResult } from '../../deliver/write-rows.ts';
import { fingerprint } from '../../deliver/written.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { findLeftIssues, findParkedRecords, type IssueStatus } from './find-issues.ts';
import { movedIssue, openIssue } from './issue-rows.ts';
import { pausedIssue } from './paused-issues.ts';

/**
 * Makes the sync issues in Salesforce say what is put aside here. Only what changed is written.
 */
export async function tellIssues(pool: Pool, client: SalesforceClient, log: Log): Promise<void> {
  const { id, namespace } = client.org;
  const told = await toldIssues(pool, id);
  const open = [
    ...(await findParkedRecords(pool, id)).map((parked) => openIssue(parked, namespace)),
    ...(await listPaused(pool, id)).map(pausedIssue),
  ];
  const left = await findLeftIssues(pool, id);
  const rows = [
    ...open.filter((row) => told.get(row.key) !== fingerprint(row)),
    ...left.map(({ recordKey, now }) => movedIssue(recordKey, now)),
  ];
  await writeIssues(pool, client, log, rows);
}

/**
 * Writes issues and remembers those that Salesforce took; the others are tried at the next report.
 * @returns those that were written
 */
export async function writeIssues(
  pool: Pool,
  client: SalesforceClient,
  log: Log,
  rows: Row[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const results = await writeRows(client, rows, { kind: 'issue', ids: [] });
  const written = rows.filter((row) => results.get(rowName(row))?.written);
  logRefusals(client, log, results);
  await pool.query(
    `insert into cartbridge.issue (org_id, record_key, status, fingerprint)
     select $1, record_key, status, fingerprint
     from unnest($2::text[], $3::text[], $4::text[]) as told (record_key, status, fingerprint)
     on conflict (org_id, record_key) do update
       set status = excluded.status, fingerprint = excluded.fingerprint`,
    [
      client.org.id,
      written.map(({ key }) => key),
      written.map(({ fields }) => fields.Status__c as IssueStatus),
      written.map(fingerprint),
    ],
  );
  // What is over is never compared again: should the record fail once more, its issue is told anew.
  await pool.query(
    `delete from cartbridge.issue where org_id = $1 and status in ('Solved', 'Ignored')`,
    [client.org.id],
  );
  return written;
}

/** In one line: where the object is missing, every issue is refused at every report. */
function logRefusals({ org }: SalesforceClient, log: Log, results: Map<string, RowResult>): void {
  const refused = [...results.values()].filter((result) => !result.written);
  const [first] = refused;
  if (!first) return;
  const { row, failure } = first;
  const records = refused.length;
  log.warn({ org: org.id, records, first: row.key, ...describeFailure(failure) }, 'issue.refused');
}

async function toldIssues(pool: Pool, org: string): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ key: string; fingerprint: string }>(
    'select record_key as key, fingerprint from cartbridge.issue where org_id = $1',
    [org],
  );
  return new Map(rows.map(({ key, fingerprint: mark }) => [key, mark]));
}
