import type { Store } from '../../kit/store.ts';

/** An external client app as the org's admin set it up. */
export interface App {
  clientId: string;
  clientSecret?: string;
  /** The certificate, or just the public key, against which JWT assertions are verified. */
  certificatePem?: string;
  publicKeyPem?: string;
  /** The user who is pre-authorised for JWT, and whom client credentials run as. */
  username?: string;
  /** Where the web sign-in may send a browser back to; nowhere when absent. */
  redirectUris?: string[];
  /** What users may be asked for; anything when absent. */
  scopes?: string[];
  /** The web sign-in is refused without a code challenge. */
  requiresPkce?: boolean;
  /** The web sign-in needs no secret, although the app has one. */
  secretOptional?: boolean;
  /** Each use of a refresh token answers a new one and ends the old. */
  rotatesRefreshTokens?: boolean;
}

export interface Apps {
  register(app: App): void;
  find(clientId: string): App | undefined;
}

/** Every org knows the Salesforce CLI. */
const CLI: App = {
  clientId: 'PlatformCLI',
  redirectUris: ['http://localhost:1717/OauthRedirect'],
};

export function createApps(store: Store): Apps {
  const apps = store.collection<App>('app');
  return {
    register: (app) => apps.set(app.clientId, app),
    find: (clientId) => apps.get(clientId) ?? (clientId === CLI.clientId ? CLI : undefined),
  };
}
