import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';

const SESSION_MS = 2 * 60 * 60 * 1000;

interface Session {
  userId: string;
  /** Sessions of an earlier epoch are over, whatever their time. */
  epoch: number;
  expiresAt: number;
}

interface Grant {
  userId: string;
  clientId: string;
}

/** Access tokens, good for two hours after they were last used, and refresh tokens. */
export interface Sessions {
  issue(userId: string): string;
  /** Whose session this is; undefined when it is unknown or over. Using it keeps it alive. */
  userOf(token: string): string | undefined;
  expireAll(): void;
  issueRefresh(grant: Grant): string;
  refreshGrant(token: string): Grant | undefined;
  /** Ends an access or a refresh token; false when there is no such token. */
  revoke(token: string): boolean;
}

export function createSessions(store: Store, clock: Clock, orgId: string): Sessions {
  const sessions = store.collection<Session>('session');
  const grants = store.collection<Grant>('refresh token');
  const epochs = store.collection<number>('session epoch');
  const epoch = (): number => epochs.get('current') ?? 0;
  const now = (): number => clock.now().getTime();
  return {
    issue(userId) {
      const token = `${orgId.slice(0, 15)}!AQ${randomBytes(45).toString('base64url')}`;
      sessions.set(token, { userId, epoch: epoch(), expiresAt: now() + SESSION_MS });
      return token;
    },
    userOf(token) {
      const session = sessions.get(token);
      if (session?.epoch !== epoch() || session.expiresAt <= now()) return undefined;
      // As the platform does, and sparing the store: prolonged only in its second half.
      if (session.expiresAt - now() < SESSION_MS / 2) {
        sessions.set(token, { ...session, expiresAt: now() + SESSION_MS });
      }
      return session.userId;
    },
    expireAll: () => epochs.set('current', epoch() + 1),
    issueRefresh(grant) {
      const token = `5Aep861${randomBytes(45).toString('base64url')}`;
      grants.set(token, grant);
      return token;
    },
    refreshGrant: (token) => grants.get(token),
    revoke(token) {
      const known = sessions.get(token) !== undefined || grants.get(token) !== undefined;
      sessions.delete(token);
      grants.delete(token);
      return known;
    },
  };
}
