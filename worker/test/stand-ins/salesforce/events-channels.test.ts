import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { deployMember, listenTo, startOrgWithEvents } from './events-kit.ts';
import { askAs, connectAsWorker, create, startOrg } from './kit.ts';
import { deployTo, document, objectFile, problems } from './metadata-kit.ts';

const CHANNEL = '/data/Commerce__chn';

let org: LocalOrg;
const ask = askAs(() => org);

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(() => org.reset());
afterAll(async () => org.close());

test('a deployed channel carries the changes of its member, and the standard one does not', async () => {
  expect(problems(await deployMember(org, 'Shop__ChangeEvent'))).toEqual([]);
  const [channel, standard] = [
    await listenTo(org, CHANNEL),
    await listenTo(org, '/data/ChangeEvents'),
  ];
  await create(org, 'Shop__c', { Name: 'Shop' });
  const [event] = await channel.heard(1);
  expect(event?.payload.ChangeEventHeader.entityName).toBe('Shop__c');
  expect(standard.events).toEqual([]);
  const single = await listenTo(org, '/data/Shop__ChangeEvent');
  expect((await single.signal('error')).data).toMatchObject({ code: 5 });
});

test('an enriched field comes with updates and deletions though it did not change', async () => {
  await deployMember(
    org,
    'ContactChangeEvent',
    '<enrichedFields><name>Email</name></enrichedFields>',
  );
  const id = await create(org, 'Contact', { LastName: 'Doe', Email: 'doe@shop.example' });
  const listener = await listenTo(org, CHANNEL);
  await ask('PATCH', `sobjects/Contact/${id}`, { Title: 'Buyer' });
  await ask('DELETE', `sobjects/Contact/${id}`);
  const events = await listener.heard(2);
  expect(events.map(({ payload }) => payload.Email)).toEqual([
    'doe@shop.example',
    'doe@shop.example',
  ]);
  expect(events[0]?.payload.ChangeEventHeader.changedFields).toEqual(['Title', 'LastModifiedDate']);
});

test('a filter sees fields of the record and of the header, and its fields always come along', async () => {
  const filter = "Department = 'Sales' AND ChangeEventHeader.changeType = 'UPDATE'";
  await deployMember(
    org,
    'ContactChangeEvent',
    `<filterExpression>${filter}</filterExpression>`,
    'ChangeEvents',
  );
  const listener = await listenTo(org, '/data/ContactChangeEvent');
  const out = await create(org, 'Contact', { LastName: 'Out', Department: 'Stock' });
  const inside = await create(org, 'Contact', { LastName: 'In', Department: 'Sales' });
  for (const id of [out, inside]) await ask('PATCH', `sobjects/Contact/${id}`, { Title: 'Buyer' });
  const [event] = await listener.heard(1);
  expect(event?.payload.ChangeEventHeader.recordIds).toEqual([inside]);
  expect(event?.payload).toMatchObject({ Department: 'Sales', Title: 'Buyer' });
});

test('a filter that is no filter fails its deploy', async () => {
  const answer = await deployMember(
    org,
    'ContactChangeEvent',
    '<filterExpression>Nothing__c = 1</filterExpression>',
  );
  expect(problems(answer).join()).toMatch(/filterExpression/);
});

test('a sixth object cannot be selected by a deploy', async () => {
  const own = await startOrg({ empty: true });
  for (const object of ['Account', 'Contact', 'Lead', 'Opportunity', 'Campaign']) {
    expect(problems(await deployMember(own, `${object}ChangeEvent`))).toEqual([]);
  }
  expect(problems(await deployMember(own, 'TaskChangeEvent')).join()).toMatch(
    /maximum number of 5 entities/,
  );
  await own.close();
});

test('a subscriber hears only of objects and fields that are visible to that user', async () => {
  await deployTo(
    org,
    { PermissionSet: ['Viewer'] },
    {
      'permissionsets/Viewer.permissionset': document(
        'PermissionSet',
        `<fieldPermissions><editable>false</editable><field>Contact.Title</field><readable>true</readable></fieldPermissions>
<label>Viewer</label>
<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Contact</object><viewAllRecords>true</viewAllRecords></objectPermissions>
<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
      ),
    },
  );
  const [user] = org.query("SELECT Id FROM User WHERE Alias = 'cbworker'");
  const [held] = org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${String(user?.Id)}'`,
  );
  const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Viewer'");
  await ask('DELETE', `sobjects/PermissionSetAssignment/${String(held?.Id)}`);
  await create(org, 'PermissionSetAssignment', { AssigneeId: user?.Id, PermissionSetId: set?.Id });
  org.captureChanges('Contact', 'Account');
  const { accessToken } = await connectAsWorker(org);
  const listener = await listenTo(org, '/data/ChangeEvents', { token: accessToken ?? '' });
  await create(org, 'Account', { Name: 'Hidden' });
  await create(org, 'Contact', { LastName: 'Seen', Title: 'Buyer', Department: 'Secret' });
  const [event] = await listener.heard(1);
  expect(event?.payload).toMatchObject({
    Name: { LastName: 'Seen' },
    Title: 'Buyer',
    Department: null,
  });
});

test('in an org with the package, its channel and its objects carry the namespace', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  const files: Record<string, string> = {
    'objects/Order__c/Order__c.object-meta.xml': objectFile('Order'),
    'objects/Order__c/fields/Source__c.field-meta.xml': document(
      'CustomField',
      '<fullName>Source__c</fullName><label>Source</label><length>40</length><type>Text</type>',
    ),
    'platformEventChannels/Commerce__chn.platformEventChannel-meta.xml': document(
      'PlatformEventChannel',
      '<channelType>data</channelType><label>Commerce</label>',
    ),
    'platformEventChannelMembers/Commerce_Order.platformEventChannelMember-meta.xml': document(
      'PlatformEventChannelMember',
      "<eventChannel>Commerce__chn</eventChannel><filterExpression>Source__c != 'WORKER'</filterExpression><selectedEntity>Order__ChangeEvent</selectedEntity>",
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const packaged = await startOrgWithEvents({ schemaDir: folder, namespace: 'cb' });
  const listener = await listenTo(packaged, '/data/cb__Commerce__chn');
  await create(packaged, 'cb__Order__c', { Name: 'Own', cb__Source__c: 'WORKER' });
  await create(packaged, 'cb__Order__c', { Name: 'Foreign', cb__Source__c: 'PERSON' });
  const [event] = await listener.heard(1);
  expect(event?.payload).toMatchObject({ Name: 'Foreign', cb__Source__c: 'PERSON' });
  expect(event?.payload.ChangeEventHeader.entityName).toBe('cb__Order__c');
  await packaged.close();
  rmSync(folder, { recursive: true });
});
