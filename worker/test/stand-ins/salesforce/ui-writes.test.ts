import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, curl, startOrg } from './kit.ts';
import { tokenOf, uiAs } from './ui-kit.ts';

let org: LocalOrg;
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const MESSAGE = 'An error occurred while trying to update the record. Please try again.';
const refusedFields = (...names: string[]) => ({
  status: 400,
  json: {
    message: MESSAGE,
    statusCode: 400,
    enhancedErrorType: 'RecordError',
    output: {
      fieldErrors: Object.fromEntries(names.map((name) => [name, [{ field: name }]])),
    },
  },
});

describe('creating a record', () => {
  it('answers the record with the fields of its layout and where it is', async () => {
    const fields = { Name: 'Surf', Shop_Key__c: 'surf', Status__c: 'Connected' };
    const made = await admin('POST', 'records', { apiName: 'Shop__c', fields });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toMatch(new RegExp(`ui-api/records/${made.json.id}$`));
    expect(made.json).toMatchObject({
      apiName: 'Shop__c',
      fields: {
        Name: { value: 'Surf' },
        Status__c: { displayValue: 'Connected' },
        Owner: { displayValue: 'System Administrator' },
      },
    });
    expect(org.query('SELECT Name FROM Shop__c')).toMatchObject([{ Name: 'Surf' }]);
  });

  it('tells the field that is missing', async () => {
    const fields = { FirstName: 'Ada' };
    const refused = await admin('POST', 'records', { apiName: 'Contact', fields });
    expect(refused).toMatchObject(refusedFields('LastName'));
    expect(refused.json.output).toEqual({
      errors: [],
      fieldErrors: {
        LastName: [
          {
            constituentField: null,
            duplicateRecordError: null,
            errorCode: 'REQUIRED_FIELD_MISSING',
            field: 'LastName',
            fieldLabel: 'Last Name',
            message: 'Required fields are missing: [LastName]',
          },
        ],
      },
    });
    expect(org.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('tells every field with a value it cannot hold', async () => {
    const fields = { Name: '1', Status__c: 'Eaten', Email__c: 'nobody' };
    const refused = await admin('POST', 'records', { apiName: 'Order__c', fields });
    expect(refused).toMatchObject(refusedFields('Status__c', 'Email__c'));
    expect(refused.json.output.fieldErrors.Status__c).toMatchObject([
      { errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fieldLabel: 'Status' },
    ]);
  });

  it('tells a value of the wrong kind at its field, and a field that is none apart', async () => {
    const fields = { Name: '1', Total__c: 'much', Nix__c: 1 };
    const refused = await admin('POST', 'records', { apiName: 'Order__c', fields });
    expect(refused).toMatchObject(refusedFields('Total__c'));
    expect(refused.json.output.fieldErrors.Total__c).toMatchObject([
      {
        errorCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
        message: 'Total: value not of required type: much',
      },
    ]);
    expect(refused.json.output.errors).toMatchObject([{ errorCode: 'INVALID_FIELD', field: null }]);
  });

  it('runs into validation rules', async () => {
    const message = 'Call them first';
    org.addValidationRule({
      object: 'Contact',
      formula: 'ISBLANK(Phone)',
      field: 'Phone',
      message,
    });
    const refused = await admin('POST', 'records', {
      apiName: 'Contact',
      fields: { LastName: 'L' },
    });
    expect(refused).toMatchObject(refusedFields('Phone'));
    expect(refused.json.output.fieldErrors.Phone).toMatchObject([
      { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message },
    ]);
  });

  it('runs into duplicate rules that alert, unless the form says to save all the same', async () => {
    org.rules.duplicateRules.add({ object: 'Contact', matchField: 'Email', action: 'alert' });
    const fields = { LastName: 'L', Email: 'l@example.com' };
    const first = await create(org, 'Contact', fields);
    const refused = await admin('POST', 'records', { apiName: 'Contact', fields });
    expect(refused.status).toBe(400);
    expect(refused.json.output).toMatchObject({
      errors: [
        {
          errorCode: 'DUPLICATES_DETECTED',
          duplicateRecordError: {
            matchResults: [{ apiName: 'Contact', matchRecordIds: [first], objectLabel: 'Contact' }],
          },
        },
      ],
      fieldErrors: {},
    });
    const forced = { apiName: 'Contact', fields, allowSaveOnDuplicate: true };
    expect((await admin('POST', 'records', forced)).status).toBe(201);
  });

  it.each([
    ['no object', { fields: {} }, 'POST_BODY_PARSE_ERROR'],
    ['no fields', { apiName: 'Contact' }, 'POST_BODY_PARSE_ERROR'],
    ['an object there is not', { apiName: 'Nix__c', fields: {} }, 'INVALID_TYPE'],
    ['an object without pages', { apiName: 'Profile', fields: {} }, 'INVALID_TYPE'],
    ['no object in JSON', '[]', 'JSON_PARSER_ERROR'],
    ['no JSON at all', '{', 'JSON_PARSER_ERROR'],
  ])('refuses %s', async (_, body, errorCode) => {
    const { status, json } = await admin('POST', 'records', body);
    expect(status).toBe(400);
    expect(json).toMatchObject([{ errorCode }]);
  });
});

describe('changing a record', () => {
  it('changes what is given and answers the record', async () => {
    const id = await create(org, 'Contact', { LastName: 'L', Phone: '1' });
    const fields = { Id: id, LastName: 'M' };
    const { status, json } = await admin('PATCH', `records/${id}`, { fields });
    expect([status, json.fields.LastName?.value]).toEqual([200, 'M']);
    expect(org.query('SELECT LastName, Phone FROM Contact')).toMatchObject([
      { LastName: 'M', Phone: '1' },
    ]);
  });

  it('is refused when somebody else was faster', async () => {
    const id = await create(org, 'Contact', { LastName: 'L' });
    const read = await admin('GET', `records/${id}?fields=Contact.LastModifiedDate`);
    const since = String(read.json.fields.LastModifiedDate?.value);
    const change = (name: string) =>
      admin(
        'PATCH',
        `records/${id}`,
        { fields: { LastName: name } },
        {
          'if-unmodified-since': since,
        },
      );
    expect((await change('First')).status).toBe(200);
    await org.clock.advance(5000);
    await curl(org, 'PATCH', `sobjects/Contact/${id}`, { LastName: 'Other' });
    const late = await change('Second');
    expect(late.status).toBe(412);
    expect(late.json).toMatchObject({ statusCode: 412, enhancedErrorType: 'RecordError' });
    expect(org.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Other' }]);
    const nonsense = await admin(
      'PATCH',
      `records/${id}`,
      { fields: {} },
      {
        'if-unmodified-since': 'yesterday or so',
      },
    );
    expect(nonsense.status).toBe(400);
  });

  it('tells the fields that the user may not write', async () => {
    const token = await tokenOf(org, ['Cartbridge_Reader']);
    const reader = uiAs(
      () => org,
      () => token,
    );
    const id = await create(org, 'Shop__c', { Name: 'Surf', Shop_Key__c: 'surf' });
    const refused = await reader('PATCH', `records/${id}`, { fields: { Name: 'Turf' } });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({
      statusCode: 403,
      output: { errors: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }], fieldErrors: {} },
    });
    const stamp = { fields: { CreatedById: id } };
    const closed = await admin('PATCH', `records/${id}`, stamp);
    expect(closed).toMatchObject(refusedFields('CreatedById'));
    const made = { apiName: 'Shop__c', fields: { Name: 'Turf' } };
    expect((await reader('POST', 'records', made)).status).toBe(403);
    expect((await reader('DELETE', `records/${id}`)).status).toBe(403);
    expect(org.query('SELECT Name FROM Shop__c')).toMatchObject([{ Name: 'Surf' }]);
  });

  it('of a record that is gone answers NOT_FOUND', async () => {
    const id = await create(org, 'Contact', { LastName: 'L' });
    expect((await admin('DELETE', `records/${id}`)).status).toBe(204);
    for (const method of ['PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { fields: { LastName: 'M' } } : undefined;
      const { status, json } = await admin(method, `records/${id}`, body);
      expect([status, json[0]?.errorCode]).toEqual([404, 'NOT_FOUND']);
    }
  });
});
