import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { unzip } from '../../../stand-ins/salesforce/metadata/zip.ts';
import { ADMIN_TOKEN, connectAsAdmin, connectAsWorker, curl, query, startOrg } from './kit.ts';
import { archiveOf, deployTo, objectFile, soap, text } from './metadata-kit.ts';

const TYPES = { CustomObject: ['Boat__c'] };
const FILES = { 'objects/Boat__c.object': objectFile('Boat', text('Hull__c')) };

let org: LocalOrg;

beforeEach(async () => {
  org = await startOrg({ empty: true });
});
afterEach(() => org.close());

const exists = async (): Promise<boolean> =>
  (await query(org, 'SELECT Id FROM Boat__c')).status === 200;

/** Begins a deploy and answers its id. */
async function begin(checkOnly = false): Promise<string> {
  const archive = archiveOf(TYPES, FILES).toString('base64');
  const { text: answer } = await soap(
    org,
    `<deploy><ZipFile>${archive}</ZipFile><DeployOptions><checkOnly>${checkOnly}</checkOnly>` +
      '<rollbackOnError>true</rollbackOnError></DeployOptions></deploy>',
  );
  return /<id>(0Af\w+)<\/id>/.exec(answer)?.[1] ?? '';
}

const status = (id: string) =>
  soap(org, `<checkDeployStatus><asyncProcessId>${id}</asyncProcessId></checkDeployStatus>`);

describe('a SOAP fault', () => {
  it.each([
    ['for a session that nobody has', '<describeMetadata/>', 'nobody', 'sf:INVALID_SESSION_ID'],
    [
      'for a list of an unknown type',
      '<listMetadata><queries><type>Dream</type></queries></listMetadata>',
      ADMIN_TOKEN,
      'sf:INVALID_TYPE',
    ],
    [
      'for a deploy that nobody began',
      '<checkDeployStatus><asyncProcessId>0Af000000000000AAA</asyncProcessId></checkDeployStatus>',
      ADMIN_TOKEN,
      'sf:INVALID_CROSS_REFERENCE_KEY',
    ],
    ['for an operation it does not know', '<dream/>', ADMIN_TOKEN, 'soapenv:Client'],
    ['for a request that is no XML', '<dream>', ADMIN_TOKEN, 'soapenv:Client'],
  ])('answers %s', async (_, operation, session, code) => {
    const answer = await soap(org, operation, session);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain(`<faultcode>${code}</faultcode>`);
  });

  it('refuses a user who may not change metadata', async () => {
    const installed = await startOrg();
    const worker = await connectAsWorker(installed);
    const answer = await soap(installed, '<describeMetadata/>', worker.accessToken ?? '');
    expect(answer.text).toContain('<faultcode>sf:INSUFFICIENT_ACCESS</faultcode>');
    await installed.close();
  });
});

describe('a validation', () => {
  it('can be deployed afterwards, once', async () => {
    const id = await begin(true);
    expect(await exists()).toBe(false);
    const quick = `<deployRecentValidation><validationId>${id}</validationId></deployRecentValidation>`;
    expect((await soap(org, quick)).text).toMatch(/<result>0Af\w+<\/result>/);
    expect(await exists()).toBe(true);
    expect((await soap(org, quick)).text).toContain('sf:INVALID_ID_FIELD');
  });

  it('is too old after ten days', async () => {
    const id = await begin(true);
    await org.clock.advance(11 * 24 * 60 * 60 * 1000);
    const quick = `<deployRecentValidation><validationId>${id}</validationId></deployRecentValidation>`;
    expect((await soap(org, quick)).text).toContain('sf:INVALID_ID_FIELD');
  });
});

