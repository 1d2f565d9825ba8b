import type { Client, Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import { addressPattern } from './address-pattern.ts';
import type { TablePlace } from './place.ts';
import type { Subject } from './subject.ts';
import { TABLE_PLACES } from './table-places.ts';

/** What a place of the database has of somebody. */
export interface TableFinding {
  place: TablePlace;
  /** By what each row goes, sorted. */
  keys: string[];
}

const SUBJECT = `with s as (
  select $1::text as org, $2::uuid[] as people, $3::text[] as records, $4::text as pattern,
         $5::text[] as links, $6::text[] as rows)`;

function valuesOf(org: OrgId, { people, records, addresses, salesforce }: Subject): unknown[] {
  const links = salesforce.map(({ id }) => id);
  const rows = [...people.map((id) => `person:${id}`), ...links.map((id) => `surplus:${id}`)];
  return [org, people, records, addressPattern(addresses), links, rows];
}

function tableOf({ table, place }: TablePlace): string {
  return table ?? `cartbridge.${place}`;
}

function whereOf({ isOrgless, rows }: TablePlace): string {
  return isOrgless ? `(${rows})` : `it.org_id = s.org and (${rows})`;
}

/** Looks in every table; one query each. */
export async function searchTables(
  db: Queryable,
  org: OrgId,
  subject: Subject,
): Promise<TableFinding[]> {
  const findings: TableFinding[] = [];
  for (const place of TABLE_PLACES) {
    const { rows } = await db.query<{ key: string }>(
      `${SUBJECT} select (${place.key})::text as key from ${tableOf(place)} as it, s
       where ${whereOf(place)} order by 1`,
      valuesOf(org, subject),
    );
    findings.push({ place, keys: rows.map(({ key }) => key) });
  }
  return findings;
}

/** The rows that are theirs, as JSON, by what each goes by. */
export async function exportTable(
  db: Queryable,
  org: OrgId,
  subject: Subject,
  place: TablePlace,
): Promise<Map<string, unknown>> {
  const { rows } = await db.query<{ key: string; row: unknown }>(
    `${SUBJECT} select (${place.key})::text as key, row_to_json(it) as row
     from ${tableOf(place)} as it, s
     where ${whereOf(place)} and (${place.own ?? 'true'}) order by 1`,
    valuesOf(org, subject),
  );
  return new Map(rows.map(({ key, row }) => [key, row]));
}

/** Erases in all tables, within the caller's transaction. Doing it twice ends like doing it once. */
export async function eraseTables(client: Client, org: OrgId, subject: Subject): Promise<void> {
  for (const { erase } of TABLE_PLACES)
    for (const statement of erase)
      await client.query(`${SUBJECT} ${statement}`, valuesOf(org, subject));
}

/** Tables of ours in which the addresses still stand, in whatever column of text or JSON. */
export async function tablesWithAddress(
  db: Queryable,
  org: OrgId,
  { addresses }: Pick<Subject, 'addresses'>,
): Promise<{ table: string; count: number }[]> {
  const pattern = addressPattern(addresses);
  if (pattern === null) return [];
  const { rows: tables } = await db.query<{ table: string; column: string }>(
    `select table_name as table, min(column_name) as column from information_schema.columns
     where table_schema = 'cartbridge' and column_name in ('org_id', 'shop_id')
     group by table_name order by table_name`,
  );
  const found: { table: string; count: number }[] = [];
  for (const { table, column } of tables) {
    const isOrgs =
      column === 'org_id'
        ? 'org_id = $1'
        : 'shop_id in (select id from cartbridge.shop where org_id = $1)';
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int as count from cartbridge.${table} as it
       where ${isOrgs} and it::text ~* $2`,
      [org, pattern],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push({ table, count: rows[0]?.count ?? 0 });
  }
  return found;
}
