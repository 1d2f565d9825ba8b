import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { listenTo, startOrgWithEvents, type Header, type Heard } from './events-kit.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';
import { deployTo, fieldPart, objectFile } from './metadata-kit.ts';

let org: LocalOrg;
const ask = askAs(() => org);
const CONTACTS = '/data/ContactChangeEvent';

beforeAll(async () => {
  org = await startOrgWithEvents();
});
beforeEach(() => {
  org.reset();
  org.captureChanges('Contact', 'Account');
});
afterAll(async () => org.close());

const header = (event: Heard | undefined): Header | undefined => event?.payload.ChangeEventHeader;

test('a new record is told with all it holds and with compound names and addresses', async () => {
  const listener = await listenTo(org, CONTACTS);
  const fields = {
    FirstName: 'Jane',
    LastName: 'Doe',
    MailingCity: 'Ulm',
    Birthdate: '1979-01-15',
  };
  const id = await create(org, 'Contact', fields);
  const [event] = await listener.heard(1);
  expect(header(event)).toMatchObject({
    entityName: 'Contact',
    recordIds: [id],
    changeType: 'CREATE',
    changeOrigin: 'com/salesforce/api/rest/66.0',
    sequenceNumber: 1,
    changedFields: [],
    nulledFields: [],
  });
  expect(event?.payload).toMatchObject({
    Name: { FirstName: 'Jane', LastName: 'Doe', Salutation: null },
    MailingAddress: { City: 'Ulm', Street: null },
    Birthdate: Date.UTC(1979, 0, 15),
    Email: null,
  });
  expect(event?.payload).not.toHaveProperty('SystemModstamp');
});

test('an update names what changed and what was cleared, also inside compound fields', async () => {
  const fields = { FirstName: 'Jane', LastName: 'Doe', Email: 'jane@shop.example' };
  const id = await create(org, 'Contact', fields);
  const listener = await listenTo(org, CONTACTS);
  const change = { FirstName: null, Email: null, MailingCity: 'Bern', Title: 'Buyer' };
  await ask('PATCH', `sobjects/Contact/${id}`, change);
  const [event] = await listener.heard(1);
  expect(header(event)?.changeType).toBe('UPDATE');
  expect(header(event)?.changedFields.sort()).toEqual(
    ['Email', 'LastModifiedDate', 'MailingAddress.City', 'Name.FirstName', 'Title'].sort(),
  );
  expect(header(event)?.nulledFields).toEqual(['Email', 'Name.FirstName']);
  expect(event?.payload).toMatchObject({ Title: 'Buyer', OwnerId: null });
});

test('a deletion is told without any fields', async () => {
  const id = await create(org, 'Contact', { LastName: 'Doe', Title: 'Buyer' });
  const listener = await listenTo(org, CONTACTS);
  await ask('DELETE', `sobjects/Contact/${id}`);
  const [event] = await listener.heard(1);
  expect(header(event)).toMatchObject({ changeType: 'DELETE', recordIds: [id], changedFields: [] });
  expect(event?.payload).toMatchObject({ Title: null, Name: null });
});

