import { rowName, type Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import { fingerprint } from '../../deliver/written.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { describeFailure, type Log } from '../../shared/log.ts';
import { findLeftIssues, findParkedRecords, type IssueStatus } from './find-issues.ts';
import { movedIssue, openIssue } from './issue-rows.ts';

/**
 * Makes the sync issues in Salesforce say what is put aside here. Only what changed is written.
 * @returns how many were
 */
export async function tellIssues(pool: Pool, client: SalesforceClient, log: Log): Promise<number> {
  const { id, namespace } = client.org;
  const told = await toldIssues(pool, id);
  const open = (await findParkedRecords(pool, id)).map((parked) => openIssue(parked, namespace));
  const left = await findLeftIssues(pool, id);
  const rows = [
    ...open.filter((row) => told.get(row.key) !== fingerprint(row)),
    ...left.map(({ recordKey, now }) => movedIssue(recordKey, now)),
  ];
  return writeIssues(pool, client, log, rows);
}

/** Writes issues and remembers those that Salesforce took; the others are tried at the next report. */
export async function writeIssues(
  pool: Pool,
  client: SalesforceClient,
  log: Log,
  rows: Row[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const results = await writeRows(client, rows, { kind: 'issue', ids: [] });
  const written = rows.filter((row) => results.get(rowName(row))?.written);
  for (const row of rows) {
    const result = results.get(rowName(row));
    if (result?.written === false) {
      const failure = describeFailure(result.failure);
      log.warn({ org: client.org.id, record: row.key, ...failure }, 'issue.refused');
    }
  }
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
  return written.length;
}

async function toldIssues(pool: Pool, org: string): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ key: string; fingerprint: string }>(
    'select record_key as key, fingerprint from cartbridge.issue where org_id = $1',
    [org],
  );
  return new Map(rows.map(({ key, fingerprint: mark }) => [key, mark]));
}
