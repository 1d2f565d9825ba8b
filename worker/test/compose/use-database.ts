import { afterAll, beforeAll } from 'vitest';
import { createPool, type Pool } from '../../src/shared/database/pool.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

let orgs = 0;

/** One database for a file of tests; each test works in an org of its own. */
export function useDatabase(): { pool: () => Pool; newOrg: () => Promise<OrgId> } {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await createDatabase();
    pool = createPool(database.url, 12, 'test');
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  return {
    pool: () => pool,
    async newOrg() {
      orgs += 1;
      const id = `org-${orgs}`;
      await pool.query(
        `insert into cartbridge.org (id, name, login_url, credentials) values ($1, $1, '', '')`,
        [id],
      );
      return id as OrgId;
    },
  };
}
