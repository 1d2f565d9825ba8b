import type { Request, Response } from 'express';
import type { SignedInUser, Users } from './users.ts';

const COOKIE = 'local-user';

export function usernameOf(request: Request): string | undefined {
  const cookies = (request.headers.cookie ?? '').split('; ');
  const own = cookies.find((one) => one.startsWith(`${COOKIE}=`));
  return own && decodeURIComponent(own.slice(COOKIE.length + 1));
}

/** The user of the browser's session; the default one before anybody has signed in. */
export function signedInUser(
  request: Request,
  users: Users,
  defaultUsername: string,
): Promise<SignedInUser> {
  return users.signIn(usernameOf(request) ?? defaultUsername);
}

/** Only this machine reaches the server, so a name is enough to sign in. */
export function rememberUser(response: Response, username: string): void {
  response.cookie(COOKIE, username, { httpOnly: true, sameSite: 'strict', path: '/' });
}
