import { describe, expect, it } from 'vitest';
import { connect } from '../../src/connect.ts';
import { createOrgOpener } from '../../src/deliver/salesforce/open-orgs.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { findOrg, openOrgCredentials } from '../../src/shared/orgs.ts';
import { logIn } from '../kit/log-in.ts';
import { textIn } from './browse.ts';
import { ADMIN, usePages, type UsedPages } from './use-pages.ts';

const use = usePages();

async function orgRows({ pool }: UsedPages) {
  const { rows } = await pool.query<{ id: OrgId; namespace: string; organization: string }>(
    'select id, namespace, organization_id as organization from cartbridge.org order by id',
  );
  return rows;
}

const organizationOf = ({ org }: UsedPages): unknown =>
  org.query('SELECT Id FROM Organization')[0]?.Id;

describe('signing in to Salesforce', () => {
  it('connects the org, and the worker can call it from then on', async () => {
    const used = await use();
    const page = await used.signIn(used.browser());

    expect(page.url.href).toBe(`${used.url}/connect`);
    expect(textIn(page)).toContain('Salesforce is connected');
    expect(textIn(page)).toContain('Cartbridge acts as worker@local-org.example');
    const id = organizationOf(used);
    expect(await orgRows(used)).toEqual([{ id, namespace: '', organization: id }]);

    const client = await createOrgOpener(used.pool, used.vault)(id as OrgId);
    const { records } = await client.request<{ records: { Name: string }[] }>(
      'GET',
      '/query?q=SELECT+Name+FROM+Organization',
    );
    expect(records[0]?.Name).toBe('Local Org');
  });

  it('finds the namespace of the installed package', async () => {
    const used = await use({ org: { namespace: 'cb' } });
    await used.signIn(used.browser());
    expect((await orgRows(used))[0]?.namespace).toBe('cb');
  });

  it('asks Salesforce for an answer to a challenge, by the address that the operator registered', async () => {
    const used = await use();
    const { away } = await used.browser().get('/connect/salesforce');
    expect(Object.fromEntries(away?.searchParams ?? [])).toMatchObject({
      response_type: 'code',
      redirect_uri: `${used.url}/connect/salesforce/callback`,
      scope: 'api refresh_token openid',
      code_challenge_method: 'S256',
    });
  });

  it('sends the secret of an app that has one', async () => {
    const used = await use({ app: { clientSecret: 'app-secret', requiresPkce: true } });
    await used.signIn(used.browser());
    const [row] = await orgRows(used);
    const org = row && (await findOrg(used.pool, row.id));
    expect(org && (await openOrgCredentials(used.vault, org))).toMatchObject({
      flow: 'refresh_token',
      clientSecret: 'app-secret',
    });
  });

  it('gives the org that a script connected new credentials, and no second row', async () => {
    const secret = { clientSecret: 'app-secret', username: 'worker@local-org.example' };
    const used = await use({ app: secret });
    const { apiUrl, storeHash, accessToken, clientSecret } = used.store;
    await connect(used.pool, used.vault, {
      org: {
        ...{ id: 'by-script', name: 'By script', loginUrl: used.org.url, namespace: '' },
        ...{ clientId: 'pages-app', clientSecret: 'app-secret' },
        pubSubEndpoint: 'localhost:7443',
        settings: { createPeopleAs: 'Contact' },
      },
      shop: {
        ...{ id: 'shop-by-script', platform: 'bigcommerce', apiUrl, storeHash, accessToken },
        ...{ clientSecret, webhookUrl: `${used.url}/webhooks/bigcommerce/shop-by-script` },
      },
    });
    await used.signIn(used.browser());

    const organization = organizationOf(used);
    expect(await orgRows(used)).toEqual([{ id: 'by-script', namespace: '', organization }]);
    const org = await findOrg(used.pool, 'by-script' as OrgId);
    expect(org).toMatchObject({
      name: 'Local Org',
      pubSubEndpoint: 'localhost:7443',
      settings: { creating: { registered: { as: 'Contact' } } },
    });
    expect(org && (await openOrgCredentials(used.vault, org)).flow).toBe('refresh_token');
  });

  it('makes one row of an org that two people connect at once', async () => {
    const used = await use();
    await Promise.all([
      used.signIn(used.browser()),
      used.signIn(used.browser(), { user: 'admin@' }),
    ]);
    expect(await orgRows(used)).toHaveLength(1);
  });

  it('tells the operator what to set when there is no app', async () => {
    const used = await use({ configured: false });
    const page = await used.browser().get('/connect/salesforce');
    expect(page.status).toBe(503);
    expect(textIn(page)).toContain('SALESFORCE_CLIENT_ID');
    expect(textIn(page)).toContain(`${used.url}/connect/salesforce/callback`);
  });
});

describe('an org in which the worker cannot work', () => {
  it('is not saved when the package is not installed', async () => {
    const used = await use({ org: { empty: true } });
    const page = await used.signIn(used.browser(), { user: 'admin@' });
    expect(page.status).toBe(403);
    expect(textIn(page)).toContain('Cartbridge was not found in this org');
    expect(await orgRows(used)).toEqual([]);
    // The access it was given is given back.
    const revoked = used.org.journal.list().filter(({ path }) => path.endsWith('/revoke'));
    expect(revoked).toMatchObject([{ status: 200 }]);
  });

  it('is not saved when the user may not call the API', async () => {
    const used = await use();
    const [assigned] = used.org.query('SELECT Id FROM PermissionSetAssignment');
    await fetch(
      `${used.org.url}/services/data/v66.0/sobjects/PermissionSetAssignment/${String(assigned?.Id)}`,
      { method: 'DELETE', headers: { authorization: `Bearer ${ADMIN}` } },
    );
    const page = await used.signIn(used.browser());
    expect(page.status).toBe(403);
    expect(textIn(page)).toContain('The user worker@local-org.example may not write');
    expect(textIn(page)).toContain('permission set “Cartbridge Worker”');
    expect(await orgRows(used)).toEqual([]);
  });

  it('is not saved when the app may not keep access', async () => {
    const used = await use();
    const browser = used.browser();
    const { away } = await browser.get('/connect/salesforce');
    away?.searchParams.set('scope', 'api openid');
    const page = await browser.get(await logIn(away?.href ?? ''));
    expect(textIn(page)).toContain('Salesforce gave no refresh token');
    expect(await orgRows(used)).toEqual([]);
  });

  it('is not saved when the user denies', async () => {
    const used = await use();
    const page = await used.signIn(used.browser(), { answer: 'deny' });
    expect(page.status).toBe(403);
    expect(textIn(page)).toContain('Access was not allowed');
    expect(await orgRows(used)).toEqual([]);
  });

  it('is not saved when Salesforce does not answer', async () => {
    const used = await use();
    used.org.faults.add({ path: '/services/data', times: 9, status: 503 });
    const page = await used.signIn(used.browser());
    expect(page.status).toBe(502);
    expect(textIn(page)).toContain('Salesforce does not answer');
    expect(await orgRows(used)).toEqual([]);
  });
});
