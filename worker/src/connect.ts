import { z } from 'zod';
import { saveOrg } from './connect-org.ts';
import { saveShop, type ConnectedShop } from './connect-shop.ts';
import { platforms } from './platforms/index.ts';
import type { Pool } from './shared/database/pool.ts';
import type { OrgId } from './shared/ids.ts';
import type { OrgCredentials } from './shared/orgs.ts';
import type { Vault } from './shared/secrets.ts';
import { shopConnectionShape } from './shop-connection.ts';

/** What connecting one org and one shop takes; the secrets end up encrypted in the database. */
export const connectionShape = z.object({
  org: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    /** Where tokens are asked for; with a client secret it must be the org's My Domain. */
    loginUrl: z.url(),
    /** `aud` of the JWT; the login address unless told. */
    audience: z.url().optional(),
    namespace: z.string().default(''),
    clientId: z.string().min(1),
    /** With a private key: JWT bearer. */
    username: z.string().optional(),
    privateKeyPem: z.string().optional(),
    /** Without one: client credentials. */
    clientSecret: z.string().optional(),
    /** `host:port` of the Pub/Sub API; Salesforce's own unless told. */
    pubSubEndpoint: z
      .string()
      .regex(/^[A-Za-z0-9.-]+:\d+$/)
      .default('api.pubsub.salesforce.com:7443'),
    settings: z.record(z.string(), z.unknown()).default({}),
  }),
  shop: shopConnectionShape(platforms),
});
export type Connection = z.infer<typeof connectionShape>;

/**
 * Connects one org and one shop, or brings them up to date; safe to repeat. Throws a Failure of a
 * `shop_` kind when the shop refuses, or when it is connected to another org.
 */
export async function connect(
  pool: Pool,
  vault: Vault,
  { org, shop }: Connection,
): Promise<ConnectedShop> {
  await saveOrg(pool, vault, { ...org, id: org.id as OrgId, credentials: credentialsOf(org) });
  return saveShop({ pool, vault, platforms }, org.id as OrgId, shop);
}

/** Without a secret the org refuses the sign-in, and says so better than could be said here. */
function credentialsOf(org: Connection['org']): OrgCredentials {
  const { clientId, username, privateKeyPem, clientSecret = '', loginUrl } = org;
  if (!privateKeyPem || !username) return { flow: 'client_credentials', clientId, clientSecret };
  const audience = org.audience ?? loginUrl;
  return { flow: 'jwt_bearer', clientId, username, privateKeyPem, audience };
}
