import { saveOrg } from '../../connect-org.ts';
import { signIn } from '../../deliver/salesforce/sign-in.ts';
import { takeTurn } from '../../shared/database/locks.ts';
import { transaction, type Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import type { Context } from '../context.ts';

export interface SignedInOrg {
  organizationId: string;
  name: string;
  namespace: string;
  refreshToken: string;
}

/** Connects the org, or gives it new credentials where it is connected already. */
export async function connectOrg(context: Context, signedIn: SignedInOrg): Promise<OrgId> {
  const { pool, vault } = context;
  const { clientId = '', clientSecret, loginUrl, pubSubEndpoint } = context.settings.salesforce;
  const { organizationId, name, namespace, refreshToken } = signedIn;
  if (!(await findByOrganization(pool, organizationId))) await learnOrganizations(context);
  return transaction(pool, async (client) => {
    // Two who sign in to a new org at once make one row of it.
    await takeTurn(client, 'org', organizationId);
    const id = (await findByOrganization(client, organizationId)) ?? (organizationId as OrgId);
    await saveOrg(client, vault, {
      ...{ id, name, loginUrl, namespace, organizationId },
      ...(pubSubEndpoint && { pubSubEndpoint }),
      credentials: {
        flow: 'refresh_token',
        clientId,
        ...(clientSecret && { clientSecret }),
        refreshToken,
      },
    });
    return id;
  });
}

/**
 * Orgs that were connected by a script and have had no session yet: which ones they are is asked
 * for, lest one of them be connected a second time. One that does not let us in is left as it is.
 */
async function learnOrganizations({ pool, vault }: Context): Promise<void> {
  const { rows } = await pool.query<{ id: OrgId }>(
    'select id from cartbridge.org where organization_id is null',
  );
  await Promise.allSettled(rows.map(({ id }) => signIn(pool, vault, id)));
}

async function findByOrganization(db: Queryable, id: string): Promise<OrgId | undefined> {
  const { rows } = await db.query<{ id: OrgId }>(
    'select id from cartbridge.org where organization_id = $1',
    [id],
  );
  return rows[0]?.id;
}