describe('a deploy in a slow org', () => {
  beforeEach(async () => {
    const body = JSON.stringify({ milliseconds: 60_000 });
    await fetch(`${org.url}/__local__/deploy-delay`, { method: 'PUT', body });
  });

  it('waits in the queue until its time has come', async () => {
    const id = await begin();
    expect((await status(id)).text).toContain('<status>Pending</status>');
    await org.clock.advance(60_000);
    expect((await status(id)).text).toContain('<status>Succeeded</status>');
    expect(await exists()).toBe(true);
  });

  it('can be called off while it waits, and not afterwards', async () => {
    const id = await begin();
    const cancel = `<cancelDeploy><String>${id}</String></cancelDeploy>`;
    expect((await soap(org, cancel)).text).toContain('<done>true</done>');
    await org.clock.advance(60_000);
    expect((await status(id)).text).toContain('<status>Canceled</status>');
    expect(await exists()).toBe(false);
    expect((await soap(org, cancel)).text).toContain('sf:INVALID_ID_FIELD');
  });
});

describe('what is deployed', () => {
  it('is listed by its type, standard objects among the objects', async () => {
    await deployTo(org, TYPES, FILES);
    const listed = await connectAsAdmin(org).metadata.list([{ type: 'CustomObject' }]);
    expect(listed.map(({ fullName }) => fullName)).toEqual([
      'Account',
      'Contact',
      'Lead',
      'Opportunity',
      'OpportunityContactRole',
      'Campaign',
      'CampaignMember',
      'Task',
      'Boat__c',
    ]);
  });

  it('comes back as it went, field and all', async () => {
    await deployTo(org, TYPES, FILES);
    const { metadata } = connectAsAdmin(org);
    const wanted = { types: [{ name: 'CustomObject', members: ['Boat__c'] }], version: '66.0' };
    const request = { apiVersion: '66.0', unpackaged: wanted } as unknown;
    metadata.pollInterval = 5;
    const answer = await metadata.retrieve(request as never).complete();
    const files = unzip(Buffer.from(answer.zipFile, 'base64'));
    expect([...files.keys()]).toEqual([
      'unpackaged/objects/Boat__c.object',
      'unpackaged/package.xml',
    ]);
    const file = files.get('unpackaged/objects/Boat__c.object')?.toString() ?? '';
    const again = await deployTo(org, TYPES, { 'objects/Boat__c.object': file });
    const changed = again.details.componentSuccesses.filter(
      (one) => String(one.changed) === 'true',
    );
    expect(changed).toEqual([]);
  });

  it('is described among the types the org keeps', async () => {
    const described = await connectAsAdmin(org).metadata.describe('66.0');
    const object = described.metadataObjects.find(({ xmlName }) => xmlName === 'CustomObject');
    expect(object).toMatchObject({ directoryName: 'objects', suffix: 'object' });
  });
});

describe('a deploy by REST', () => {
  const send = (deployOptions: object): Promise<Response> => {
    const form = new FormData();
    const archive = new Uint8Array(archiveOf(TYPES, FILES));
    form.append('file', new Blob([archive], { type: 'application/zip' }), 'package.xml');
    const description = JSON.stringify({ deployOptions });
    form.append('entity_content', new Blob([description], { type: 'application/json' }));
    return fetch(`${org.url}/services/data/v66.0/metadata/deployRequest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      body: form,
    });
  };

  it('takes an archive and tells what became of it', async () => {
    const answer = await send({ rollbackOnError: true });
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    const told = await curl(org, 'GET', `metadata/deployRequest/${id}?includeDetails=true`);
    expect(told.json).toMatchObject({
      id,
      deployResult: { status: 'Succeeded', numberComponentsTotal: 2, numberComponentErrors: 0 },
    });
    expect(await exists()).toBe(true);
  });

  it('deploys what was validated before', async () => {
    const answer = await send({ rollbackOnError: true, checkOnly: true });
    const { id } = (await answer.json()) as { id: string };
    const quick = await curl(org, 'POST', 'metadata/deployRequest', {
      validatedDeployRequestId: id,
    });
    expect(quick.json).toMatchObject({ validatedDeployRequestId: id });
    expect(await exists()).toBe(true);
  });
});
