import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { createCookie, type Cookie } from '../cookies.ts';
import { returnAddress } from '../return-address.ts';
import { html } from '../view/html.ts';
import { sendProblem } from '../view/page.ts';
import { beginSignIn, SIGN_IN_MS } from './sign-ins.ts';

export const SCOPE = 'api refresh_token openid';
const BROWSER = /^[A-Za-z0-9_-]{43}$/;

export const callbackUrl = (workerUrl: string): string =>
  `${workerUrl}/connect/salesforce/callback`;

/** Binds a sign-in to the browser that began it. */
export const browserCookie = ({ settings }: Context): Cookie =>
  createCookie(settings.workerUrl, 'cartbridge_browser');

/** `GET /connect/salesforce`: begins a sign-in and sends the browser to Salesforce. */
export async function startSignIn(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const { pool, vault, log } = context;
  const { workerUrl, salesforce } = context.settings;
  if (!salesforce.clientId) {
    sendProblem(response, notSetUp(workerUrl));
    return;
  }
  const cookie = browserCookie(context);
  const known = cookie.read(request) ?? '';
  // The same for several windows, so that each of them can finish what it began.
  const browser = BROWSER.test(known) ? known : randomBytes(32).toString('base64url');
  const { state, challenge } = await beginSignIn(pool, vault, browser, {
    returnTo: returnAddress(request.query.return, salesforce),
    nextPage: request.query.next === 'shop' ? 'shop' : 'overview',
  });
  cookie.set(response, browser, SIGN_IN_MS);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: salesforce.clientId,
    redirect_uri: callbackUrl(workerUrl),
    scope: SCOPE,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    // Whoever signs in is whom the worker acts as: never somebody who happens to be signed in.
    prompt: 'login',
  });
  log.info({}, 'sign_in.begun');
  response.redirect(302, `${salesforce.loginUrl}/services/oauth2/authorize?${query.toString()}`);
}

function notSetUp(workerUrl: string) {
  return {
    status: 503,
    heading: 'Sign-in is not set up yet',
    what: 'This worker does not know by which app it may ask Salesforce for access.',
    next: html`Whoever runs the worker creates an external client app in Salesforce with the
      callback address <code>${callbackUrl(workerUrl)}</code> and the scopes <code>${SCOPE}</code>,
      sets <code>SALESFORCE_CLIENT_ID</code> (and <code>SALESFORCE_CLIENT_SECRET</code>, if the app
      asks for it), and restarts the worker. Then load this page again.`,
  };
}
