import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, create, query, startOrg } from './kit.ts';
import { deployTo, document, fieldPart, objectFile, problems, text } from './metadata-kit.ts';

const FILE = 'objects/Boat__c.object';
const boat = (inside: string) => ({ [FILE]: objectFile('Boat', inside) });
const FIELD = { CustomObject: ['Boat__c'] };
const NUMBER = '<precision>4</precision><scale>0</scale><type>Number</type>';

let org: LocalOrg;

beforeEach(async () => {
  org = await startOrg({ empty: true });
  await deployTo(org, FIELD, boat(text('Hull__c') + text('Sail__c')));
});
afterEach(() => org.close());

const remove = (types: Record<string, string[]>) => {
  const named = Object.entries(types).map(
    ([name, members]) =>
      `<types><members>${members.join('')}</members><name>${name}</name></types>`,
  );
  return deployTo(org, {}, { 'destructiveChanges.xml': document('Package', named.join('\n')) });
};

describe('the type of a field', () => {
  it('can be changed while no record holds anything in it', async () => {
    await create(org, 'Boat__c', { Name: 'Argo' });
    const answer = await deployTo(org, FIELD, boat(fieldPart('Hull__c', NUMBER)));
    expect(problems(answer)).toEqual([]);
    await create(org, 'Boat__c', { Name: 'Bounty', Hull__c: 12 });
  });

  it('cannot be changed while a record holds something in it', async () => {
    await create(org, 'Boat__c', { Name: 'Argo', Hull__c: 'wood' });
    const answer = await deployTo(org, FIELD, boat(fieldPart('Hull__c', NUMBER)));
    expect(problems(answer)).toEqual([
      `${FILE}:7 Cannot change the type from Text to Number: 1 record in use`,
    ]);
    expect(org.query('SELECT Hull__c FROM Boat__c')).toMatchObject([{ Hull__c: 'wood' }]);
  });
});

it('a new checkbox is false in the records that were there before it', async () => {
  await create(org, 'Boat__c', { Name: 'Argo' });
  const box = fieldPart('Afloat__c', '<defaultValue>false</defaultValue><type>Checkbox</type>');
  await deployTo(org, FIELD, boat(box));
  expect(org.query('SELECT Afloat__c FROM Boat__c')).toMatchObject([{ Afloat__c: false }]);
});

it('a master-detail field cannot be added to an object that has records', async () => {
  await create(org, 'Boat__c', { Name: 'Argo' });
  const master = fieldPart(
    'Owner__c',
    '<referenceTo>Account</referenceTo><relationshipName>Boats</relationshipName><type>MasterDetail</type>',
  );
  const files = { [FILE]: objectFile('Boat', master, 'ControlledByParent') };
  expect(problems(await deployTo(org, FIELD, files))).toEqual([
    `${FILE}:7 Cannot add a master-detail field to Boat__c: it has 1 record`,
    `${FILE}:6 Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field`,
  ]);
});

