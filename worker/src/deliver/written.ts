import { createHash } from 'node:crypto';
import type { Client, Queryable } from '../shared/database/pool.ts';
import type { OrgId, SalesforceId } from '../shared/ids.ts';
import { rowName, type Row } from './row.ts';

export interface Written {
  salesforceId: SalesforceId;
  fingerprint: string;
}

/**
 * A digest of what a row says at every write; equal digests need no write. What is only said where
 * Salesforce has nothing stands behind it by itself: see `saysMore`.
 */
export function fingerprint(row: Row): string {
  const blanks = new Set(row.ifBlank);
  const isAlways = ([field]: [string, unknown]): boolean => !blanks.has(field);
  const said = [Object.entries(row.fields), Object.entries(names(row))];
  const always = digest(said.map((entries) => entries.filter(isAlways)));
  if (blanks.size === 0) return always;
  return `${always}~${digest(said.map((entries) => entries.filter((one) => !isAlways(one))))}`;
}

/** Whether a row says more than it did, beyond what Salesforce may have already. */
export function saysMore(before: string | undefined, now: string): boolean {
  return before?.split('~')[0] !== now.split('~')[0];
}

function digest(parts: [string, unknown][][]): string {
  const sorted = parts.map((entries) => entries.sort(([a], [b]) => a.localeCompare(b)));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}

function names({ references }: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(references).map(([field, { name }]) => [field, name]));
}

/** What Salesforce already holds of these rows, by row name. */
export async function findWritten(
  db: Queryable,
  org: OrgId,
  rows: Pick<Row, 'object' | 'key'>[],
): Promise<Map<string, Written>> {
  const found = await db.query<Written & { object: string; key: string }>(
    `select object, external_id as key, salesforce_id as "salesforceId", fingerprint
     from cartbridge.written
     join unnest($2::text[], $3::text[]) as wanted (object, external_id) using (object, external_id)
     where org_id = $1`,
    [org, rows.map(({ object }) => object), rows.map(({ key }) => key)],
  );
  return new Map(found.rows.map((row) => [rowName(row), row]));
}

/** A row as Salesforce took it, and what it came about by. */
export interface Remembered {
  row: Row;
  salesforceId: SalesforceId;
  fingerprint: string;
  event: { scope: string; receivedAt: Date } | null;
}

export async function rememberWritten(
  client: Client,
  org: OrgId,
  rows: Remembered[],
): Promise<void> {
  await client.query(
    `insert into cartbridge.written
       (org_id, object, external_id, salesforce_id, fingerprint, parent_key, mapping_version,
        written_at, event_scope, event_received_at, source)
     select $1, object, external_id, salesforce_id, fingerprint, parent_key, mapping_version,
            now(), event_scope, event_received_at, source
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[],
                 $8::text[], $9::timestamptz[], $10::json[])
       as row (object, external_id, salesforce_id, fingerprint, parent_key, mapping_version,
               event_scope, event_received_at, source)
     on conflict (org_id, object, external_id) do update
       set salesforce_id = excluded.salesforce_id, fingerprint = excluded.fingerprint,
           parent_key = excluded.parent_key, mapping_version = excluded.mapping_version,
           written_at = excluded.written_at, event_scope = excluded.event_scope,
           event_received_at = excluded.event_received_at, source = excluded.source`,
    [
      org,
      rows.map(({ row }) => row.object),
      rows.map(({ row }) => row.key),
      rows.map(({ salesforceId }) => salesforceId),
      rows.map((one) => one.fingerprint),
      rows.map(({ row }) => row.parentKey ?? null),
      rows.map(({ row }) => row.stamp ?? null),
      rows.map(({ event }) => event?.scope ?? null),
      rows.map(({ event }) => event?.receivedAt ?? null),
      rows.map(({ row }) => keptSource(row)),
    ],
  );
}

function keptSource({ source, isLineSource }: Row): string | null {
  return source === undefined || isLineSource === true ? null : JSON.stringify(source);
}

/** Keeps that rows were compared and needed no write. */
export async function rememberCompared(
  db: Queryable,
  org: OrgId,
  rows: { row: Row; fingerprint: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `update cartbridge.written set fingerprint = compared.fingerprint
     from unnest($2::text[], $3::text[], $4::text[]) as compared (object, external_id, fingerprint)
     where org_id = $1 and written.object = compared.object
       and written.external_id = compared.external_id`,
    [
      org,
      rows.map(({ row }) => row.object),
      rows.map(({ row }) => row.key),
      rows.map((one) => one.fingerprint),
    ],
  );
}

/** A line of an order or cart in Salesforce. */
export interface Line {
  object: string;
  key: string;
  salesforceId: SalesforceId;
  parentKey: string;
}

/** Lines of these orders and carts that Salesforce holds and the shop no longer has. */
export async function findGoneLines(
  db: Queryable,
  org: OrgId,
  parentKeys: string[],
  present: Set<string>,
): Promise<Line[]> {
  const { rows } = await db.query<Line>(
    `select object, external_id as key, salesforce_id as "salesforceId", parent_key as "parentKey"
     from cartbridge.written where org_id = $1 and parent_key = any($2)`,
    [org, parentKeys],
  );
  return rows.filter((row) => !present.has(rowName(row)));
}

export async function forgetWritten(
  client: Client,
  org: OrgId,
  rows: { object: string; key: string }[],
): Promise<void> {
  await client.query(
    `delete from cartbridge.written
     using unnest($2::text[], $3::text[]) as gone (object, external_id)
     where written.org_id = $1 and written.object = gone.object
       and written.external_id = gone.external_id`,
    [org, rows.map(({ object }) => object), rows.map(({ key }) => key)],
  );
}
