import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, connectAsWorker, create, query, startOrg } from './kit.ts';
import { deployTo, document, objectFile, problems, text } from './metadata-kit.ts';

const BOAT = { CustomObject: ['Boat__c'] };
const FILE = 'objects/Boat__c.object';
const SET = 'permissionsets/Sailor.permissionset';

const orgs: LocalOrg[] = [];

async function open(options: Parameters<typeof startOrg>[0] = {}): Promise<LocalOrg> {
  const org = await startOrg({ empty: true, ...options });
  orgs.push(org);
  return org;
}

afterEach(async () => {
  for (const org of orgs.splice(0)) await org.close();
});

describe('a deploy by jsforce', () => {
  it('makes an object that takes records at once', async () => {
    const org = await open();
    expect((await query(org, 'SELECT Id FROM Boat__c')).status).toBe(400);
    const answer = await deployTo(org, BOAT, { [FILE]: objectFile('Boat', text('Hull__c')) });
    expect(answer).toMatchObject({ status: 'Succeeded', success: true });
    await create(org, 'Boat__c', { Name: 'Argo', Hull__c: 'wood' });
    expect(org.query('SELECT Name, Hull__c FROM Boat__c')).toMatchObject([
      { Name: 'Argo', Hull__c: 'wood' },
    ]);
    const described = await connectAsAdmin(org).describe('Boat__c');
    expect(described.fields.find(({ name }) => name === 'Hull__c')).toMatchObject({
      type: 'string',
      length: 40,
    });
  });

  it('tells of each component whether it is new', async () => {
    const org = await open();
    const files = { [FILE]: objectFile('Boat', text('Hull__c')) };
    await deployTo(org, BOAT, files);
    const again = await deployTo(org, BOAT, {
      [FILE]: objectFile('Boat', text('Hull__c') + text('Sail__c')),
    });
    const told = again.details.componentSuccesses
      .filter(({ componentType }) => componentType)
      .map(({ fullName, created, changed }) => [fullName, String(created), String(changed)]);
    expect(told).toEqual([
      ['Boat__c', 'false', 'false'],
      ['Boat__c.Hull__c', 'false', 'false'],
      ['Boat__c.Sail__c', 'true', 'true'],
    ]);
  });

  it('is still there after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
    const file = join(folder, 'org.jsonl');
    const first = await startOrg({ empty: true, file });
    await deployTo(first, BOAT, { [FILE]: objectFile('Boat', text('Hull__c')) });
    await create(first, 'Boat__c', { Name: 'Argo', Hull__c: 'wood' });
    await first.close();
    const second = await open({ file });
    expect(second.query('SELECT Hull__c FROM Boat__c')).toMatchObject([{ Hull__c: 'wood' }]);
    rmSync(folder, { recursive: true });
  });

  it('that only checks changes nothing', async () => {
    const org = await open();
    const files = { [FILE]: objectFile('Boat') };
    const answer = await deployTo(org, BOAT, files, { checkOnly: true });
    expect(answer.status).toBe('Succeeded');
    expect((await query(org, 'SELECT Id FROM Boat__c')).status).toBe(400);
  });

  it('gives its permission set to whoever is assigned it', async () => {
    const org = await open();
    const rights = document(
      'PermissionSet',
      `<fieldPermissions><editable>true</editable><field>Boat__c.Hull__c</field><readable>true</readable></fieldPermissions>
<label>Sailor</label>
<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit>
<allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Boat__c</object>
<viewAllRecords>false</viewAllRecords></objectPermissions>
<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
    );
    const types = { ...BOAT, PermissionSet: ['Sailor'] };
    const files = { [FILE]: objectFile('Boat', text('Hull__c') + text('Keel__c')), [SET]: rights };
    expect(problems(await deployTo(org, types, files))).toEqual([]);
    const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Sailor'");
    const [user] = org.query(`SELECT Id FROM User WHERE Username = '${org.usernames.worker}'`);
    const assignment = { AssigneeId: user?.Id, PermissionSetId: set?.Id };
    await create(org, 'PermissionSetAssignment', assignment);
    const worker = await connectAsWorker(org);
    await worker.sobject('Boat__c').create({ Name: 'Argo', Hull__c: 'wood' });
    await expect(worker.query('SELECT Keel__c FROM Boat__c')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
  });
});

describe('a deploy with a mistake', () => {
  const broken = {
    [FILE]: objectFile('Boat', text('Hull__c')),
    'tabs/Raft__c.tab': document('CustomTab', '<customObject>true</customObject>'),
  };
  const types = { ...BOAT, CustomTab: ['Raft__c'] };

  it('changes nothing when it is all or nothing', async () => {
    const org = await open();
    const answer = await deployTo(org, types, broken);
    expect(answer.status).toBe('Failed');
    expect((await query(org, 'SELECT Id FROM Boat__c')).status).toBe(400);
  });

  it('keeps what is sound when it need not be all', async () => {
    const org = await open();
    const answer = await deployTo(org, types, broken, { rollbackOnError: false });
    expect(answer.status).toBe('SucceededPartial');
    expect(answer.details.componentFailures.map(({ fullName }) => fullName)).toEqual(['Raft__c']);
    expect((await query(org, 'SELECT Id FROM Boat__c')).status).toBe(200);
  });

  it('fails with everything that leans on the mistake, and says so once for each', async () => {
    const org = await open();
    const view = '<listViews><fullName>All</fullName><columns>Hull__c</columns>';
    const answer = await deployTo(org, BOAT, {
      [FILE]: objectFile(
        'Boat',
        `<fields><fullName>Hull__c</fullName><label>Hull</label><type>Text</type></fields>\n` +
          `${view}<filterScope>Everything</filterScope><label>All</label></listViews>`,
      ),
    });
    expect(problems(answer)).toEqual([
      `${FILE}:7 Must specify a 'length' for a CustomField of type Text`,
      `${FILE}:8 Could not resolve list view column: Hull__c`,
    ]);
  });
});
