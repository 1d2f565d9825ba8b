import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { Hour } from './hours.ts';

/** API calls of the last 24 hours: the org's own count, and ours of it. */
export interface ApiCalls {
  /** By everybody, as Salesforce last said; null before the first answer. */
  used: number | null;
  max: number | null;
  own: number;
  /** What `used` will be if ours go on as in the last hour and the others' as they are. */
  forecast: number | null;
}

const told = new WeakMap<SalesforceClient, number>();

/** Adds what this process called since it was last asked to the books of the present hour. */
export async function bookApiCalls(pool: Pool, client: SalesforceClient): Promise<void> {
  const calls = client.calls;
  const since = calls - (told.get(client) ?? 0);
  if (since === 0) return;
  told.set(client, calls);
  await pool.query(
    `insert into cartbridge.hour as known (org_id, hour, api_calls)
     values ($1, date_trunc('hour', now()), $2)
     on conflict (org_id, hour) do update set api_calls = known.api_calls + excluded.api_calls`,
    [client.org.id, since],
  );
}

export function summariseApiCalls(client: SalesforceClient, day: Hour[]): ApiCalls {
  const own = day.reduce((sum, { apiCalls }) => sum + apiCalls, 0);
  // The present hour has hardly begun when it is young: the busier of the last two says more.
  const pace = Math.max(...day.slice(-2).map(({ apiCalls }) => apiCalls));
  const { used = null, max = null } = client.usage ?? {};
  const forecast = used === null ? null : Math.max(used, used - own + pace * 24);
  return { used, max, own, forecast };
}
