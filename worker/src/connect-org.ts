import type { Queryable } from './shared/database/pool.ts';
import type { OrgId } from './shared/ids.ts';
import type { OrgCredentials } from './shared/orgs.ts';
import type { Vault } from './shared/secrets.ts';

export interface OrgToSave {
  id: OrgId;
  name: string;
  loginUrl: string;
  namespace: string;
  credentials: OrgCredentials;
  /** As it was, or Salesforce's own, when absent. */
  pubSubEndpoint?: string;
  /** As they were, or none, when absent. */
  settings?: Record<string, unknown>;
  /** Learnt at the first session when absent. */
  organizationId?: string;
}

/** Connects an org, or connects it anew; a pause of its deliveries ends. */
export async function saveOrg(db: Queryable, vault: Vault, org: OrgToSave): Promise<void> {
  await db.query(
    `insert into cartbridge.org
       (id, name, login_url, namespace, credentials, settings, pubsub_endpoint, organization_id)
     values ($1, $2, $3, $4, $5, coalesce($6, '{}'::jsonb),
       coalesce($7, 'api.pubsub.salesforce.com:7443'), $8)
     on conflict (id) do update set
       name = excluded.name, login_url = excluded.login_url, namespace = excluded.namespace,
       credentials = excluded.credentials, settings = coalesce($6, org.settings),
       pubsub_endpoint = coalesce($7, org.pubsub_endpoint),
       organization_id = excluded.organization_id, connected_at = clock_timestamp(),
       paused_until = null, paused_reason = null`,
    [
      org.id,
      org.name,
      org.loginUrl.replace(/\/$/, ''),
      org.namespace,
      await vault.seal(org.id, org.credentials),
      org.settings,
      org.pubSubEndpoint,
      org.organizationId,
    ],
  );
}
