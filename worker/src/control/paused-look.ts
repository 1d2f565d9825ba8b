import { resumeFields } from '../deliver/resume-fields.ts';
import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';

/** Oftener than this only people ask whether a field is back. */
const LOOK_SECONDS = 10 * 60;

/** Looks whether paused fields are back, where that was not done for ten minutes. */
export async function lookAtPauses(pool: Pool, client: SalesforceClient): Promise<void> {
  const { rows } = await pool.query(
    `select from cartbridge.paused_field
     where org_id = $1 and checked_at < now() - make_interval(secs => $2) limit 1`,
    [client.org.id, LOOK_SECONDS],
  );
  if (rows.length > 0) await resumeFields(pool, client);
}
