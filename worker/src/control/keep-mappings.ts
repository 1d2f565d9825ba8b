import type { SalesforceClient } from '../deliver/salesforce/client.ts';
import type { Pool } from '../shared/database/pool.ts';
import { describeFailure, type Log } from '../shared/log.ts';
import { tellMappings } from './mapping-records.ts';
import { lookAtPauses } from './paused-look.ts';

/** What Salesforce refused is not told again before: an older package lacks the objects for long. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Makes the function that keeps the mappings of an org and Salesforce in step: their records there
 * and, the other way, fields that went away. To be called as often as the screens are told anything;
 * it costs no API call while nothing changes.
 */
export function createMappingKeeper(
  pool: Pool,
  client: SalesforceClient,
  log: Log,
): () => Promise<void> {
  let notBefore = 0;

  return async () => {
    await lookAtPauses(pool, client);
    if (Date.now() < notBefore) return;
    const refused = await tellMappings(pool, client);
    if (!refused) return;
    notBefore = Date.now() + PATIENCE_MS;
    log.warn({ org: client.org.id, ...describeFailure(refused) }, 'mapping.refused');
  };
}
