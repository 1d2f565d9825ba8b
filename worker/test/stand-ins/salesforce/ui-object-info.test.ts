import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { deployTo, fieldPart, objectFile } from './metadata-kit.ts';
import { MASTER, tokenOf, uiAs } from './ui-kit.ts';

let org: LocalOrg;
let token = '';
const admin = uiAs(() => org);
const reader = uiAs(
  () => org,
  () => token,
);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  token = await tokenOf(org, ['Cartbridge_Reader']);
});
afterAll(() => org.close());

const BOAT = { CustomObject: ['Boat__c'] };
const BOAT_FILE = 'objects/Boat__c.object';
const SAILS =
  '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition>' +
  '<sorted>false</sorted>' +
  '<value><fullName>M</fullName><default>true</default><label>Main &amp; mizzen</label></value>' +
  '<value><fullName>J</fullName><default>false</default><label>Jib</label></value>' +
  '</valueSetDefinition></valueSet>';

describe('an object info', () => {
  it('describes the object, its record type, its children and its icon', async () => {
    const { status, json } = await admin('GET', 'object-info/order__C');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      apiName: 'Order__c',
      label: 'Shop Order',
      labelPlural: 'Shop Orders',
      nameFields: ['Name'],
      custom: true,
      createable: true,
      updateable: true,
      deletable: true,
      defaultRecordTypeId: MASTER,
      recordTypeInfos: { [MASTER]: { master: true, name: 'Master', recordTypeId: MASTER } },
      childRelationships: [
        {
          childObjectApiName: 'Order_Item__c',
          fieldName: 'Order__c',
          relationshipName: 'Order_Items__r',
        },
        { childObjectApiName: 'Return__c', fieldName: 'Order__c', relationshipName: 'Returns__r' },
        {
          childObjectApiName: 'Shipment__c',
          fieldName: 'Order__c',
          relationshipName: 'Shipments__r',
        },
      ],
      themeInfo: { iconUrl: `${org.url}/img/icon/t4v35/custom/custom18_120.png` },
    });
    expect(Object.keys(json.fields)).toEqual(Object.keys(json.fields).sort());
  });

  it('describes each field', async () => {
    const { json } = await admin('GET', 'object-info/Order__c');
    expect(json.fields.Total__c).toMatchObject({
      apiName: 'Total__c',
      dataType: 'Double',
      precision: 18,
      scale: 4,
      label: 'Total',
      custom: true,
      required: false,
      reference: false,
      inlineHelpText: expect.stringContaining('What the customer pays') as string,
    });
    expect(json.fields.Contact__c).toMatchObject({
      dataType: 'Reference',
      reference: true,
      relationshipName: 'Contact__r',
      referenceToInfos: [{ apiName: 'Contact', nameFields: ['FirstName', 'LastName', 'Name'] }],
    });
    expect(json.fields.Id).toMatchObject({ dataType: 'Reference', reference: false });
    expect(json.fields.Placed_At__c).toMatchObject({ dataType: 'DateTime' });
    expect(json.fields.CreatedById).toMatchObject({ createable: false, updateable: false });
    const person = await admin('GET', 'object-info/Contact');
    expect(person.json.fields.Name).toMatchObject({ compound: true, extraTypeInfo: 'PersonName' });
    expect(person.json.fields.LastName).toMatchObject({
      compoundFieldName: 'Name',
      required: true,
    });
    expect(person.json.fields.Description).toMatchObject({ extraTypeInfo: 'PlainTextArea' });
  });

  it('tells the rights of the user who asks', async () => {
    const { json } = await reader('GET', 'object-info/Shop__c');
    expect(json).toMatchObject({ createable: false, updateable: false, deletable: false });
    expect(json.fields.Status__c).toMatchObject({ createable: false, updateable: false });
    const seen = await reader('GET', 'object-info/Order__c');
    const all = await admin('GET', 'object-info/Order__c');
    expect(Object.keys(seen.json.fields).length).toBeLessThanOrEqual(
      Object.keys(all.json.fields).length,
    );
  });

  it('has the fields that a deploy adds, which others see when they are granted', async () => {
    const before = await admin('GET', 'object-info/Boat__c');
    expect(before.json[0]?.errorCode).toBe('INVALID_TYPE');
    const sails = fieldPart('Sails__c', SAILS);
    await deployTo(org, BOAT, { [BOAT_FILE]: objectFile('Boat', sails) });
    const { json } = await admin('GET', 'object-info/Boat__c');
    expect(json.fields.Sails__c).toMatchObject({ dataType: 'Picklist', restrictedPicklist: true });
    const notes = fieldPart(
      'Notes__c',
      '<type>Html</type><length>32768</length><visibleLines>5</visibleLines>',
    );
    await deployTo(org, BOAT, { [BOAT_FILE]: objectFile('Boat', sails + notes) });
    const after = await admin('GET', 'object-info/Boat__c');
    expect(after.json.fields.Notes__c).toMatchObject({
      dataType: 'TextArea',
      extraTypeInfo: 'RichTextArea',
      htmlFormatted: true,
    });
    expect(after.json.eTag).not.toBe(json.eTag);
    expect((await reader('GET', 'object-info/Boat__c')).status).toBe(400);
  });

  it.each(['Nix__c', 'Profile', 'PermissionSet'])('of %s is not to be had', async (name) => {
    const { status, json } = await admin('GET', `object-info/${name}`);
    expect(status).toBe(400);
    expect(json).toEqual([
      { errorCode: 'INVALID_TYPE', message: `Object ${name} is not supported in UI API` },
    ]);
  });

  it('comes in batches, in which each object answers for itself', async () => {
    const { status, json } = await reader('GET', 'object-info/batch/Order__c,Lead');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { apiName: 'Order__c' } },
        { statusCode: 400, result: [{ errorCode: 'INVALID_TYPE' }] },
      ],
    });
  });

  it('is listed among those of all objects the user may read', async () => {
    const names = Object.keys((await reader('GET', 'object-info')).json.objects);
    expect(names).toEqual(expect.arrayContaining(['Order__c', 'User']));
    expect(names).not.toContain('Lead');
    expect(names).not.toContain('Profile');
  });
});

