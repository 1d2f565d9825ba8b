import type { Store } from '../../kit/store.ts';

/** An external client app as the org's admin set it up. */
export interface App {
  clientId: string;
  clientSecret?: string;
  /** The certificate, or just the public key, against which JWT assertions are verified. */
  certificatePem?: string;
  publicKeyPem?: string;
  /** The user who is pre-authorised for JWT, and whom client credentials run as. */
  username: string;
  /** Each use of a refresh token answers a new one and ends the old. */
  rotatesRefreshTokens?: boolean;
}

export interface Apps {
  register(app: App): void;
  find(clientId: string): App | undefined;
}

export function createApps(store: Store): Apps {
  const apps = store.collection<App>('app');
  return {
    register: (app) => apps.set(app.clientId, app),
    find: (clientId) => apps.get(clientId),
  };
}