test('an undeleted record is told with all it holds', async () => {
  const id = await create(org, 'Contact', { LastName: 'Doe', Title: 'Buyer' });
  await ask('DELETE', `sobjects/Contact/${id}`);
  const listener = await listenTo(org, CONTACTS);
  await connectAsAdmin(org).soap.undelete([id]);
  const [event] = await listener.heard(1);
  expect(header(event)).toMatchObject({ changeType: 'UNDELETE', changedFields: [] });
  expect(header(event)?.changeOrigin).toMatch(/^com\/salesforce\/api\/soap\//);
  expect(event?.payload).toMatchObject({ Title: 'Buyer', Name: { LastName: 'Doe' } });
});

test('a change too large for one message is told as a gap', async () => {
  const names = ['A__c', 'B__c', 'C__c', 'D__c', 'E__c', 'F__c', 'G__c', 'H__c'];
  const long = '<length>131072</length><type>LongTextArea</type><visibleLines>3</visibleLines>';
  const fields = names.map((name) => fieldPart(name, long)).join('');
  await deployTo(
    org,
    { CustomObject: ['Essay__c'] },
    { 'objects/Essay__c.object': objectFile('Essay', fields) },
  );
  org.captureChanges('Essay__c');
  const listener = await listenTo(org, '/data/Essay__ChangeEvent');
  const texts = names.map((name): [string, string] => [name, 'x'.repeat(131_000)]);
  const id = await create(org, 'Essay__c', { Name: 'Long', ...Object.fromEntries(texts) });
  const [event] = await listener.heard(1);
  expect(header(event)).toMatchObject({ changeType: 'GAP_CREATE', recordIds: [id] });
  expect(event?.payload).toMatchObject({ Name: null, A__c: null });
});

test('rows of one request share a transaction, and equal changes are one event', async () => {
  const listener = await listenTo(org, CONTACTS);
  const names = ['One', 'Two', 'Two'];
  const records = names.map((LastName) => ({ attributes: { type: 'Contact' }, LastName }));
  const { json } = await ask('POST', 'composite/sobjects', { records });
  const ids = (json as { id: string }[]).map(({ id }) => id);
  const events = await listener.heard(2);
  expect(events.map((event) => header(event)?.recordIds)).toEqual([[ids[0]], [ids[1], ids[2]]]);
  expect(events.map((event) => header(event)?.sequenceNumber)).toEqual([1, 2]);
  expect(new Set(events.map((event) => header(event)?.transactionKey)).size).toBe(1);
});

test('work that is rolled back is told to nobody', async () => {
  const listener = await listenTo(org, CONTACTS);
  const records = [
    { attributes: { type: 'Contact' }, LastName: 'Kept back' },
    { attributes: { type: 'Contact' }, FirstName: 'Nameless' },
  ];
  await ask('POST', 'composite/sobjects', { records, allOrNone: true });
  const id = await create(org, 'Contact', { LastName: 'Doe' });
  const events = await listener.heard(1);
  expect(events.map((event) => header(event)?.recordIds)).toEqual([[id]]);
});

test('requests of a composite are transactions of their own unless all or none is asked', async () => {
  const listener = await listenTo(org, CONTACTS);
  const one = (referenceId: string) => ({
    method: 'POST',
    url: '/services/data/v66.0/sobjects/Contact',
    referenceId,
    body: { LastName: referenceId },
  });
  const compositeRequest = [one('a'), one('b')];
  await ask('POST', 'composite', { compositeRequest });
  await ask('POST', 'composite', { compositeRequest, allOrNone: true });
  const keys = (await listener.heard(4)).map((event) => header(event)?.transactionKey);
  expect(keys[0]).not.toBe(keys[1]);
  expect(keys[2]).toBe(keys[3]);
});

test('a record that is made and changed in one transaction is told once, as it is then', async () => {
  const listener = await listenTo(org, CONTACTS);
  const url = '/services/data/v66.0/sobjects/Contact';
  const compositeRequest = [
    { method: 'POST', url, referenceId: 'made', body: { LastName: 'Before' } },
    { method: 'PATCH', url: `${url}/@{made.id}`, referenceId: 'done', body: { LastName: 'After' } },
  ];
  await ask('POST', 'composite', { compositeRequest, allOrNone: true });
  await create(org, 'Contact', { LastName: 'Next' });
  const events = await listener.heard(2);
  expect(events.map((event) => header(event)?.changeType)).toEqual(['CREATE', 'CREATE']);
  expect(events[0]?.payload.Name).toMatchObject({ LastName: 'After' });
});

test('the channel of all changes tells of every selected object, in order', async () => {
  const listener = await listenTo(org, '/data/ChangeEvents');
  await create(org, 'Contact', { LastName: 'Doe' });
  await create(org, 'Lead', { LastName: 'Unselected', Company: 'None' });
  await create(org, 'Account', { Name: 'Shop' });
  const events = await listener.heard(2);
  expect(events.map((event) => header(event)?.entityName)).toEqual(['Contact', 'Account']);
});

test('a change can be told as a gap or as an overflow', async () => {
  const listener = await listenTo(org, CONTACTS);
  org.gapNextChange('Contact');
  const id = await create(org, 'Contact', { LastName: 'Doe' });
  org.gapNextChange('Contact', 'overflow');
  await ask('PATCH', `sobjects/Contact/${id}`, { LastName: 'Roe' });
  await ask('PATCH', `sobjects/Contact/${id}`, { LastName: 'Poe' });
  const events = await listener.heard(3);
  expect(events.map((event) => header(event)?.changeType)).toEqual([
    'GAP_CREATE',
    'GAP_OVERFLOW',
    'UPDATE',
  ]);
  expect(header(events[0])?.recordIds).toEqual([id]);
  expect(header(events[1])?.recordIds).toEqual(['000000000000000AAA']);
  expect(events[0]?.payload.Name).toBeNull();
});

test('only five objects can be selected', async () => {
  const own = await startOrg({ empty: true });
  const five = ['Account', 'Contact', 'Lead', 'Opportunity', 'Campaign'];
  expect(() => own.captureChanges(...five)).not.toThrow();
  expect(() => own.captureChanges(...five, 'Task')).toThrow(/maximum number of 5 entities/);
  await own.close();
});
