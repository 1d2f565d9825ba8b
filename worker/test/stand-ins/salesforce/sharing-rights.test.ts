import { afterEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsWorker, create, startOrg } from './kit.ts';
import { makeSources } from './sources.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An org with one object, `Parcel__c`, of this sharing model, and these grants to the worker. */
async function orgWith(model: string, grants = '', system: string[] = []): Promise<LocalOrg> {
  const name = '<nameField><label>Name</label><type>Text</type></nameField>';
  const userPermissions = ['ApiEnabled', ...system].map(
    (one) => `<userPermissions><enabled>true</enabled><name>${one}</name></userPermissions>`,
  );
  const sources = makeSources({
    'objects/Parcel__c/Parcel__c.object-meta.xml':
      `<CustomObject><label>Parcel</label>${name}` +
      `<sharingModel>${model}</sharingModel></CustomObject>`,
    'permissionsets/Cartbridge_Worker.permissionset-meta.xml':
      '<PermissionSet><label>Worker</label><objectPermissions><allowCreate>true</allowCreate>' +
      '<allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>' +
      `${grants}<object>Parcel__c</object></objectPermissions>` +
      `${userPermissions.join('')}</PermissionSet>`,
  });
  const org = await startOrg({ schemaDir: sources.folder });
  closers.push(
    () => org.close(),
    () => sources.remove(),
  );
  return org;
}

async function tryAll(org: LocalOrg) {
  const worker = await connectAsWorker(org);
  const Id = await create(org, 'Parcel__c', { Name: 'One' });
  const codeOf = (work: PromiseLike<unknown>) =>
    Promise.resolve(work).then(
      () => 'done',
      (error: unknown) => (error as { errorCode?: string }).errorCode,
    );
  return {
    seen: (await worker.query('SELECT Id FROM Parcel__c')).totalSize,
    change: await codeOf(worker.sobject('Parcel__c').update({ Id, Name: 'Two' })),
    give: await codeOf(
      worker.sobject('Parcel__c').update({ Id, OwnerId: String(worker.userInfo?.id) }),
    ),
    remove: await codeOf(worker.sobject('Parcel__c').delete(Id)),
  };
}

const CLOSED = 'INSUFFICIENT_ACCESS_OR_READONLY';
const UNKNOWN = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';

describe('a record of somebody else', () => {
  it('of a public object is changed, and neither taken over nor deleted', async () => {
    const org = await orgWith('ReadWrite');
    const expected = { seen: 1, change: 'done', give: CLOSED, remove: CLOSED };
    expect(await tryAll(org)).toEqual(expected);
  });

  it('of a private object is unknown', async () => {
    const org = await orgWith('Private');
    const expected = { seen: 0, change: UNKNOWN, give: UNKNOWN, remove: UNKNOWN };
    expect(await tryAll(org)).toEqual(expected);
  });

  it('is seen by whom a permission set lets view all, and no more than that', async () => {
    const org = await orgWith('Private', '<viewAllRecords>true</viewAllRecords>');
    expect(await tryAll(org)).toEqual({ seen: 1, change: CLOSED, give: CLOSED, remove: CLOSED });
  });

  it('is at the mercy of whom a permission set lets modify all', async () => {
    const org = await orgWith('Private', '<modifyAllRecords>true</modifyAllRecords>');
    expect(await tryAll(org)).toEqual({ seen: 1, change: 'done', give: 'done', remove: 'done' });
  });

  it('is open to whom the whole org is open', async () => {
    const viewer = await orgWith('Private', '', ['ViewAllData']);
    expect(await tryAll(viewer)).toMatchObject({ seen: 1, change: CLOSED });
    const modifier = await orgWith('Private', '', ['ViewAllData', 'ModifyAllData']);
    expect(await tryAll(modifier)).toMatchObject({ seen: 1, change: 'done', remove: 'done' });
  });
});

describe('the right to view all accounts', () => {
  it('does not show the people in them', async () => {
    const grant = (object: string, more = '') =>
      '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete>' +
      `<allowEdit>false</allowEdit><allowRead>true</allowRead>${more}` +
      `<object>${object}</object></objectPermissions>`;
    const sources = makeSources({
      'permissionsets/Cartbridge_Worker.permissionset-meta.xml':
        '<PermissionSet><label>Worker</label>' +
        grant('Account', '<viewAllRecords>true</viewAllRecords>') +
        `${grant('Contact')}<userPermissions><enabled>true</enabled><name>ApiEnabled</name>` +
        '</userPermissions></PermissionSet>',
    });
    const org = await startOrg({ schemaDir: sources.folder });
    closers.push(
      () => org.close(),
      () => sources.remove(),
    );
    const AccountId = await create(org, 'Account', { Name: 'Acme' });
    await create(org, 'Contact', { LastName: 'Keim', AccountId });
    const worker = await connectAsWorker(org);
    const count = async (object: string) =>
      (await worker.query(`SELECT Id FROM ${object}`)).totalSize;
    expect([await count('Account'), await count('Contact')]).toEqual([1, 1]);
    org.setSharing({ object: 'Account', model: 'Private' });
    expect([await count('Account'), await count('Contact')]).toEqual([1, 0]);
  });
});
