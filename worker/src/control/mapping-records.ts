import { ensureMapping } from '../compose/mapping/current-mapping.ts';
import { rowName, type Row } from '../deliver/row.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import { writeRows } from '../deliver/write-rows.ts';
import { findWritten, fingerprint, rememberWritten } from '../deliver/written.ts';
import { transaction, type Pool } from '../shared/database/pool.ts';
import type { Failure } from '../shared/failure.ts';
import type { SalesforceId } from '../shared/ids.ts';
import { findVersion, listHeads, rememberRecord } from '../shared/mapping-versions.ts';
import { listShops, type Shop } from '../shared/shops.ts';
import { mappingRow, templateRow, versionRow, type VersionHead } from './mapping-rows.ts';

/** Something to be told, and how it is remembered once Salesforce has it. */
interface News {
  row: Row;
  told: (id: SalesforceId) => Row;
  /** The template whose record this makes. */
  template?: VersionHead;
}

/**
 * Makes the mappings in Salesforce say what is published here: one record for every shop of the org,
 * with all of its versions, the template it began with among them. No API call when Salesforce has
 * all of it.
 * @returns why Salesforce did not take something, if it did not; it is tried again at the next call
 */
export async function tellMappings(
  pool: Pool,
  client: SalesforceClient,
): Promise<Failure | undefined> {
  const shops = await listShops(pool, client.org.id);
  const wanted: News[] = [];
  for (const shop of shops) wanted.push(...(await wantedOf(pool, shop)));
  const before = await findWritten(
    pool,
    client.org.id,
    wanted.map(({ row }) => row),
  );
  const news = wanted.filter(
    ({ row }) => before.get(rowName(row))?.fingerprint !== fingerprint(row),
  );
  return news.length > 0 ? tell(pool, client, news) : undefined;
}

async function wantedOf(pool: Pool, shop: Shop): Promise<News[]> {
  const { number: current } = await ensureMapping(pool, shop);
  const mapping = mappingRow(shop, current);
  const wanted: News[] = [{ row: mapping, told: () => mapping }];
  for (const head of await listHeads(pool, shop.id)) {
    const { salesforceId } = head;
    const told = (id: SalesforceId): Row => versionRow(head, id, current);
    if (salesforceId) {
      wanted.push({ row: told(salesforceId), told });
      continue;
    }
    const template = await findVersion(pool, shop.id, head.number);
    if (!template) continue;
    wanted.push({ row: templateRow(head, template.definition, current), told, template: head });
  }
  return wanted;
}

async function tell(
  pool: Pool,
  client: SalesforceClient,
  news: News[],
): Promise<Failure | undefined> {
  const results = await writeRows(
    client,
    news.map(({ row }) => row),
  );
  let refused: Failure | undefined;
  for (const { row, told, template } of news) {
    const result = results.get(rowName(row));
    const id = result?.written ? result.salesforceId : goneId(row, result?.failure);
    if (id === undefined) {
      refused ??= result?.written === false ? result.failure : undefined;
      continue;
    }
    const known = told(id);
    await transaction(pool, async (db) => {
      if (template) await rememberRecord(db, template, id);
      await rememberWritten(db, client.org.id, [
        { row: known, salesforceId: id, fingerprint: fingerprint(known), event: null },
      ]);
    });
  }
  return refused;
}

/** The record of a version that somebody deleted: there is nothing to tell it any more. */
function goneId({ target }: Row, failure: Failure | undefined): SalesforceId | undefined {
  return failure?.kind === 'link_lost' && 'id' in target ? target.id : undefined;
}