describe('picklist values', () => {
  it('are those of the field, with what people read and what is chosen at first', async () => {
    await deployTo(org, BOAT, { [BOAT_FILE]: objectFile('Boat', fieldPart('Sails__c', SAILS)) });
    const path = `object-info/Boat__c/picklist-values/${MASTER}`;
    const { json } = await admin('GET', `${path}/Sails__c`);
    const main = { attributes: null, label: 'Main & mizzen', validFor: [], value: 'M' };
    expect(json).toMatchObject({
      controllerValues: {},
      defaultValue: main,
      url: `/services/data/v66.0/ui-api/${path}/Sails__c`,
      values: [main, { label: 'Jib', value: 'J' }],
    });
    const all = await admin('GET', path);
    expect(all.json).toMatchObject({ picklistFieldValues: { Sails__c: { values: [main, {}] } } });
    const id = await create(org, 'Boat__c', { Name: 'Argo', Sails__c: 'M' });
    const record = await admin('GET', `records/${id}?fields=Boat__c.Sails__c`);
    expect(record.json.fields.Sails__c).toEqual({ displayValue: 'Main & mizzen', value: 'M' });
  });

  it.each([
    [`Nix__c/picklist-values/${MASTER}`, 400, 'INVALID_TYPE'],
    [`Order__c/picklist-values/${MASTER}/Nix__c`, 400, 'INVALID_FIELD'],
    [`Order__c/picklist-values/${MASTER}/Name`, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Order__c/picklist-values/master/Status__c', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Order__c/picklist-values/012000000000001AAA/Status__c', 404, 'NOT_FOUND'],
  ])('of %s answer %i %s', async (path, status, errorCode) => {
    const answer = await admin('GET', `object-info/${path}`);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([status, errorCode]);
  });
});

it('what is not built answers NOT_FOUND, and the wrong method METHOD_NOT_ALLOWED', async () => {
  for (const path of ['favorites', 'duplicates/Contact', 'themes/active', 'actions/object/Lead']) {
    const { status, json } = await admin('GET', path);
    expect([path, status, json[0]?.errorCode]).toEqual([path, 404, 'NOT_FOUND']);
  }
  const { status, json } = await admin('POST', 'object-info/Order__c', {});
  expect([status, json[0]?.errorCode]).toEqual([405, 'METHOD_NOT_ALLOWED']);
});
