import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShopBook } from '../../src/accept/shop-book.ts';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import { createVault, type Vault } from '../../src/shared/secrets.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

describe('the book of shops', () => {
  let database: TestDatabase;
  let pool: Pool;
  let vault: Vault;
  let now: number;

  beforeEach(async () => {
    database = await createDatabase();
    pool = createPool(database.url, 2, 'test');
    vault = createVault([{ kid: 'k1', key: randomBytes(32) }]);
    now = 0;
    await pool.query(`insert into cartbridge.org (id, name, login_url, credentials)
      values ('org-1', 'One', 'http://127.0.0.1:1', ''), ('org-2', 'Two', 'http://127.0.0.1:1', '')`);
    await pool.query(
      `insert into cartbridge.shop (id, org_id, platform, api_url, producer, secrets)
       values ('shop-1', 'org-1', 'bigcommerce', 'http://127.0.0.1:1', 'stores/abc123', $1)`,
      [await sealed('first')],
    );
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  function sealed(secret: string, org = 'org-1'): Promise<string> {
    return vault.seal(org, { api: { key: 't' }, clientSecrets: [], webhookSecrets: [secret] });
  }

  async function setSecrets(secrets: string): Promise<void> {
    await pool.query('update cartbridge.shop set secrets = $1', [secrets]);
  }

  it('knows a shop with its secrets opened', async () => {
    const known = await createShopBook(pool, vault)('shop-1');
    expect(known).toMatchObject({
      shop: { id: 'shop-1', orgId: 'org-1', producer: 'stores/abc123' },
      secrets: { webhookSecrets: ['first'] },
    });
  });

  it('opens secrets that were sealed while there was one platform', async () => {
    const former = { accessToken: 't', clientSecrets: ['c'], webhookSecrets: ['w'] };
    await setSecrets(await vault.seal('org-1', former));
    expect(await createShopBook(pool, vault)('shop-1')).toMatchObject({
      secrets: { api: { accessToken: 't' }, clientSecrets: ['c'], webhookSecrets: ['w'] },
    });
  });

  it('takes a rotated secret within seconds, and until then asks nobody', async () => {
    const book = createShopBook(pool, vault, () => now);
    const secret = async (): Promise<unknown> => (await book('shop-1'))?.secrets.webhookSecrets[0];
    await secret();
    await setSecrets(await sealed('second'));
    now = 4_000;
    expect(await secret()).toBe('first');
    now = 6_000;
    expect(await secret()).toBe('second');
  });

  it('sees a shop as soon as it is connected, however often a stranger asked before', async () => {
    const book = createShopBook(pool, vault, () => now);
    expect(await book('shop-2')).toBeUndefined();
    await pool.query(`update cartbridge.shop set id = 'shop-2'`);
    expect(await book('shop-2')).toBeDefined();
  });

  it.each(['', 'shop:1', 'shop 1', '\u0000', 'Läden', "'; --"])(
    'does not even ask for the impossible id %j',
    async (id) => {
      await pool.end();
      expect(await createShopBook(pool, vault)(id)).toBeUndefined();
      pool = createPool(database.url, 1, 'test');
    },
  );

  it('fails while the secrets cannot be opened, and recovers at once when they can', async () => {
    const book = createShopBook(pool, vault, () => now);
    await setSecrets(await sealed('first', 'org-2'));
    await expect(book('shop-1')).rejects.toThrow(/another org/);
    await setSecrets(await sealed('first'));
    expect(await book('shop-1')).toBeDefined();
  });
});
