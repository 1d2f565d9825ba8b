import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';
import { OAuthError } from './oauth-error.ts';

const CODE_MS = 15 * 60 * 1000;

/** What the user allowed, and to whom. */
export interface Approval {
  clientId: string;
  userId: string;
  redirectUri: string;
  scope: string;
  /** S256 of the verifier; absent when the app sent none. */
  challenge?: string;
}

type Code = Approval & { expiresAt: number; used?: boolean };

/** Authorization codes: each good once, for fifteen minutes on the org's clock. */
export interface Codes {
  issue(approval: Approval): string;
  /** Throws OAuthError. */
  redeem(code: string, by: { clientId: string; redirectUri: string; verifier: string }): Approval;
}

export function createCodes(store: Store, clock: Clock): Codes {
  const codes = store.collection<Code>('authorization code');
  const now = (): number => clock.now().getTime();
  return {
    issue(approval) {
      const code = `aPrx${randomBytes(42).toString('base64url')}`;
      codes.set(code, { ...approval, expiresAt: now() + CODE_MS });
      return code;
    },
    redeem(text, { clientId, redirectUri, verifier }) {
      const code = codes.get(text);
      if (code?.clientId !== clientId) {
        throw new OAuthError('invalid_grant', 'invalid authorization code');
      }
      if (code.used || code.expiresAt <= now()) {
        throw new OAuthError('invalid_grant', 'expired authorization code');
      }
      if (code.redirectUri !== redirectUri) {
        throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
      }
      // A verifier nobody announced is no proof of anything, but the platform lets it pass.
      if (code.challenge !== undefined && code.challenge !== challengeOf(verifier)) {
        throw new OAuthError('invalid_grant', 'invalid code verifier');
      }
      codes.set(text, { ...code, used: true });
      return code;
    },
  };
}

const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url');
