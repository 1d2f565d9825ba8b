import { createHash, randomBytes } from 'node:crypto';
import { OAuth2 } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { logIn } from '../../kit/log-in.ts';

const REDIRECT = 'http://localhost:9/callback';
const APP = { clientId: 'web-app', redirectUris: [REDIRECT] };
const GUARDED = { ...APP, clientId: 'guarded', clientSecret: 'hush', requiresPkce: true };
const ROTATING = { ...APP, clientId: 'rotating', rotatesRefreshTokens: true };
const NARROW = { ...APP, clientId: 'narrow', scopes: ['api'] };
const MINUTE = 60_000;

let org: LocalOrg;
beforeAll(async () => {
  org = await startSalesforce({ apps: [APP, GUARDED, ROTATING, NARROW] });
});
beforeEach(() => org.reset());
afterAll(() => org.close());

function authorizeUrl(changes: Record<string, string> = {}): string {
  const query = { response_type: 'code', client_id: APP.clientId, redirect_uri: REDIRECT };
  const wish = new URLSearchParams({ ...query, state: 'a & "b"', ...changes });
  return `${org.url}/services/oauth2/authorize?${wish.toString()}`;
}

async function redeem(form: Record<string, string>) {
  const response = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: APP.clientId,
      redirect_uri: REDIRECT,
      ...form,
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

async function codeFor(changes: Record<string, string> = {}, user = 'worker@'): Promise<string> {
  return (await logIn(authorizeUrl(changes), { user })).searchParams.get('code') ?? '';
}

describe('the web sign-in', () => {
  it('signs jsforce in with a verifier, as the user that was chosen', async () => {
    const client = new OAuth2({
      ...{ loginUrl: org.url, clientId: APP.clientId, redirectUri: REDIRECT, useVerifier: true },
    });
    const url = client.getAuthorizationUrl({ scope: 'api refresh_token', state: 'here' });
    const back = await logIn(url, { user: 'worker@local-org.example' });
    expect(back.searchParams.get('state')).toBe('here');

    const token = await client.requestToken(back.searchParams.get('code') ?? '');
    const [user] = org.query("SELECT Id FROM User WHERE Username = 'worker@local-org.example'");
    expect(token.id).toMatch(new RegExp(`/${String(user?.Id)}$`));
    expect(token.scope).toBe('api refresh_token');

    const renewed = await client.refreshToken(token.refresh_token ?? '');
    expect(renewed.instance_url).toBe(org.url);
  });

  it('gives the state back as it came', async () => {
    const back = await logIn(authorizeUrl());
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('a & "b"');
  });

  it('lists the active users and nobody else', async () => {
    const page = await (await fetch(authorizeUrl())).text();
    expect(page).toContain('admin@local-org.example');
    expect(page.match(/type="radio"/g)).toHaveLength(2);
  });

  it('tells the app that the user denied', async () => {
    const back = await logIn(authorizeUrl(), { answer: 'deny' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_description')).toBe('end-user denied authorization');
  });

  it.each([
    ['an unknown app', { client_id: 'nobody' }, 'invalid_client_id'],
    ['an address of somebody else', { redirect_uri: `${REDIRECT}2` }, 'redirect_uri_mismatch'],
  ])('sends nobody anywhere for %s', async (_, changes, code) => {
    const response = await fetch(authorizeUrl(changes), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(new RegExp(`^error=${code}&error_description=\\w+%20`));
  });

  it.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['an unknown scope', { scope: 'api everything' }, 'invalid_scope'],
    ['a scope the app may not ask for', { client_id: 'narrow', scope: 'full' }, 'invalid_scope'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no challenge where one is required', { client_id: 'guarded' }, 'invalid_request'],
  ])('tells the app that %s is refused', async (_, changes, code) => {
    const response = await fetch(authorizeUrl(changes), { redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.searchParams.get('error')).toBe(code);
    expect(back.searchParams.get('state')).toBe('a & "b"');
  });
});

describe('an authorization code', () => {
  it('is good once', async () => {
    const code = await codeFor();
    expect((await redeem({ code })).status).toBe(200);
    expect(await redeem({ code })).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'expired authorization code' },
    });
  });

  it('is good for fifteen minutes', async () => {
    const [early, late] = [await codeFor(), await codeFor()];
    await org.clock.advance(14 * MINUTE);
    expect((await redeem({ code: early })).status).toBe(200);
    await org.clock.advance(2 * MINUTE);
    expect((await redeem({ code: late })).body.error_description).toBe(
      'expired authorization code',
    );
  });

  it('wants the verifier whose challenge was sent', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = await codeFor({ code_challenge: challenge });
    expect((await redeem({ code })).body.error_description).toBe('invalid code verifier');
    expect((await redeem({ code, code_verifier: `${verifier}x` })).status).toBe(400);
    expect((await redeem({ code, code_verifier: verifier })).status).toBe(200);
  });

  it('is good for its own app and address alone', async () => {
    const code = await codeFor();
    const other = await redeem({ code, client_id: 'rotating' });
    expect(other.body.error_description).toBe('invalid authorization code');
    const elsewhere = await redeem({ code, redirect_uri: 'http://localhost:9/other' });
    expect(elsewhere.body.error).toBe('redirect_uri_mismatch');
    expect((await redeem({ code: 'made-up' })).body.error).toBe('invalid_grant');
  });

  it('wants the secret of an app that has one', async () => {
    const challenge = createHash('sha256').update('v').digest('base64url');
    const code = await codeFor({ client_id: 'guarded', code_challenge: challenge });
    const form = { code, client_id: 'guarded', code_verifier: 'v' };
    expect((await redeem(form)).body.error).toBe('invalid_client');
    expect((await redeem({ ...form, client_secret: 'guess' })).body.error).toBe('invalid_client');
    expect((await redeem({ ...form, client_secret: 'hush' })).status).toBe(200);
  });

  it('brings a refresh token only when that was asked for', async () => {
    const without = await redeem({ code: await codeFor({ scope: 'api openid' }) });
    expect(without.body).not.toHaveProperty('refresh_token');
    const code = await codeFor({ client_id: 'rotating', scope: 'api refresh_token' });
    const { body } = await redeem({ code, client_id: 'rotating' });
    const renewal = {
      grant_type: 'refresh_token',
      client_id: 'rotating',
      refresh_token: body.refresh_token ?? '',
    };
    const renewed = await redeem(renewal);
    expect(renewed.body.refresh_token).not.toBe(body.refresh_token);
    expect((await redeem(renewal)).body.error_description).toBe('expired access/refresh token');
  });

  it('is refused when its user was deactivated in the meantime', async () => {
    const [worker] = org.query("SELECT Id FROM User WHERE Username = 'worker@local-org.example'");
    const code = await codeFor();
    const admin = await redeem({ code: await codeFor({}, 'admin@') });
    await fetch(`${org.url}/services/data/v66.0/sobjects/User/${String(worker?.Id)}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${admin.body.access_token ?? ''}`,
        'content-type': 'application/json',
      },
      body: '{"IsActive":false}',
    });
    expect((await redeem({ code })).body.error).toBe('inactive_user');
  });
});
