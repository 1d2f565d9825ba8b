import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, curl, query } from './kit.ts';
import { archiveOf, fieldPart, objectFile } from './metadata-kit.ts';
import {
  createVersion,
  openPackaging,
  promote,
  tooling,
  toolingQuery,
  type PackagingOrgs,
} from './packaging-kit.ts';

let orgs: PackagingOrgs;

beforeEach(async () => {
  orgs = await openPackaging();
});
afterEach(() => orgs.close());

describe('a version', () => {
  it('is not made of metadata that an empty org refuses', async () => {
    const broken = archiveOf(
      { CustomObject: ['Boat__c'] },
      { 'objects/Boat__c.object': objectFile('Boat', fieldPart('Hull__c', '<type>Text</type>')) },
    );
    const { Status, errors } = await createVersion(orgs.hub, orgs.packageId, { archive: broken });
    expect(Status).toBe('Error');
    expect(errors.join()).toContain(
      "Boat__c.Hull__c: Must specify a 'length' for a CustomField of type Text",
    );
    expect(await toolingQuery(orgs.hub, 'SELECT Id FROM Package2Version')).toEqual([]);
  });

  it('gets the next build number', async () => {
    await createVersion(orgs.hub, orgs.packageId);
    await createVersion(orgs.hub, orgs.packageId);
    expect(
      await toolingQuery(orgs.hub, 'SELECT BuildNumber FROM Package2Version ORDER BY BuildNumber'),
    ).toMatchObject([{ BuildNumber: 1 }, { BuildNumber: 2 }]);
  });

  it('cannot have the number of a released one', async () => {
    await orgs.released('1.0.0.NEXT');
    const { errors } = await createVersion(orgs.hub, orgs.packageId);
    expect(errors.join()).toMatch(/version number 1\.0\.0 already exists/);
  });

  it('can follow a released version only', async () => {
    const first = await createVersion(orgs.hub, orgs.packageId);
    const wanted = { number: '1.1.0.NEXT', ancestorId: first.Package2VersionId };
    expect((await createVersion(orgs.hub, orgs.packageId, wanted)).errors.join()).toMatch(
      /not released/,
    );
    await promote(orgs.hub, first.Package2VersionId);
    expect((await createVersion(orgs.hub, orgs.packageId, wanted)).errors).toEqual([]);
  });

  it('is promoted once, and only when its validation and coverage were not skipped', async () => {
    const uncovered = { fields: { CalculateCodeCoverage: false } };
    const first = await createVersion(orgs.hub, orgs.packageId, uncovered);
    expect(await promote(orgs.hub, first.Package2VersionId)).toMatch(/Code coverage has not/);
    const unchecked = { fields: { SkipValidation: true } };
    const second = await createVersion(orgs.hub, orgs.packageId, unchecked);
    expect(await promote(orgs.hub, second.Package2VersionId)).toMatch(/validation was skipped/);
    const third = await createVersion(orgs.hub, orgs.packageId);
    expect(await promote(orgs.hub, third.Package2VersionId)).toBe('');
    expect(await promote(orgs.hub, third.Package2VersionId)).toMatch(/DUPLICATE_VALUE.*previously/);
  });
});

describe('a package', () => {
  it('is made only with a namespace that is linked to the hub', async () => {
    const body = { Name: 'Cars', NamespacePrefix: 'autos', ContainerOptions: 'Managed' };
    const { status, json } = await tooling(orgs.hub, 'POST', 'sobjects/Package2', body);
    expect(status).toBe(400);
    expect(json).toMatchObject([{ message: expect.stringContaining('"autos"') as string }]);
    expect(await toolingQuery(orgs.hub, "SELECT Id FROM Package2 WHERE Name = 'Cars'")).toEqual([]);
  });

  it('exists only in a hub', async () => {
    const { status } = await tooling(orgs.subscriber, 'POST', 'sobjects/Package2', {});
    expect(status).toBe(404);
    const wanted = encodeURIComponent('SELECT Id FROM Package2');
    expect((await tooling(orgs.subscriber, 'GET', `query?q=${wanted}`)).json).toMatchObject([
      { errorCode: 'INVALID_TYPE' },
    ]);
    expect((await query(orgs.subscriber, 'SELECT Id FROM ScratchOrgInfo')).json).toMatchObject([
      { errorCode: 'INVALID_TYPE' },
    ]);
    orgs.subscriber.setHub(true);
    expect((await query(orgs.subscriber, 'SELECT Id FROM ScratchOrgInfo')).status).toBe(200);
    expect(await toolingQuery(orgs.subscriber, 'SELECT Id FROM Package2')).toEqual([]);
  });
});

describe('a request in several parts', () => {
  const post = async (form: FormData) => {
    const path = '/services/data/v66.0/tooling/sobjects/Package2VersionCreateRequest';
    const response = await fetch(orgs.hub.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      body: form,
    });
    return { status: response.status, json: (await response.json()) as unknown };
  };
  const part = (text: string, type: string) => new Blob([text], { type });

  it('has its large field beside the record', async () => {
    const form = new FormData();
    form.append('VersionInfo', part('no zip', 'application/zip'), 'package-version-info.zip');
    const record = JSON.stringify({ Package2Id: orgs.packageId });
    form.append('Package2VersionCreateRequest', part(record, 'application/json'));
    expect((await post(form)).status).toBe(201);
    expect(
      await toolingQuery(orgs.hub, 'SELECT Message FROM Package2VersionCreateRequestError'),
    ).toMatchObject([{ Message: 'not a zip file' }]);
  });

  it('is refused without a record', async () => {
    const form = new FormData();
    form.append('VersionInfo', part('no zip', 'application/zip'), 'package-version-info.zip');
    expect(await post(form)).toMatchObject({
      status: 400,
      json: [{ errorCode: 'INVALID_MULTIPART_REQUEST' }],
    });
  });
});

it('a hub has no scratch orgs to give', async () => {
  const body = { Edition: 'Developer', DurationDays: 1 };
  const { json } = await curl(orgs.hub, 'POST', 'sobjects/ScratchOrgInfo', body);
  expect(json).toMatchObject([{ errorCode: 'LIMIT_EXCEEDED' }]);
});

it('what a package may hold is looked up on the shelf by one id at a time', async () => {
  const wanted = encodeURIComponent('SELECT Id FROM SubscriberPackageVersion');
  expect((await tooling(orgs.subscriber, 'GET', `query?q=${wanted}`)).json).toMatchObject([
    { errorCode: 'MALFORMED_QUERY', message: expect.stringContaining('Implementation') as string },
  ]);
});
