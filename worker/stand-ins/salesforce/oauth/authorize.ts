import type { Request, Response } from 'express';
import type { Org } from '../org.ts';
import type { Row } from '../records/row.ts';
import type { App } from './apps.ts';
import { loginPage } from './login-page.ts';
import { OAuthError } from './oauth-error.ts';
import { usersOf } from './users.ts';

/** What an app may ask for. The local org's sessions are good for all of the API whatever it was. */
const SCOPES = new Set([
  ...['api', 'web', 'full', 'refresh_token', 'offline_access', 'openid', 'id', 'profile', 'email'],
  ...[
    'address',
    'phone',
    'chatter_api',
    'custom_permissions',
    'lightning',
    'content',
    'visualforce',
  ],
  ...[
    'pardot_api',
    'cdp_api',
    'einstein_gpt_api',
    'eclair_api',
    'wave_api',
    'user_registration_api',
  ],
]);
const DEFAULT_SCOPE = 'api web refresh_token';
/** 43 characters: a SHA-256 in base64url. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

interface Wish {
  app: App;
  redirectUri: string;
  state: string | null;
}

/** `GET /services/oauth2/authorize` shows the login page, `POST` is what it sends. */
export function answerAuthorize(
  org: Org,
  request: Request,
  response: Response,
  form: URLSearchParams,
): void {
  const query = request.method === 'POST' ? form : searchOf(request);
  let wish: Wish;
  try {
    wish = readWish(org, query);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    // To an address that is not the app's own nobody is sent, not even with an error.
    response.status(400).type('text').send(inWords(error));
    return;
  }
  try {
    const { scope, challenge } = readDetails(wish.app, query);
    if (request.method !== 'POST') {
      response
        .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': policyFor(wish) })
        .type('html')
        .send(loginPage(org, query));
      return;
    }
    const user = chosenUser(org, form);
    const code = org.codes.issue({
      ...{ clientId: wish.app.clientId, userId: user.Id, redirectUri: wish.redirectUri, scope },
      ...(challenge !== null && { challenge }),
    });
    sendBack(response, wish, { code });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    sendBack(response, wish, { error: error.code, error_description: error.message });
  }
}

function readWish(org: Org, query: URLSearchParams): Wish {
  const app = org.apps.find(query.get('client_id') ?? '');
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUris?.includes(redirectUri)) {
    throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  return { app, redirectUri, state: query.get('state') };
}

function readDetails(app: App, query: URLSearchParams) {
  if (query.get('response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', 'response type not supported');
  }
  const scope = query.get('scope') ?? DEFAULT_SCOPE;
  const wanted = scope.split(' ').filter(Boolean);
  if (!wanted.every((name) => SCOPES.has(name) && (app.scopes ?? [name]).includes(name))) {
    throw new OAuthError('invalid_scope', 'the requested scope is not allowed');
  }
  const challenge = query.get('code_challenge');
  if (challenge === null && app.requiresPkce) {
    throw new OAuthError('invalid_request', 'missing required code challenge');
  }
  const method = query.get('code_challenge_method') ?? 'S256';
  if (method !== 'S256' || (challenge !== null && !CHALLENGE.test(challenge))) {
    throw new OAuthError('invalid_request', 'invalid code challenge');
  }
  return { scope: wanted.join(' '), challenge };
}

function chosenUser(org: Org, form: URLSearchParams): Row {
  if (form.get('answer') !== 'allow') {
    throw new OAuthError('access_denied', 'end-user denied authorization');
  }
  const user = usersOf(org).find((one) => one.Id === form.get('user'));
  if (!user) throw new OAuthError('access_denied', 'end-user denied authorization');
  return user;
}

function sendBack(response: Response, { redirectUri, state }: Wish, answer: object): void {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, String(value));
  if (state !== null) url.searchParams.set('state', state);
  response.redirect(302, url.href);
}

/** A browser follows the answer to the form only where this says it may. */
function policyFor({ redirectUri }: Wish): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action 'self' ${new URL(redirectUri).origin}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

function inWords({ code, message }: OAuthError): string {
  return `error=${code}&error_description=${encodeURIComponent(message)}`;
}

function searchOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}
