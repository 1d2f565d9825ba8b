import type { Pool } from '../shared/database/pool.ts';
import type { OrgId } from '../shared/ids.ts';

/** A process that is not heard of for so long has lost its orgs to the others. */
export const LEASE_MS = 30_000;

/**
 * The orgs this process speaks for: those it holds already, and those nobody holds any more. To be
 * called well within LEASE_MS again. A lease is a row and not a lock, for a lock would keep a
 * connection for every org.
 */
export async function takeLeases(pool: Pool, holder: string): Promise<OrgId[]> {
  const { rows } = await pool.query<{ orgId: OrgId }>(
    `insert into cartbridge.control as held (org_id, holder, held_until)
     select id, $1, now() + make_interval(secs => $2) from cartbridge.org
     on conflict (org_id) do update set holder = excluded.holder, held_until = excluded.held_until
     where held.holder = excluded.holder or held.held_until < now()
     returning org_id as "orgId"`,
    [holder, LEASE_MS / 1_000],
  );
  return rows.map(({ orgId }) => orgId);
}

/** Lets the others take over at once. */
export async function dropLeases(pool: Pool, holder: string): Promise<void> {
  await pool.query('update cartbridge.control set held_until = now() where holder = $1', [holder]);
}