describe('destructive changes', () => {
  it('take a field from the object, its records and the screens that show it', async () => {
    const layout = document(
      'Layout',
      '<layoutSections><layoutColumns><layoutItems><field>Name</field></layoutItems>' +
        '<layoutItems><field>Hull__c</field></layoutItems></layoutColumns>' +
        '<style>OneColumn</style></layoutSections>',
    );
    const name = 'Boat__c-Boat Layout';
    await deployTo(org, { Layout: [name] }, { [`layouts/${name}.layout`]: layout });
    await create(org, 'Boat__c', { Name: 'Argo', Hull__c: 'wood' });
    const answer = await remove({ CustomField: ['Boat__c.Hull__c'] });
    expect(problems(answer)).toEqual([]);
    expect((await query(org, 'SELECT Hull__c FROM Boat__c')).status).toBe(400);
    await deployTo(org, FIELD, boat(text('Hull__c')));
    expect(org.query('SELECT Hull__c FROM Boat__c')).toMatchObject([{ Hull__c: null }]);
    const again = await deployTo(org, { Layout: [name] }, { [`layouts/${name}.layout`]: layout });
    expect(again.details.componentSuccesses.at(-1)).toMatchObject({ fullName: name });
  });

  it('are refused while a validation rule needs the field', async () => {
    const rule =
      '<validationRules><fullName>Afloat</fullName><active>true</active>' +
      '<errorConditionFormula>ISBLANK(Hull__c)</errorConditionFormula>' +
      '<errorMessage>A boat needs a hull.</errorMessage></validationRules>';
    await deployTo(org, FIELD, boat(rule));
    const answer = await remove({ CustomField: ['Boat__c.Hull__c'] });
    expect(answer.details.componentFailures).toMatchObject([
      {
        fullName: 'Boat__c.Hull__c',
        problem:
          'This component is referenced elsewhere in salesforce.com : ValidationRule - Boat__c.Afloat',
      },
    ]);
    expect((await query(org, 'SELECT Hull__c FROM Boat__c')).status).toBe(200);
  });

  it('take an object with all its records', async () => {
    await create(org, 'Boat__c', { Name: 'Argo' });
    await remove({ CustomObject: ['Boat__c'] });
    const objects = await connectAsAdmin(org).describeGlobal();
    expect(objects.sobjects.map(({ name }) => name)).not.toContain('Boat__c');
    await deployTo(org, FIELD, boat(''));
    expect(org.query('SELECT Id FROM Boat__c')).toEqual([]);
  });

  it('of what is not there only warn', async () => {
    const answer = await remove({ CustomField: ['Boat__c.Oar__c'] });
    expect(answer.status).toBe('Succeeded');
    expect(answer.details.componentSuccesses).toContainEqual(
      expect.objectContaining({ problem: 'No CustomField named: Boat__c.Oar__c found' }),
    );
  });
});

it('what the package brought as managed cannot be deleted', async () => {
  const subscriber = await startOrg({ namespace: 'cb' });
  const types = '<types><members>cb__Order__c</members><name>CustomObject</name></types>';
  const files = { 'destructiveChanges.xml': document('Package', types) };
  const answer = await deployTo(subscriber, {}, files);
  expect(answer.details.componentFailures).toMatchObject([
    { problem: 'Cannot delete managed object: cb__Order__c' },
  ]);
  await subscriber.close();
});

describe('a permission set', () => {
  const file = 'permissionsets/S.permissionset';
  const types = { PermissionSet: ['S'] };
  const names = () => org.query("SELECT Label FROM PermissionSet WHERE Name = 'S'");

  it('that is deployed anew keeps its record under its new label', async () => {
    await deployTo(org, types, { [file]: document('PermissionSet', '<label>Old</label>') });
    await deployTo(org, types, { [file]: document('PermissionSet', '<label>New</label>') });
    expect(names()).toMatchObject([{ Label: 'New' }]);
  });

  it('that is deleted takes its assignments with it', async () => {
    await deployTo(org, types, { [file]: document('PermissionSet', '<label>S</label>') });
    const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'S'");
    const [user] = org.query(`SELECT Id FROM User WHERE Username = '${org.usernames.worker}'`);
    const assignment = { AssigneeId: user?.Id, PermissionSetId: set?.Id };
    await create(org, 'PermissionSetAssignment', assignment);
    await remove(types);
    expect(names()).toEqual([]);
    expect(org.query('SELECT Id FROM PermissionSetAssignment')).toEqual([]);
  });
});

it('a roll-up needs a master-detail field that leads to it', async () => {
  const rollUp = fieldPart(
    'Sum__c',
    '<summaryForeignKey>Mast__c.Boat__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
  );
  expect(problems(await deployTo(org, FIELD, boat(rollUp)))).toEqual([
    'objects/Boat__c.object:7 Mast__c.Boat__c is not a master-detail field that refers to Boat__c',
  ]);
});
