import { createHmac } from 'node:crypto';
import type { Org } from '../org.ts';
import { findByKey } from '../records/find.ts';
import type { Row } from '../records/row.ts';
import type { App } from './apps.ts';
import { checkAssertion, readAssertion } from './jwt.ts';
import { OAuthError } from './oauth-error.ts';

export interface TokenCall {
  org: Org;
  form: URLSearchParams;
  /** The `Authorization` header, for clients that send their credentials there. */
  authorization: string;
  /** The address under which the caller reached the org. */
  ownUrl: string;
}

/** Answers a token request. Throws OAuthError. */
export function grantToken(call: TokenCall): Record<string, string> {
  const grant = call.form.get('grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return byAssertion(call);
  if (grant === 'client_credentials') return byCredentials(call);
  if (grant === 'refresh_token') return byRefreshToken(call);
  if (grant === 'authorization_code') return byCode(call);
  throw new OAuthError('unsupported_grant_type', 'grant type not supported');
}

function byAssertion({ org, form, ownUrl }: TokenCall): Record<string, string> {
  const assertion = readAssertion(form.get('assertion') ?? '');
  const app = org.apps.find(assertion.claims.iss);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  checkAssertion(assertion, app, ownUrl, org.clock.now());
  if (assertion.claims.sub.toLowerCase() !== app.username?.toLowerCase()) {
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  }
  return answer(org, app, activeUser(org, app.username), ownUrl);
}

function byCredentials(call: TokenCall): Record<string, string> {
  const { org, ownUrl } = call;
  const { id, secret } = credentials(call);
  const app = org.apps.find(id);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (!app.clientSecret || app.clientSecret !== secret) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  if (!app.username) throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  return answer(org, app, activeUser(org, app.username), ownUrl);
}

function byCode(call: TokenCall): Record<string, string> {
  const { org, form, ownUrl } = call;
  const { id: clientId, secret } = credentials(call);
  const app = org.apps.find(clientId);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const needsSecret = app.clientSecret !== undefined && !app.secretOptional;
  if ((needsSecret || secret) && secret !== app.clientSecret) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  const { userId, scope } = org.codes.redeem(form.get('code') ?? '', {
    clientId,
    redirectUri: form.get('redirect_uri') ?? '',
    verifier: form.get('code_verifier') ?? '',
  });
  const user = userRow(org, userId);
  if (user?.IsActive !== true) throw new OAuthError('inactive_user', 'user is inactive');
  const lasting = /\b(refresh_token|offline_access)\b/.test(scope);
  return {
    ...answer(org, app, user, ownUrl),
    scope,
    ...(lasting && { refresh_token: org.sessions.issueRefresh({ clientId, userId }) }),
  };
}

function byRefreshToken(call: TokenCall): Record<string, string> {
  const { org, form, ownUrl } = call;
  const { id, secret } = credentials(call);
  const app = org.apps.find(id);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (secret && secret !== app.clientSecret) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  const token = form.get('refresh_token') ?? '';
  const grant = org.sessions.refreshGrant(token);
  if (grant?.clientId !== id) {
    throw new OAuthError('invalid_grant', 'expired access/refresh token');
  }
  const user = userRow(org, grant.userId);
  if (user?.IsActive !== true) throw new OAuthError('inactive_user', 'user is inactive');
  if (!app.rotatesRefreshTokens) return answer(org, app, user, ownUrl);
  org.sessions.revoke(token);
  return {
    ...answer(org, app, user, ownUrl),
    refresh_token: org.sessions.issueRefresh(grant),
  };
}

function credentials({ form, authorization }: TokenCall): { id: string; secret: string } {
  const basic = /^Basic (.+)$/i.exec(authorization)?.[1];
  const [id = '', secret = ''] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
    : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  return { id, secret };
}

/** The user of this name, who must be allowed to sign in. */
export function activeUser(org: Org, username: string): Row {
  const object = org.schema.object('User');
  const key = object && org.schema.field(object, 'Username');
  const [user] = object && key ? findByKey(org, object, key, username) : [];
  if (!user) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  if (user.IsActive !== true) throw new OAuthError('inactive_user', 'user is inactive');
  return user;
}

export function userRow(org: Org, userId: string): Row | undefined {
  const object = org.schema.object('User');
  return object && org.database.table(object).get(userId);
}

function answer(org: Org, app: App, user: Row, ownUrl: string): Record<string, string> {
  const id = `${ownUrl}/id/${org.residents.orgId}/${user.Id}`;
  const issuedAt = String(org.clock.now().getTime());
  const signature = createHmac('sha256', app.clientSecret ?? '').update(id + issuedAt);
  return {
    access_token: org.sessions.issue(user.Id),
    signature: signature.digest('base64'),
    scope: 'api refresh_token openid',
    instance_url: ownUrl,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
}
