import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createShopOpener } from '../../src/compose/shops/open-shops.ts';
import { saveShop } from '../../src/connect-shop.ts';
import { findShopHealth } from '../../src/control/report/shop-health.ts';
import { checkWebhooks, repairWebhooks } from '../../src/control/webhooks.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { OrgId, ShopId } from '../../src/shared/ids.ts';
import { createVault } from '../../src/shared/secrets.ts';
import { findShop, openShopSecrets } from '../../src/shared/shops.ts';
import { shopConnectionShape } from '../../src/shop-connection.ts';
import { createDatabase } from '../kit/database.ts';
import { createPool } from '../../src/shared/database/pool.ts';
import { madeUp } from './made-up.ts';

const ORG = 'org-1' as OrgId;
const SHOP = 'market-1' as ShopId;

async function ready() {
  const database = await createDatabase();
  const pool = createPool(database.url, 2, 'test');
  onTestFinished(async () => {
    await pool.end();
    await database.drop();
  });
  await pool.query(
    "insert into cartbridge.org (id, name, login_url, credentials) values ($1, '', '', '')",
    [ORG],
  );
  const vault = createVault([{ kid: 'k1', key: randomBytes(32) }]);
  return { pool, vault, platforms: new Map([[madeUp.id, madeUp]]) };
}

describe('every platform of the registry', () => {
  it.each([...platforms])(
    '%s has an id for addresses and a form whose fields differ',
    (id, one) => {
      expect(one.id).toBe(id);
      expect(id).toMatch(/^[a-z0-9]+$/);
      expect(one.label).not.toBe('');
      const names = one.form.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
      expect(new Set(names).size).toBe(names.length);
      for (const { kind, options = [], value } of one.form.groups.flatMap(({ fields }) => fields)) {
        if (kind === 'choice') expect(options.map((option) => option.value)).toContain(value);
      }
    },
  );

  it('is named when a connection names another', () => {
    const { error } = shopConnectionShape(platforms).safeParse({ id: 'a', platform: 'corner' });
    expect(error?.issues).toMatchObject([
      { path: ['platform'], message: 'must be one of: bigcommerce, clarity' },
    ]);
  });
});

describe('a shop of a platform that is registered', () => {
  it('keeps its reader until it is connected anew', async () => {
    const parts = await ready();
    const connection = {
      ...{ id: SHOP, platform: 'madeup', apiUrl: 'https://market.example', webhookUrl: '' },
    };
    await saveShop(parts, ORG, { ...connection, key: 'first' });
    const openShop = createShopOpener(parts.pool, parts.vault, parts.platforms);
    const first = (await openShop(SHOP)).reader;
    await parts.pool.query(
      `update cartbridge.shop set settings = settings || '{"unreachable": "away"}'`,
    );
    expect((await openShop(SHOP)).reader).toBe(first);
    await saveShop(parts, ORG, { ...connection, key: 'second' });
    const { shop, reader } = await openShop(SHOP);
    expect(await reader.newestOrderId()).toBe('read with second');
    const secrets = await openShopSecrets(parts.vault, shop);
    expect(secrets.webhookSecrets, 'the former one, for what is still on its way').toEqual([
      ...['second', 'first'],
    ]);
  });

  it('is asked whether it lets us in where others are asked for their webhooks', async () => {
    const parts = await ready();
    await saveShop(parts, ORG, { id: SHOP, platform: 'madeup', key: 'a' });
    await parts.pool.query(
      `update cartbridge.shop set settings = '{"webhookUrl": "https://worker.example/"}'`,
    );
    const health = async () => (await findShopHealth(parts.pool, ORG))[0];
    const shop = await findShop(parts.pool, SHOP);
    if (!shop) throw new Error('The shop was not saved.');
    expect(await checkWebhooks(parts, shop)).toBeUndefined();
    expect(await health()).toMatchObject({ hooks: { alive: 0, wanted: 0 }, unreachable: null });
    expect(await repairWebhooks(parts, shop)).toBeNull();

    const closed = {
      ...madeUp,
      tryAccess: () => Promise.resolve({ info: null, lacks: ['orders'] }),
    };
    const failure = await checkWebhooks(
      { ...parts, platforms: new Map([['madeup', closed]]) },
      shop,
    );
    expect(failure?.message).toBe('The shop does not let us read: orders.');
    expect((await health())?.unreachable).toBe(failure?.message);
  });

  it('does not take over a shop of another platform or org', async () => {
    const parts = await ready();
    await saveShop(parts, ORG, { id: SHOP, platform: 'madeup', key: 'a' });
    await parts.pool.query("update cartbridge.shop set platform = 'other'");
    const again = saveShop(parts, ORG, { id: SHOP, platform: 'madeup', key: 'b' });
    await expect(again).rejects.toThrow('connected already, as one of another platform (other)');
  });
});
