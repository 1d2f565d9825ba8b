import type { Mapping } from '#mapping-engine';
import { transaction, type Client, type Pool, type Queryable } from './database/pool.ts';
import type { OrgId, SalesforceId, ShopId } from './ids.ts';

/** A mapping of a shop as it was published. It never changes. */
export interface MappingVersion {
  shopId: ShopId;
  /** Counts up from 1 in each shop. */
  number: number;
  definition: Mapping;
  /** Its record in Salesforce; null for a template until Salesforce has been told of it. */
  salesforceId: SalesforceId | null;
  /** A person's name; empty for a template. */
  author: string;
  reason: string;
  publishedAt: Date;
}

const HEAD = `version.shop_id as "shopId", number, version.salesforce_id as "salesforceId", author,
  reason, published_at as "publishedAt"`;
const COLUMNS = `${HEAD}, definition`;

/** Leaves only the version that holds in each shop. */
const OF_SHOPS =
  'join cartbridge.shop on shop.id = version.shop_id and shop.mapping_version = number';

async function find(db: Queryable, which: string, values: unknown[]): Promise<MappingVersion[]> {
  const { rows } = await db.query<MappingVersion>(
    `select ${COLUMNS} from cartbridge.mapping_version as version ${which}`,
    values,
  );
  return rows;
}

/** The number that holds in a shop; null in one that has not been worked for yet. */
export async function currentNumber(db: Queryable, shop: ShopId): Promise<number | null> {
  const { rows } = await db.query<{ number: number | null }>(
    'select mapping_version as number from cartbridge.shop where id = $1',
    [shop],
  );
  return rows[0]?.number ?? null;
}

/** The version that holds in a shop. */
export async function currentMapping(
  db: Queryable,
  shop: ShopId,
): Promise<MappingVersion | undefined> {
  const [version] = await find(db, `${OF_SHOPS} where shop.id = $1`, [shop]);
  return version;
}

export async function findVersion(
  db: Queryable,
  shop: ShopId,
  number: number,
): Promise<MappingVersion | undefined> {
  const [version] = await find(db, 'where shop_id = $1 and number = $2', [shop, number]);
  return version;
}

/** The version that was published from a record of Salesforce. */
export async function findVersionOf(
  db: Queryable,
  org: OrgId,
  record: SalesforceId,
): Promise<MappingVersion | undefined> {
  const [version] = await find(db, 'where org_id = $1 and salesforce_id = $2', [org, record]);
  return version;
}

/** All versions of a shop without their definitions, the oldest first. */
export async function listHeads(
  db: Queryable,
  shop: ShopId,
): Promise<Omit<MappingVersion, 'definition'>[]> {
  const { rows } = await db.query<Omit<MappingVersion, 'definition'>>(
    `select ${HEAD} from cartbridge.mapping_version as version
     where shop_id = $1 order by number`,
    [shop],
  );
  return rows;
}

/** The versions that hold in the shops of an org. */
export async function listCurrent(db: Queryable, org: OrgId): Promise<MappingVersion[]> {
  return find(db, `${OF_SHOPS} where shop.org_id = $1 order by shop.id`, [org]);
}

export type NewVersion = Pick<MappingVersion, 'shopId' | 'definition' | 'author' | 'reason'> & {
  orgId: OrgId;
  salesforceId: SalesforceId | null;
};

/**
 * Publishes a mapping: gives it the shop's next number and lets it hold from now on. Of two at once
 * the later one waits for the other; of the same record it finds what that one published.
 * @param onlyFirst leave a shop that has a version already as it is
 */
export async function saveVersion(
  pool: Pool,
  version: NewVersion,
  { onlyFirst = false } = {},
): Promise<MappingVersion> {
  return transaction(pool, async (db) => {
    await db.query('select from cartbridge.shop where id = $1 for no key update', [version.shopId]);
    const { shopId, orgId, salesforceId } = version;
    const before = onlyFirst ? await currentMapping(db, shopId) : undefined;
    const same = salesforceId ? await findVersionOf(db, orgId, salesforceId) : undefined;
    return before ?? same ?? insert(db, version);
  });
}

async function insert(db: Client, version: NewVersion): Promise<MappingVersion> {
  const { rows } = await db.query<MappingVersion>(
    `insert into cartbridge.mapping_version as version
       (shop_id, number, org_id, definition, salesforce_id, author, reason)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6
     from cartbridge.mapping_version where shop_id = $1
     returning ${COLUMNS}`,
    [
      ...[version.shopId, version.orgId, JSON.stringify(version.definition)],
      ...[version.salesforceId, version.author, version.reason],
    ],
  );
  const [saved] = rows;
  if (!saved) throw new Error('The database did not return the version it saved.');
  await db.query('update cartbridge.shop set mapping_version = $2 where id = $1', [
    saved.shopId,
    saved.number,
  ]);
  return saved;
}

/** Keeps which record a version is in Salesforce. */
export async function rememberRecord(
  db: Queryable,
  { shopId, number }: Pick<MappingVersion, 'shopId' | 'number'>,
  record: SalesforceId,
): Promise<void> {
  await db.query(
    `update cartbridge.mapping_version set salesforce_id = $3 where shop_id = $1 and number = $2`,
    [shopId, number, record],
  );
}
