import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import type { Org, OrgCredentials } from '../../shared/orgs.ts';

export interface Token {
  accessToken: string;
  instanceUrl: string;
}

const DEADLINE_MS = 20_000;
/** Salesforce wants an assertion that expires within five minutes. */
const ASSERTION_SECONDS = 180;

const answerShape = z.object({ access_token: z.string(), instance_url: z.string() });
const errorShape = z.object({ error: z.string(), error_description: z.string().default('') });

/**
 * Asks the org for an access token. Throws `salesforce_auth` when it refuses, and
 * `salesforce_unavailable` when it does not answer.
 */
export async function requestToken(org: Org, credentials: OrgCredentials): Promise<Token> {
  const response = await post(`${org.loginUrl}/services/oauth2/token`, await formOf(credentials));
  const text = await response.text();
  if (response.ok) {
    const { access_token, instance_url } = answerShape.parse(JSON.parse(text));
    return { accessToken: access_token, instanceUrl: instance_url };
  }
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

async function formOf(credentials: OrgCredentials): Promise<Record<string, string>> {
  if (credentials.flow === 'client_credentials') {
    const { clientId, clientSecret } = credentials;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
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
