import { z } from 'zod';
import type { Queryable } from './database/pool.ts';
import type { OrgId } from './ids.ts';
import { peoplePolicyShape, type PeoplePolicy } from './people-policy.ts';
import type { Vault } from './secrets.ts';

/** A connected Salesforce org. */
export interface Org {
  id: OrgId;
  name: string;
  /** Where tokens are asked for: login, test, or the org's My Domain. */
  loginUrl: string;
  /** The package's namespace there; empty where it was deployed from source. */
  namespace: string;
  /** `host:port` of the Pub/Sub API. */
  pubSubEndpoint: string;
  settings: OrgSettings;
  /** When somebody connected it last, for comparing: a rotated refresh token leaves it as it is. */
  connectedAt: string;
  sealedCredentials: string;
}

/** Settings as an older worker stored them, or an older screen sends them, are understood too. */
export const settingsShape = z.preprocess(withoutFormerNames, peoplePolicyShape);
export type OrgSettings = PeoplePolicy;

/** `createPeopleAs` was all there was to say of what a shopper becomes. */
export function withoutFormerNames(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || !('createPeopleAs' in settings))
    return settings;
  const { createPeopleAs, ...rest } = settings;
  const creating = { guest: { as: createPeopleAs }, registered: { as: createPeopleAs } };
  return { creating, ...rest };
}

const credentialsShape = z.discriminatedUnion('flow', [
  z.object({
    flow: z.literal('jwt_bearer'),
    clientId: z.string(),
    username: z.string(),
    privateKeyPem: z.string(),
    /** `aud` of the assertion: the login host, whatever address the token is asked at. */
    audience: z.string(),
  }),
  z.object({
    flow: z.literal('client_credentials'),
    clientId: z.string(),
    clientSecret: z.string(),
  }),
  z.object({
    flow: z.literal('refresh_token'),
    clientId: z.string(),
    clientSecret: z.string().optional(),
    refreshToken: z.string(),
  }),
]);
export type OrgCredentials = z.infer<typeof credentialsShape>;

export async function findOrg(db: Queryable, id: OrgId): Promise<Org | undefined> {
  const { rows } = await db.query<Org>(
    `select id, name, login_url as "loginUrl", namespace, settings,
            pubsub_endpoint as "pubSubEndpoint", connected_at::text as "connectedAt",
            credentials as "sealedCredentials"
     from cartbridge.org where id = $1`,
    [id],
  );
  const row = rows[0];
  return row && { ...row, settings: settingsShape.parse(row.settings) };
}

export async function openOrgCredentials(vault: Vault, org: Org): Promise<OrgCredentials> {
  return credentialsShape.parse(await vault.open(org.id, org.sealedCredentials));
}
