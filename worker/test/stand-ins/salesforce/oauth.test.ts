import { generateKeyPairSync } from 'node:crypto';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import {
  assertion,
  CLIENT_ID,
  CLIENT_SECRET,
  connectAsWorker,
  JWT_BEARER,
  startOrg,
  type Claims,
} from './kit.ts';

const HOUR = 60 * 60 * 1000;
let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

async function token(form: Record<string, string>, headers = {}) {
  const response = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const byJwt = async (claims: Partial<Claims> = {}) =>
  token({
    grant_type: JWT_BEARER,
    assertion: await assertion({ aud: 'https://login.salesforce.com', ...claims }),
  });

const ask = (accessToken: string) =>
  fetch(`${org.url}/services/data/v66.0/limits`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });

describe('JWT bearer', () => {
  it('signs jsforce in, which learns its user from the id in the answer', async () => {
    const connection = await connectAsWorker(org);
    const [user] = org.query("SELECT Id FROM User WHERE Username = 'worker@local-org.example'");
    expect(connection.userInfo?.id).toBe(user?.Id);
    expect((await connection.identity()).username).toBe('worker@local-org.example');
    expect(connection.accessToken).toMatch(/^00D\w{12}!/);
  });

  it.each([
    ['https://test.salesforce.com', 200],
    ['https://evil.example', 400],
  ])('answers the audience %s with %i', async (aud, status) => {
    expect((await byJwt({ aud })).status).toBe(status);
  });

  it('takes an expiry in milliseconds, and one far ahead', async () => {
    expect((await byJwt({ exp: Date.now() + 60_000 })).status).toBe(200);
    expect((await byJwt({ exp: Math.floor(Date.now() / 1000) + 86_400 * 400 })).status).toBe(200);
  });

  it('refuses what is expired, wrongly signed, or for a user who did not approve', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const past = Math.floor(Date.now() / 1000) - 60;
    expect((await byJwt({ exp: past })).body).toMatchObject({ error: 'invalid_grant' });
    expect((await byJwt({ key: stranger })).body).toEqual({
      error: 'invalid_grant',
      error_description: 'invalid assertion',
    });
    expect((await byJwt({ sub: org.usernames.admin })).body).toEqual({
      error: 'invalid_grant',
      error_description: "user hasn't approved this consumer",
    });
    expect((await byJwt({ iss: 'nobody' })).body.error).toBe('invalid_client_id');
  });
});

describe('client credentials', () => {
  const grant = { grant_type: 'client_credentials' };

  it('come in the form or in the Authorization header', async () => {
    const form = { ...grant, client_id: CLIENT_ID, client_secret: CLIENT_SECRET };
    const basic = Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64');
    const first = await token(form);
    expect(first.status).toBe(200);
    expect(first.body).not.toHaveProperty('refresh_token');
    expect((await token(grant, { authorization: `Basic ${basic}` })).status).toBe(200);
  });

  it('are refused with a wrong secret, and unknown grants altogether', async () => {
    const form = { ...grant, client_id: CLIENT_ID, client_secret: 'wrong' };
    expect((await token(form)).body.error).toBe('invalid_client');
    expect((await token({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });
});

describe('a refresh token', () => {
  const refresh = (refresh_token: string) =>
    token({ grant_type: 'refresh_token', refresh_token, client_id: CLIENT_ID });

  it('gives new access tokens until it is revoked', async () => {
    const refreshToken = org.issueRefreshToken({
      clientId: CLIENT_ID,
      username: org.usernames.worker,
    });
    expect((await refresh(refreshToken)).status).toBe(200);
    const revoke = await fetch(`${org.url}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: refreshToken }),
    });
    expect([revoke.status, await revoke.text()]).toEqual([200, '']);
    expect((await refresh(refreshToken)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
  });

  it('is replaced by each use when the app rotates them', async () => {
    const username = org.usernames.worker;
    org.registerApp({ clientId: CLIENT_ID, username, rotatesRefreshTokens: true });
    const old = org.issueRefreshToken({ clientId: CLIENT_ID, username });
    const { body } = await refresh(old);
    expect((await refresh(old)).status).toBe(400);
    expect((await refresh(body.refresh_token ?? '')).status).toBe(200);
  });
});

describe('a session', () => {
  it('ends two hours after its last use', async () => {
    const { body } = await byJwt();
    const accessToken = body.access_token ?? '';
    await org.clock.advance(1.5 * HOUR);
    expect((await ask(accessToken)).status).toBe(200);
    await org.clock.advance(1.5 * HOUR);
    expect((await ask(accessToken)).status).toBe(200);
    await org.clock.advance(2 * HOUR);
    const over = await ask(accessToken);
    expect(over.status).toBe(401);
    expect(over.headers.get('www-authenticate')).toBe('Token');
    expect(await over.json()).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
  });

  it('ends at once when all are expired, and jsforce gets itself a new one', async () => {
    const connection = new Connection({
      instanceUrl: org.url,
      version: '66.0',
      accessToken: (await byJwt()).body.access_token ?? '',
      refreshFn: (_, done) => {
        void byJwt().then(({ body }) => {
          done(null, body.access_token);
        });
      },
    });
    const before = connection.accessToken;
    org.expireSessions();
    expect((await connection.query('SELECT Id FROM Lead')).totalSize).toBe(0);
    expect(connection.accessToken).not.toBe(before);
  });

  it('tells who it is at userinfo, and is nobody without a token', async () => {
    const { body } = await byJwt();
    const authorization = `Bearer ${body.access_token ?? ''}`;
    const url = `${org.url}/services/oauth2/userinfo`;
    const info: unknown = await (await fetch(url, { headers: { authorization } })).json();
    expect(info).toMatchObject({
      preferred_username: org.usernames.worker,
      organization_id: expect.stringMatching(/^00D\w{15}$/) as string,
    });
    expect((await fetch(url)).status).toBe(401);
  });
});
