import type { PgBoss } from 'pg-boss';
import { afterAll } from 'vitest';
import type { OpenShop } from '../../../src/compose/shops/open-shops.ts';
import type { Change, PolledKind, ShopReader } from '../../../src/compose/shops/shop-reader.ts';
import { createPool, type Pool } from '../../../src/shared/database/pool.ts';
import { startQueue } from '../../../src/shared/database/queue.ts';
import type { OrgId, ShopId } from '../../../src/shared/ids.ts';
import { findShop } from '../../../src/shared/shops.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { createDatabase } from '../../kit/database.ts';

export const ORG = 'org-1' as OrgId;
export const SHOP = 'shop-1' as ShopId;

type Asked = [kind: PolledKind, since: Instant, cursor: string | null];

/** A shop whose lists are what a test puts there. */
export interface ListedShop {
  id: ShopId;
  open: () => Promise<OpenShop>;
  /** The pages of each kind; none has changed otherwise. */
  pages: Partial<Record<PolledKind, Change[][]>>;
  asked: Asked[];
  /** Does what a test wants instead of answering. */
  meanwhile: (kind: PolledKind, cursor: string | null) => Promise<void>;
}

export interface UsedPolling {
  pool: Pool;
  boss: PgBoss;
  addShop: (id?: ShopId, settings?: object) => Promise<ListedShop>;
  /** Scopes and records of the events that wait, in the order they came. */
  events: () => Promise<string[]>;
}

/** One database for the tests of a file, empty before each of them. */
export function usePolling(): () => Promise<UsedPolling> {
  const endings: (() => Promise<unknown>)[] = [];
  let stack: Promise<{ pool: Pool; boss: PgBoss }> | undefined;
  afterAll(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  async function start(): Promise<{ pool: Pool; boss: PgBoss }> {
    const database = await createDatabase();
    endings.push(() => database.drop());
    const pool = createPool(database.url, 4, 'test');
    endings.push(() => pool.end());
    const boss = await startQueue(pool, false);
    endings.push(() => boss.stop({ graceful: false }));
    return { pool, boss };
  }

  return async () => {
    stack ??= start();
    const { pool, boss } = await stack;
    await pool.query('truncate cartbridge.org, pgboss.job cascade');
    await pool.query(
      `insert into cartbridge.org (id, name, login_url, credentials) values ($1, '', '', '')`,
      [ORG],
    );
    return {
      ...{ pool, boss },
      async addShop(id = SHOP, settings = { feed: 'polling' }) {
        await pool.query(
          `insert into cartbridge.shop (id, org_id, platform, api_url, producer, secrets, settings)
           values ($1, $2, 'clarity', '', '', '', $3)`,
          [id, ORG, settings],
        );
        return listedShop(pool, id);
      },
      async events() {
        const { rows } = await pool.query<{ event: string }>(
          `select scope || ' ' || record_key as event from cartbridge.event order by id`,
        );
        return rows.map(({ event }) => event);
      },
    };
  };
}

function listedShop(pool: Pool, id: ShopId): ListedShop {
  const shop: ListedShop = {
    ...{ id, pages: {}, asked: [] },
    meanwhile: () => Promise.resolve(),
    async open() {
      const row = await findShop(pool, id);
      if (!row) throw new Error(`There is no shop ${id}.`);
      return { shop: row, label: 'A shop', reader: reader as ShopReader, hear: () => ({}) };
    },
  };
  const reader: Pick<ShopReader, 'changedSince'> = {
    async changedSince(kind, since, cursor) {
      shop.asked.push([kind, since, cursor]);
      await shop.meanwhile(kind, cursor);
      const pages = shop.pages[kind] ?? [];
      const at = Number(cursor ?? 0);
      return { changes: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : null };
    },
  };
  return shop;
}

/** A change so many minutes ago. */
export function change(id: string, minutesAgo: number, version = 'v1'): Change {
  const modifiedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString() as Instant;
  return { id, modifiedAt, version };
}
