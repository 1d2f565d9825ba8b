import { expect, it } from 'vitest';
import { countTroubles } from '../../../src/compose/mapping/troubles.ts';
import { findMappingTroubles } from '../../../src/control/report/mapping-troubles.ts';
import { findProblems } from '../../../src/control/report/problems.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import type { Shop } from '../../../src/shared/shops.ts';
import { useDatabase } from '../use-database.ts';

const { pool: database, newOrg } = useDatabase();

const problem = (field: string, reason = 'The value is not an email address.') => ({
  ...{ target: 'Contact', row: 'email', field, step: 'email', value: 'text of 3 characters' },
  reason,
});

it('values a mapping could not say are counted by field, and an admin is told the most frequent', async () => {
  const pool = database();
  const orgId = await newOrg();
  await pool.query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
     values ('s', $1, 'bigcommerce', '', '', 'Toy Store', '')`,
    [orgId],
  );
  const shop = { id: 's' as ShopId, orgId } as Shop;

  await countTroubles(pool, shop, []);
  await countTroubles(pool, shop, [problem('Email'), problem('Email'), problem('Phone')]);
  await countTroubles(pool, shop, [problem('Email'), problem('Email', 'The value is a list.')]);

  const troubles = await findMappingTroubles(pool, orgId);
  expect(troubles).toEqual([
    { shop: 'Toy Store', target: 'Contact', field: 'Email', times: 4 },
    { shop: 'Toy Store', target: 'Contact', field: 'Phone', times: 1 },
  ]);
  const found = findProblems({
    now: new Date(),
    counts: { waiting: 0, oldestWaitingAt: null, parked: 0, reviews: 0, p95Ms: null },
    apiCalls: { used: null, max: null, own: 0, forecast: null },
    ...{ shops: [], paused: null, troubles },
  });
  expect(found).toEqual([
    expect.objectContaining({
      ...{ code: 'mapping_values', about: 'Toy Store' },
      what: 'Since yesterday the mapping could not say some values: Email of Contact (4), Phone of Contact (1).',
    }),
  ]);
});
