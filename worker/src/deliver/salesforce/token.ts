import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import type { Org, OrgCredentials } from '../../shared/orgs.ts';

export interface Token {
  accessToken: string;
  instanceUrl: string;
  /** 18 characters; empty when the answer did not tell. */
  organizationId: string;
  /** Only where the flow gives one; at a renewal only when the former is good no more. */
  refreshToken?: string;
}

const DEADLINE_MS = 20_000;
/** Salesforce wants an assertion that expires within five minutes. */
const ASSERTION_SECONDS = 180;

const answerShape = z.object({
  access_token: z.string(),
  instance_url: z.string(),
  // `https://login.salesforce.com/id/<organisation>/<user>`
  id: z.string().default(''),
  refresh_token: z.string().optional(),
});
const errorShape = z.object({ error: z.string(), error_description: z.string().default('') });

/**
 * Asks the org for an access token. Throws `salesforce_auth` when it refuses, and
 * `salesforce_unavailable` when it does not answer.
 */
export async function requestToken(
  { loginUrl }: Pick<Org, 'loginUrl'>,
  credentials: OrgCredentials,
): Promise<Token> {
  return askForToken(loginUrl, await formOf(credentials));
}

/** The same with the form of any grant. */
export async function askForToken(loginUrl: string, form: Record<string, string>): Promise<Token> {
  const response = await post(`${loginUrl}/services/oauth2/token`, form);
  const text = await response.text();
  if (response.ok) return readToken(text);
  if (response.status >= 500) {
    throw new Failure('salesforce_unavailable', `The sign-in service answered ${response.status}.`);
  }
  const { error, error_description } = readError(text);
  throw new Failure(
    'salesforce_auth',
    `Salesforce refused to sign in: ${error}, ${error_description}.`,
    {
      nextStep:
        'Check the app’s policies and that the worker’s user is pre-authorised, then connect again.',
      details: { error },
    },
  );
}

function readToken(text: string): Token {
  const { access_token, instance_url, id, refresh_token } = answerShape.parse(JSON.parse(text));
  return {
    accessToken: access_token,
    instanceUrl: instance_url,
    organizationId: id.split('/').at(-2) ?? '',
    ...(refresh_token && { refreshToken: refresh_token }),
  };
}

async function formOf(credentials: OrgCredentials): Promise<Record<string, string>> {
  if (credentials.flow === 'client_credentials') {
    const { clientId, clientSecret } = credentials;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  }
  if (credentials.flow === 'refresh_token') {
    const { clientId, clientSecret, refreshToken } = credentials;
    return {
      grant_type: 'refresh_token',
      client_id: clientId,
      ...(clientSecret && { client_secret: clientSecret }),
      refresh_token: refreshToken,
    };
  }
  const key = await importPKCS8(credentials.privateKeyPem, 'RS256');
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(credentials.clientId)
    .setSubject(credentials.username)
    .setAudience(credentials.audience)
    .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
    .sign(key);
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
}

async function post(url: string, form: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch (cause) {
    throw new Failure('salesforce_unavailable', 'The sign-in service does not answer.', { cause });
  }
}

function readError(text: string): z.infer<typeof errorShape> {
  try {
    return errorShape.parse(JSON.parse(text));
  } catch {
    return { error: 'unreadable', error_description: 'the answer was not OAuth JSON' };
  }
}
