import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { accountFatesOf } from '../../deliver/salesforce/account-fates.ts';
import { transaction, type Pool } from '../../shared/database/pool.ts';
import type { OrgId, SalesforceId } from '../../shared/ids.ts';

/**
 * Brings the books to what Salesforce's users did to these Accounts of companies: a merged one leads
 * to where it went, a deleted one is not made again. Accounts the books do not know cost nothing;
 * those they know cost an API call together. Doing it twice is doing it once.
 */
export async function followAccounts(
  pool: Pool,
  client: SalesforceClient,
  ids: SalesforceId[],
): Promise<void> {
  const org = client.org.id;
  const known = ids.length > 0 ? await companiesAmong(pool, org, ids) : [];
  if (known.length === 0) return;
  const fates = await accountFatesOf(client, known);
  for (const id of known) {
    const fate = fates.get(id);
    if (!fate || (fate.is === 'here' && fate.id === id)) continue;
    await repoint(pool, org, id, fate.is === 'here' ? fate.id : null);
  }
}

async function companiesAmong(
  pool: Pool,
  org: OrgId,
  ids: SalesforceId[],
): Promise<SalesforceId[]> {
  const { rows } = await pool.query<{ id: SalesforceId }>(
    `select distinct account_id as id from cartbridge.company
     where org_id = $1 and account_id = any($2)`,
    [org, [...new Set(ids)]],
  );
  return rows.map(({ id }) => id);
}

/** A company without an Account is asked for at once, by key, domain and name, and never made. */
async function repoint(
  pool: Pool,
  org: OrgId,
  from: SalesforceId,
  to: SalesforceId | null,
): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query(
      `update cartbridge.company
       set account_id = $3::text, asked_at = case when $3::text is null then null else asked_at end,
           deleted_at = case when $3::text is null then now() else deleted_at end
       where org_id = $1 and account_id = $2`,
      [org, from, to],
    );
    // What is remembered of what was written to it is of no other record.
    await client.query(
      `delete from cartbridge.written
       where org_id = $1 and object = 'Account' and salesforce_id = $2`,
      [org, from],
    );
  });
}
