import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { saveOrg } from '../../src/connect-org.ts';
import { createOrgOpener } from '../../src/deliver/salesforce/open-orgs.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { findOrg, openOrgCredentials } from '../../src/shared/orgs.ts';
import { createVault } from '../../src/shared/secrets.ts';
import { failureIn } from './rows.ts';
import { useOrgs } from './use-org.ts';

const useOrg = useOrgs();
const ORG = 'org-1' as OrgId;
const APP = { clientId: 'pages-app', rotatesRefreshTokens: true };
const COUNT = `/query?q=${encodeURIComponent('SELECT Id FROM Lead')}`;

/** An org that somebody connected on the pages; its app answers each renewal with a new token. */
async function connected(app = APP) {
  const used = await useOrg({ apps: [app] });
  const vault = createVault([{ kid: 'k1', key: randomBytes(32) }]);
  const { pool, org } = used;
  const grant = (): string =>
    org.issueRefreshToken({ clientId: app.clientId, username: 'worker@local-org.example' });
  const save = (refreshToken: string): Promise<void> =>
    saveOrg(pool, vault, {
      ...{ id: ORG, name: 'First org', loginUrl: org.url, namespace: '' },
      credentials: { flow: 'refresh_token', clientId: app.clientId, refreshToken },
    });
  await save(grant());
  return {
    ...used,
    grant,
    save,
    /** How a process of its own opens orgs. */
    process: () => createOrgOpener(pool, vault),
    async kept() {
      const row = await findOrg(pool, ORG);
      const credentials = row && (await openOrgCredentials(vault, row));
      return credentials?.flow === 'refresh_token' ? credentials.refreshToken : undefined;
    },
  };
}

type Opener = ReturnType<Awaited<ReturnType<typeof connected>>['process']>;

async function call(open: Opener): Promise<void> {
  await (await open(ORG)).request('GET', COUNT);
}

describe('a refresh token', () => {
  it('that rotates is replaced by the one that came for it', async () => {
    const used = await connected();
    const process = used.process();
    const first = await used.kept();
    await call(process);
    const second = await used.kept();
    used.org.expireSessions();
    await call(process);

    expect(new Set([first, second, await used.kept()]).size).toBe(3);
    expect(used.signIns()).toBe(2);
  });

  it('that rotates does not end the session of a process that has one', async () => {
    const used = await connected();
    const [one, other] = [used.process(), used.process()];
    for (const process of [one, other, one, other]) await call(process);
    expect(used.signIns()).toBe(2);
  });

  it('that rotates is not lost when several processes renew at once', async () => {
    const used = await connected();
    const processes = [1, 2, 3].map(() => used.process());
    await Promise.all(processes.map(call));
    used.org.expireSessions();
    await Promise.all(processes.map(call));
    await call(used.process());
    expect(used.signIns()).toBe(7);
  });

  it('that was used up by somebody else in the meantime is read anew, once', async () => {
    const used = await connected();
    const next = used.grant();
    // The former is refused while somebody connects the org again.
    const body = { error: 'invalid_grant', error_description: 'expired access/refresh token' };
    used.org.faults.add({ path: '/oauth2/token', times: 1, status: 400, body, delayMs: 2_000 });
    const calling = call(used.process());
    await used.save(next);
    await calling;
    expect(await used.kept()).not.toBe(next);
    expect(used.signIns()).toBe(2);
  });

  it('that was revoked says that the org must be connected again, after one try', async () => {
    const used = await connected();
    await fetch(`${used.org.url}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: (await used.kept()) ?? '' }),
    });
    const failure = await failureIn(call(used.process()));
    expect(failure.kind).toBe('salesforce_auth');
    expect(failure.nextStep).toContain('connect again');
    expect(used.signIns()).toBe(1);
  });

  it('that does not rotate stays as it is', async () => {
    const used = await connected({ ...APP, rotatesRefreshTokens: false });
    const before = await used.kept();
    await call(used.process());
    expect(await used.kept()).toBe(before);
  });

  it('is kept even when the connection that held the turn is cut', async () => {
    const used = await connected();
    const first = await used.kept();
    used.org.faults.add({ path: '/oauth2/token', times: 1, delayMs: 300 });
    const calling = call(used.process());
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`;
    while ((await used.pool.query(cut)).rowCount === 0);
    await calling;
    expect(await used.kept()).not.toBe(first);
    await call(used.process());
  });
});

describe('the id of the organization', () => {
  it('is kept with the first session, whatever the flow', async () => {
    const used = await connected();
    await call(used.process());
    const { rows } = await used.pool.query('select organization_id as id from cartbridge.org');
    expect(rows).toEqual([{ id: used.org.query('SELECT Id FROM Organization')[0]?.Id }]);
  });

  it('that another row has already does no harm', async () => {
    const used = await connected();
    await call(used.process());
    await used.pool.query(
      `insert into cartbridge.org (id, name, login_url, credentials, organization_id)
       select 'before', '', '', '', organization_id || 'x' from cartbridge.org`,
    );
    await used.pool.query('update cartbridge.org set organization_id = null where id = $1', [ORG]);
    await used.pool.query(
      "update cartbridge.org set organization_id = rtrim(organization_id, 'x') where id = 'before'",
    );
    await call(used.process());
  });
});
