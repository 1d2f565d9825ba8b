import { takeTurn } from '../../shared/database/locks.ts';
import { transaction, type Pool, type Queryable } from '../../shared/database/pool.ts';
import { asFailure, Failure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';
import { findOrg, openOrgCredentials, type Org } from '../../shared/orgs.ts';
import type { Vault } from '../../shared/secrets.ts';
import { requestToken, type Token } from './token.ts';

interface Renewal {
  token: Token;
  /** Puts a new refresh token in the place of the used one. */
  keep: (db: Queryable) => Promise<unknown>;
}

/**
 * A new access token for the org, with what its row says now. What the answer tells is kept: a new
 * refresh token in place of the one that was used up, and the id Salesforce knows the org by. Throws
 * as `requestToken` does.
 */
export async function signIn(pool: Pool, vault: Vault, id: OrgId): Promise<Token> {
  const org = await mustFind(pool, id);
  const credentials = await openOrgCredentials(vault, org);
  const token =
    credentials.flow === 'refresh_token'
      ? await renewInTurn(pool, vault, id)
      : await requestToken(org, credentials);
  await keepOrganization(pool, id, token);
  return token;
}

/**
 * A refresh token that rotates is good once, so processes renew one after the other, each with what
 * the one before it left.
 */
async function renewInTurn(pool: Pool, vault: Vault, id: OrgId): Promise<Token> {
  const renewals: Renewal[] = [];
  try {
    return await transaction(pool, async (client) => {
      await takeTurn(client, 'org', id);
      const renewal = await renewOrAgain(client, vault, id);
      renewals.push(renewal);
      await renewal.keep(client);
      return renewal.token;
    });
  } catch (error) {
    const [renewal] = renewals;
    if (!renewal) throw error;
    // The connection is gone, and with the answer the org would be: the former token is used up.
    await renewal.keep(pool);
    return renewal.token;
  }
}

async function renewOrAgain(db: Queryable, vault: Vault, id: OrgId): Promise<Renewal> {
  const org = await mustFind(db, id);
  try {
    return await renew(vault, org);
  } catch (error) {
    // Somebody who did not wait for the turn may have connected the org in the meantime.
    const now = await mustFind(db, id);
    const refused = asFailure(error).details.error === 'invalid_grant';
    if (!refused || now.sealedCredentials === org.sealedCredentials) throw error;
    return renew(vault, now);
  }
}

async function renew(vault: Vault, org: Org): Promise<Renewal> {
  const credentials = await openOrgCredentials(vault, org);
  const token = await requestToken(org, credentials);
  const { refreshToken } = token;
  if (credentials.flow !== 'refresh_token' || !refreshToken) {
    return { token, keep: () => Promise.resolve() };
  }
  const sealed = await vault.seal(org.id, { ...credentials, refreshToken });
  return {
    token,
    // Not over what somebody has just connected.
    keep: (db) =>
      db.query('update cartbridge.org set credentials = $2 where id = $1 and credentials = $3', [
        org.id,
        sealed,
        org.sealedCredentials,
      ]),
  };
}

async function keepOrganization(db: Queryable, id: OrgId, token: Token): Promise<void> {
  if (!token.organizationId) return;
  await db.query(
    `update cartbridge.org set organization_id = $2
     where id = $1 and organization_id is distinct from $2
       and not exists (select from cartbridge.org where organization_id = $2)`,
    [id, token.organizationId],
  );
}

async function mustFind(db: Queryable, id: OrgId): Promise<Org> {
  const org = await findOrg(db, id);
  if (org) return org;
  throw new Failure('salesforce_auth', `Org "${id}" is not connected.`, {
    nextStep: 'Connect the org again.',
  });
}
