import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';
import { findOrg } from '../../shared/orgs.ts';
import type { Vault } from '../../shared/secrets.ts';
import { createSalesforceClient, type SalesforceClient } from './client.ts';
import { signIn } from './sign-in.ts';

/**
 * Opens orgs by id. A client, and with it the org's session, is kept until the org's row changes. A
 * refresh token that rotates is no change: otherwise each process would end the others' sessions.
 */
export function createOrgOpener(
  pool: Pool,
  vault: Vault,
): (id: OrgId) => Promise<SalesforceClient> {
  const open = new Map<OrgId, { row: string; client: SalesforceClient }>();

  return async (id) => {
    const org = await findOrg(pool, id);
    if (!org) {
      throw new Failure('salesforce_auth', `Org "${id}" is not connected.`, {
        nextStep: 'Connect the org again.',
      });
    }
    const row = JSON.stringify({ ...org, sealedCredentials: undefined });
    const known = open.get(id);
    if (known?.row === row) return known.client;
    const client = createSalesforceClient(org, () => signIn(pool, vault, id));
    open.set(id, { row, client });
    return client;
  };
}
