import { createPublicKey, verify } from 'node:crypto';
import type { App } from './apps.ts';
import { OAuthError } from './oauth-error.ts';

export interface Claims {
  iss: string;
  sub: string;
  aud: string | string[];
  exp: number;
}

interface Assertion {
  claims: Claims;
  signed: Buffer;
  signature: Buffer;
}

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const MILLISECONDS = 100_000_000_000;

/** Reads an assertion without trusting it. Throws when it is no RS256 JWT with the four claims. */
export function readAssertion(text: string): Assertion {
  const [header = '', payload = '', signature = ''] = text.split('.');
  try {
    const { alg } = decode(header) as { alg?: string };
    const claims = decode(payload) as Partial<Claims>;
    const { iss, sub, aud, exp } = claims;
    if (alg === 'RS256' && iss && sub && aud && typeof exp === 'number') {
      return {
        claims: { iss, sub, aud, exp },
        signed: Buffer.from(`${header}.${payload}`),
        signature: Buffer.from(signature, 'base64url'),
      };
    }
  } catch {
    // Not JSON inside: told below in the platform's words.
  }
  throw new OAuthError('invalid_grant', 'invalid assertion');
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

/** Throws unless the app's own key signed the assertion, for this org, and it is still good. */
export function checkAssertion(assertion: Assertion, app: App, ownUrl: string, now: Date): void {
  const { claims, signed, signature } = assertion;
  const pem = app.certificatePem ?? app.publicKeyPem;
  if (!pem || !verify('RSA-SHA256', signed, createPublicKey(pem), signature)) {
    throw new OAuthError('invalid_grant', 'invalid assertion');
  }
  const accepted = [...LOGIN_HOSTS, ...localNames(ownUrl)];
  const audiences = [claims.aud].flat().map((aud) => aud.replace(/\/+$/, ''));
  if (!audiences.some((aud) => accepted.includes(aud))) {
    throw new OAuthError('invalid_grant', 'audience is invalid');
  }
  // Some clients write milliseconds where the standard says seconds; the platform bears it.
  const expires = claims.exp > MILLISECONDS ? claims.exp : claims.exp * 1000;
  if (expires <= now.getTime()) throw new OAuthError('invalid_grant', 'expired');
}

/** The org answers on one port under both of the machine's local names. */
function localNames(ownUrl: string): string[] {
  const { port } = new URL(ownUrl);
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
}
