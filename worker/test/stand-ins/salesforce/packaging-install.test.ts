import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsWorker, create, curl, query, startOrg } from './kit.ts';
import { deployTo, document, fieldPart, objectFile, text } from './metadata-kit.ts';
import {
  boats,
  createPackage,
  createVersion,
  install,
  openPackaging,
  request,
  toolingQuery,
  type PackagingOrgs,
} from './packaging-kit.ts';

let orgs: PackagingOrgs;

beforeEach(async () => {
  orgs = await openPackaging();
});
afterEach(() => orgs.close());

const uninstall = (org: LocalOrg, fields: object) =>
  request<{ Status: string }>(org, 'SubscriberPackageVersionUninstallRequest', fields);

describe('an installed package', () => {
  it('has its objects, fields and permission sets under its namespace', async () => {
    const { versionId } = await orgs.released('1.0.0.NEXT');
    expect(await install(orgs.subscriber, versionId)).toBe('');
    const { subscriber } = orgs;
    await create(subscriber, 'cb__Boat__c', { Name: 'Argo', cb__Hull__c: 'wood' });
    expect(subscriber.query('SELECT cb__Hull__c FROM cb__Boat__c')).toMatchObject([
      { cb__Hull__c: 'wood' },
    ]);
    expect(
      subscriber.query("SELECT NamespacePrefix FROM PermissionSet WHERE Name = 'Sailor'"),
    ).toMatchObject([{ NamespacePrefix: 'cb' }]);
    expect(subscriber.query('SELECT Id FROM PermissionSetAssignment')).toEqual([]);
  });

  it('gives rights to whom an administrator assigns its permission set', async () => {
    const { subscriber } = orgs;
    await install(subscriber, (await orgs.released('1.0.0.NEXT')).versionId);
    const [set] = subscriber.query("SELECT Id FROM PermissionSet WHERE Name = 'Sailor'");
    const [user] = subscriber.query(
      `SELECT Id FROM User WHERE Username = '${subscriber.usernames.worker}'`,
    );
    const ids = { AssigneeId: user?.Id, PermissionSetId: set?.Id };
    await create(subscriber, 'PermissionSetAssignment', ids);
    const connection = await connectAsWorker(subscriber);
    const made = await connection.create('cb__Boat__c', { Name: 'Argo', cb__Hull__c: 'oak' });
    expect(made.success).toBe(true);
    await expect(
      connection.tooling.query('SELECT Id FROM InstalledSubscriberPackage'),
    ).rejects.toThrow(/Tooling API requires/);
  });

  it('stands beside components of the same names that are the org’s own', async () => {
    const { subscriber } = orgs;
    await deployTo(
      subscriber,
      { CustomObject: ['Boat__c'] },
      { 'objects/Boat__c.object': objectFile('Boat', text('Sail__c')) },
    );
    await install(subscriber, (await orgs.released('1.0.0.NEXT')).versionId);
    await create(subscriber, 'Boat__c', { Name: 'Argo', Sail__c: 'red' });
    await create(subscriber, 'cb__Boat__c', { Name: 'Bounty', cb__Hull__c: 'oak' });
  });

  it('cannot be deleted piece by piece', async () => {
    const { subscriber } = orgs;
    await install(subscriber, (await orgs.released('1.0.0.NEXT')).versionId);
    const destructive =
      '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>' +
      '<members>cb__Sailor</members><name>PermissionSet</name></types></Package>';
    const answer = await deployTo(subscriber, {}, { 'destructiveChanges.xml': destructive });
    expect(answer.details.componentFailures).toMatchObject([
      { problem: 'Cannot delete managed object: cb__Sailor' },
    ]);
  });

  it('cannot be changed by a deploy, but can get fields of the org’s own', async () => {
    const { subscriber } = orgs;
    await install(subscriber, (await orgs.released('1.0.0.NEXT')).versionId);
    const file = (inside: string) => ({
      'objects/cb__Boat__c.object': document('CustomObject', inside),
    });
    const changed = { CustomField: ['cb__Boat__c.cb__Hull__c'] };
    const answer = await deployTo(subscriber, changed, file(text('cb__Hull__c')));
    expect(answer.details.componentFailures).toMatchObject([
      { problem: expect.stringContaining('Cannot modify managed object') as string },
    ]);
    const added = { CustomField: ['cb__Boat__c.Anchor__c'] };
    expect((await deployTo(subscriber, added, file(text('Anchor__c')))).success).toBe(true);
    await create(subscriber, 'cb__Boat__c', { Name: 'Argo', Anchor__c: 'iron' });
  });

  it('is listed with its version', async () => {
    const { subscriber } = orgs;
    await install(subscriber, (await orgs.released('1.2.0.NEXT')).versionId);
    expect(
      await toolingQuery(
        subscriber,
        'SELECT SubscriberPackage.NamespacePrefix, SubscriberPackageVersion.MinorVersion, ' +
          'SubscriberPackageVersion.IsManaged FROM InstalledSubscriberPackage',
      ),
    ).toMatchObject([
      {
        SubscriberPackage: { NamespacePrefix: 'cb' },
        SubscriberPackageVersion: { MinorVersion: 2, IsManaged: true },
      },
    ]);
  });
});

