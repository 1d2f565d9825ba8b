import { randomUUID } from 'node:crypto';
import type { Formats } from './context.ts';
import { askOrg, queryOrg, type OrgClient } from './org-client.ts';

export interface LocalUser {
  id: string;
  username: string;
  name: string;
  formats: Formats;
}

/** A user of the org who is signed in to this server. */
export interface SignedInUser extends LocalUser {
  accessToken: string;
}

interface UserRow {
  Id: string;
  Username: string;
  Name: string;
  LocaleSidKey: string | null;
  TimeZoneSidKey: string | null;
}

export interface Users {
  list(): Promise<LocalUser[]>;
  /** Signs a user in without a password. Throws when there is no such user. */
  signIn(username: string): Promise<SignedInUser>;
  /** The session has ended: the next request opens a new one. */
  forget(username: string): void;
}

const CLIENT_ID = 'local-lightning';

/** The org's users; `admin` is a session that may read them and is itself one of them. */
export function usersOf(admin: OrgClient, adminUsername: string): Users {
  const signedIn = new Map<string, Promise<SignedInUser>>();

  async function list(): Promise<LocalUser[]> {
    const rows = await queryOrg<UserRow>(
      admin,
      'SELECT Id, Username, Name, LocaleSidKey, TimeZoneSidKey FROM User WHERE IsActive = true ORDER BY Name',
    );
    return rows.map((row) => ({
      id: row.Id,
      username: row.Username,
      name: row.Name,
      formats: {
        ...(row.LocaleSidKey && { locale: row.LocaleSidKey.replace('_', '-') }),
        ...(row.TimeZoneSidKey && { timeZone: row.TimeZoneSidKey }),
      },
    }));
  }

  async function signIn(username: string): Promise<SignedInUser> {
    const user = (await list()).find((one) => one.username === username);
    if (!user) throw new Error(`The org has no active user ${username}.`);
    const isAdmin = username === adminUsername;
    return { ...user, accessToken: isAdmin ? admin.accessToken : await tokenFor(username) };
  }

  /** The local org lets an app of its own act for any user; a real one would ask that user. */
  async function tokenFor(username: string): Promise<string> {
    const secret = randomUUID();
    const app = { clientId: CLIENT_ID, clientSecret: secret, username };
    await control('apps', app);
    const { refresh_token } = (await control('refresh-tokens', {
      clientId: CLIENT_ID,
      username,
    })) as {
      refresh_token: string;
    };
    const response = await fetch(`${admin.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: CLIENT_ID,
        client_secret: secret,
        refresh_token,
      }),
    });
    const body = (await response.json()) as { access_token?: string };
    if (!body.access_token) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
    return body.access_token;
  }

  async function control(path: string, body: unknown): Promise<unknown> {
    const reply = await askOrg(admin, 'POST', `/__local__/${path}`, body);
    if (reply.status >= 300)
      throw new Error(`The local org refused ${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  return {
    list,
    signIn(username) {
      const session = signedIn.get(username) ?? signIn(username);
      signedIn.set(username, session);
      session.catch(() => signedIn.delete(username));
      return session;
    },
    forget: (username) => void signedIn.delete(username),
  };
}
