/** Closes every secret again with the first key of CARTBRIDGE_KEYS; older keys may then go. */
import { createPool, transaction } from '../worker/src/shared/database/pool.ts';
import { createVault } from '../worker/src/shared/secrets.ts';
import { readSettings } from '../worker/src/shared/settings.ts';

const settings = readSettings();
const vault = createVault(settings.keys);
const pool = createPool(settings.databaseUrl, 1, 'rotate-secrets');

const PLACES = [
  { table: 'org', column: 'credentials', org: 'id' },
  { table: 'shop', column: 'secrets', org: 'org_id' },
  { table: 'org', column: 'erasure_key', org: 'id' },
  { table: 'erasure', column: 'plan', org: 'org_id' },
];

const rotated = await transaction(pool, async (client) => {
  let count = 0;
  for (const { table, column, org } of PLACES) {
    const { rows } = await client.query<{ id: string; org: string; sealed: string }>(
      `select id, ${org} as org, ${column} as sealed from cartbridge.${table}
       where ${column} is not null for update`,
    );
    for (const row of rows.filter(({ sealed }) => !vault.isCurrent(sealed))) {
      const again = await vault.seal(row.org, await vault.open(row.org, row.sealed));
      await client.query(`update cartbridge.${table} set ${column} = $2 where id = $1`, [
        row.id,
        again,
      ]);
      count += 1;
    }
  }
  return count;
});
await pool.end();
console.log(`${rotated} secrets closed again with key "${settings.keys[0]?.kid ?? ''}".`);