it('an installed package is there after a restart, its namespace and all', async () => {
  const file = join(orgs.packages, 'subscriber.jsonl');
  const options = { empty: true, packages: orgs.packages, file };
  const before = await startOrg(options);
  await install(before, (await orgs.released('1.0.0.NEXT')).versionId);
  await create(before, 'cb__Boat__c', { Name: 'Argo', cb__Hull__c: 'wood' });
  await before.close();
  const after = await startOrg(options);
  expect(after.query('SELECT cb__Hull__c FROM cb__Boat__c')).toMatchObject([
    { cb__Hull__c: 'wood' },
  ]);
  expect(
    await toolingQuery(
      after,
      'SELECT SubscriberPackageVersion.MajorVersion FROM InstalledSubscriberPackage',
    ),
  ).toMatchObject([{ SubscriberPackageVersion: { MajorVersion: 1 } }]);
  await after.close();
});

describe('an upgrade', () => {
  it('keeps the records, and fills in new checkboxes', async () => {
    const { subscriber } = orgs;
    const first = await orgs.released('1.0.0.NEXT');
    await install(subscriber, first.versionId);
    await create(subscriber, 'cb__Boat__c', { Name: 'Argo', cb__Hull__c: 'wood' });
    const box = fieldPart('Afloat__c', '<defaultValue>true</defaultValue><type>Checkbox</type>');
    const archive = boats(text('Hull__c') + box);
    const second = await orgs.released('1.1.0.NEXT', archive, first.Package2VersionId);
    expect(await install(subscriber, second.versionId)).toBe('');
    expect(subscriber.query('SELECT cb__Hull__c, cb__Afloat__c FROM cb__Boat__c')).toMatchObject([
      { cb__Hull__c: 'wood', cb__Afloat__c: true },
    ]);
  });

  it('to an earlier version is refused', async () => {
    const first = await orgs.released('1.0.0.NEXT');
    const second = await orgs.released('1.1.0.NEXT', boats(), first.Package2VersionId);
    await install(orgs.subscriber, second.versionId);
    expect(await install(orgs.subscriber, first.versionId)).toMatch(/newer version/);
  });

  it('of a beta is refused', async () => {
    const beta = await createVersion(orgs.hub, orgs.packageId);
    expect(await install(orgs.subscriber, beta.versionId)).toBe('');
    const next = await orgs.released('1.0.0.NEXT');
    expect(await install(orgs.subscriber, next.versionId)).toMatch(/cannot be upgraded/);
  });
});

describe('an installation', () => {
  it('of a beta is refused by a production org', async () => {
    const [organization] = orgs.subscriber.query('SELECT Id FROM Organization');
    const path = `sobjects/Organization/${String(organization?.Id)}`;
    await curl(orgs.subscriber, 'PATCH', path, { OrganizationType: 'Enterprise Edition' });
    const beta = await createVersion(orgs.hub, orgs.packageId);
    expect(await install(orgs.subscriber, beta.versionId)).toMatch(
      /Unable to install beta package/,
    );
    expect(
      await toolingQuery(
        orgs.subscriber,
        `SELECT InstallValidationStatus FROM SubscriberPackageVersion WHERE Id = '${beta.versionId}'`,
      ),
    ).toMatchObject([{ InstallValidationStatus: 'BETA_INSTALL_INTO_PRODUCTION_ORG' }]);
  });

  it('needs the key with which the version was made', async () => {
    const version = await createVersion(orgs.hub, orgs.packageId, {
      fields: { InstallKey: 'open sesame' },
    });
    expect(await install(orgs.subscriber, version.versionId)).toMatch(/key is invalid/);
    expect(await install(orgs.subscriber, version.versionId, 'open sesame')).toBe('');
  });

  it('of a version that nobody made is an error of the request', async () => {
    expect(await install(orgs.subscriber, '04tCb0000000999')).toMatch(/does not yet exist/);
  });

  it('for all users is refused, since profiles hold no rights here', async () => {
    const { versionId } = await orgs.released('1.0.0.NEXT');
    const fields = { SubscriberPackageVersionKey: versionId, SecurityType: 'full' };
    expect(await request(orgs.subscriber, 'PackageInstallRequest', fields)).toMatchObject({
      Status: 'ERROR',
      SecurityType: 'Full',
    });
  });

  it('of another package with the same namespace is refused', async () => {
    await install(orgs.subscriber, (await orgs.released('1.0.0.NEXT')).versionId);
    const other = await createVersion(orgs.hub, await createPackage(orgs.hub, 'Other boats'));
    expect(await install(orgs.subscriber, other.versionId)).toMatch(/Namespace already in use/);
  });

  it('can be taken back, with all records of the package', async () => {
    const { versionId } = await orgs.released('1.0.0.NEXT');
    await install(orgs.subscriber, versionId);
    await create(orgs.subscriber, 'cb__Boat__c', { Name: 'Argo' });
    const fields = { SubscriberPackageVersionId: versionId };
    const made = await uninstall(orgs.subscriber, fields);
    expect(made.Status).toBe('Success');
    expect((await query(orgs.subscriber, 'SELECT Id FROM cb__Boat__c')).status).toBe(400);
    expect(await install(orgs.subscriber, versionId)).toBe('');
    expect(orgs.subscriber.query('SELECT Id FROM cb__Boat__c')).toEqual([]);
  });
});
