import { z } from 'zod';
import { API_VERSION } from '../../deliver/salesforce/client.ts';
import type { Token } from '../../deliver/salesforce/token.ts';
import { Failure } from '../../shared/failure.ts';

const DEADLINE_MS = 20_000;

const userShape = z.object({ preferred_username: z.string(), organization_id: z.string() });
const describeShape = z.object({
  sobjects: z.array(
    z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() }),
  ),
});
const namesShape = z.object({ records: z.array(z.object({ Name: z.string() })).min(1) });

/** An object as the user who signed in may use it. */
export type DescribedObject = z.infer<typeof describeShape>['sobjects'][number];

/** Whoever has just signed in: username and the id of the organization. */
export async function askForUser(token: Token) {
  return userShape.parse(await ask(token, '/services/oauth2/userinfo'));
}

/** What the user may see. Throws `salesforce_setup` when the user may not use the API at all. */
export async function askForObjects(token: Token): Promise<DescribedObject[]> {
  return describeShape.parse(await ask(token, `/services/data/v${API_VERSION}/sobjects`)).sobjects;
}

export async function askForOrgName(token: Token): Promise<string> {
  const query = new URLSearchParams({ q: 'SELECT Name FROM Organization' });
  const path = `/services/data/v${API_VERSION}/query?${query.toString()}`;
  return namesShape.parse(await ask(token, path)).records[0]?.Name ?? '';
}

/** Gives back a refresh token of which nothing came; at worst it stays listed in the org. */
export async function giveBack(loginUrl: string, { refreshToken }: Token): Promise<void> {
  if (!refreshToken) return;
  await fetch(`${loginUrl}/services/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  }).catch(() => undefined);
}

async function ask({ instanceUrl, accessToken }: Token, path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(instanceUrl + path, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch (cause) {
    throw new Failure('salesforce_unavailable', 'The org does not answer.', { cause });
  }
  if (response.ok) return response.json();
  const details = { status: response.status };
  if (response.status === 403) {
    throw new Failure('salesforce_setup', 'The user may not use the API.', { details });
  }
  throw new Failure('salesforce_unavailable', `The org answered ${response.status}.`, { details });
}
