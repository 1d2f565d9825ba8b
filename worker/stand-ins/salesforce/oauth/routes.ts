import type { Request, Response } from 'express';
import { bodyText } from '../../kit/server.ts';
import type { Org } from '../org.ts';
import { Refused } from '../records/refusal.ts';
import { errorAnswer } from '../rest/answers.ts';
import { send } from '../rest/api.ts';
import { userOf } from '../rest/sign-in.ts';
import type { Row } from '../records/row.ts';
import { answerAuthorize } from './authorize.ts';
import { frontDoor, identity, userInfo } from './identity.ts';
import { OAuthError } from './oauth-error.ts';
import { grantToken, userRow } from './token.ts';

interface Own {
  url: string;
  adminToken?: string;
}

/** Answers `/services/oauth2/...` and `/id/...`; false when the path is none of its own. */
export function answerOAuth(
  org: Org,
  path: string,
  request: Request,
  response: Response,
  own: Own,
): boolean {
  const form = new URLSearchParams(bodyText(request));
  if (path === '/services/oauth2/token' && request.method === 'POST') {
    answerToken(org, form, request, response, own.url);
  } else if (path === '/services/oauth2/authorize' && ['GET', 'POST'].includes(request.method)) {
    answerAuthorize(org, request, response, form);
  } else if (path === '/services/oauth2/revoke' && request.method === 'POST') {
    answerRevoke(org, form.get('token') ?? '', response);
  } else if (path === '/services/oauth2/userinfo') {
    answerIdentity(org, request, response, own, userInfo);
  } else if (path === '/services/oauth2/singleaccess') {
    answerIdentity(org, request, response, own, frontDoor);
  } else if (path.startsWith('/id/')) {
    answerIdentity(org, request, response, own, identity);
  } else {
    return false;
  }
  return true;
}

function answerToken(
  org: Org,
  form: URLSearchParams,
  request: Request,
  response: Response,
  ownUrl: string,
): void {
  try {
    const authorization = request.get('authorization') ?? '';
    send(response, { status: 200, body: grantToken({ org, form, authorization, ownUrl }) });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const body = { error: error.code, error_description: error.message };
    send(response, { status: 400, body });
  }
}

function answerRevoke(org: Org, token: string, response: Response): void {
  if (org.sessions.revoke(token)) {
    response.status(200).end();
    return;
  }
  // Here the original answers a form, not JSON.
  const body = 'error=unsupported_token_type&error_description=this+token+type+is+not+supported';
  response.status(400).set('Content-Type', 'application/x-www-form-urlencoded').end(body);
}

function answerIdentity(
  org: Org,
  request: Request,
  response: Response,
  own: Own,
  document: (org: Org, user: Row, ownUrl: string) => Record<string, unknown>,
): void {
  try {
    const user = userRow(
      org,
      userOf(org, (name) => request.get(name), own.adminToken),
    );
    if (user) send(response, { status: 200, body: document(org, user, own.url) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    send(response, errorAnswer(error));
  }
}
