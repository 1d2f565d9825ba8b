import { generateKeyPairSync } from 'node:crypto';
import { describe, it, expect } from 'vitest';
import { failureIn } from './rows.ts';
import { APP, useOrgs, type UsedOrg } from './use-org.ts';

const useOrg = useOrgs();
const COUNT = `/query?q=${encodeURIComponent('SELECT Id FROM Lead')}`;

const read = ({ client }: UsedOrg): Promise<unknown> => client.request('GET', COUNT);

describe('the session', () => {
  it('is asked for once and used for many calls', async () => {
    const used = await useOrg();

    await Promise.all([read(used), read(used), read(used)]);
    await read(used);

    expect(used.signIns()).toBe(1);
    expect(used.client.calls).toBe(4);
  });

  it('that ended is renewed once, and the call goes through', async () => {
    const used = await useOrg();
    await read(used);
    used.org.expireSessions();

    await read(used);
    await read(used);

    expect(used.signIns()).toBe(2);
    expect(used.apiCalls()).toBe(4);
  });

  it('that ended under several calls at once is renewed once for all', async () => {
    const used = await useOrg();
    await read(used);
    used.org.expireSessions();

    await Promise.all([read(used), read(used), read(used)]);

    expect(used.signIns()).toBe(2);
  });

  it('that is refused although it is new ends the call after one renewal', async () => {
    const used = await useOrg();
    await read(used);
    const body = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
    used.org.faults.add({ path: '/services/data', times: 50, status: 401, body });

    const failure = await failureIn(read(used));

    expect(failure.kind).toBe('salesforce_auth');
    expect(failure.nextStep).toContain('connect the org again');
    expect(used.signIns()).toBe(2);
    expect(used.apiCalls()).toBe(3);
  });

  it('is asked for anew by the next call after a refusal, and works again', async () => {
    const used = await useOrg();
    await read(used);
    const body = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
    used.org.faults.add({ path: '/services/data', times: 2, status: 401, body });
    await failureIn(read(used));

    await expect(read(used)).resolves.toMatchObject({ totalSize: 0 });
  });

  it('that may not be used for the API at all is not renewed again and again', async () => {
    const used = await useOrg();
    await read(used);
    const message = 'This session is not valid for use with the REST API';
    const body = [{ message, errorCode: 'INVALID_SESSION_ID' }];
    used.org.faults.add({ path: '/services/data', times: 50, status: 401, body });

    expect((await failureIn(read(used))).kind).toBe('salesforce_auth');
    expect(used.signIns()).toBeLessThanOrEqual(2);
  });
});

describe('signing in', () => {
  it('that is refused says what Salesforce said, after one try', async () => {
    const { clientId } = APP;
    const credentials = { flow: 'client_credentials' as const, clientId, clientSecret: 'wrong' };
    const used = await useOrg({ credentials });

    const failure = await failureIn(read(used));

    expect(failure).toMatchObject({
      kind: 'salesforce_auth',
      details: { error: 'invalid_client' },
    });
    expect(failure.nextStep).toContain('connect again');
    expect(used.signIns()).toBe(1);
    expect(used.apiCalls()).toBe(0);
  });

  it('that is refused when the session must be renewed ends the call', async () => {
    const used = await useOrg();
    await read(used);
    used.org.expireSessions();
    const body = { error: 'invalid_grant', error_description: 'user is inactive' };
    used.org.faults.add({ path: '/oauth2/token', times: 50, status: 400, body });

    const failure = await failureIn(read(used));

    expect(failure).toMatchObject({ kind: 'salesforce_auth', details: { error: 'invalid_grant' } });
    expect(used.signIns()).toBe(2);
    expect(used.apiCalls()).toBe(2);
  });

  it('that finds nobody when the session must be renewed is met again later', async () => {
    const used = await useOrg();
    await read(used);
    used.org.expireSessions();
    used.org.faults.add({ path: '/oauth2/token', status: 503 });

    expect((await failureIn(read(used))).kind).toBe('salesforce_unavailable');
    await expect(read(used)).resolves.toMatchObject({ totalSize: 0 });
  });

  it.each([
    ['answers 503', { status: 503, body: '<html>maintenance</html>' }],
    ['cuts the connection', { drop: true }],
  ])('waits when the sign-in service %s, and works when it is back', async (_, fault) => {
    const used = await useOrg();
    used.org.faults.add({ path: '/oauth2/token', ...fault });

    expect((await failureIn(read(used))).kind).toBe('salesforce_unavailable');
    await expect(read(used)).resolves.toMatchObject({ totalSize: 0 });
  });

  it('works by a signed assertion too', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const audience = 'https://login.salesforce.com';
    const used = await useOrg({
      apps: [{ ...APP, publicKeyPem }],
      credentials: {
        flow: 'jwt_bearer',
        clientId: APP.clientId,
        username: APP.username,
        privateKeyPem: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        audience,
      },
    });

    await expect(read(used)).resolves.toMatchObject({ totalSize: 0 });
    const [signIn] = used.org.journal.list();
    expect(new URLSearchParams(signIn?.body).get('grant_type')).toContain('jwt-bearer');
  });
});
