import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const lead = { LastName: 'Doe', Company: 'Acme' };

async function refusal(object: string, fields: object) {
  const { status, json } = await ask('POST', `sobjects/${object}`, fields);
  return { status, ...(json as { errorCode: string; message: string; fields?: string[] }[])[0] };
}

describe('a value that the field cannot hold', () => {
  it.each([
    [
      'REQUIRED_FIELD_MISSING',
      'Lead',
      { FirstName: 'Jo', Company: '  ' },
      ['LastName', 'Company'],
      'Required fields are missing: [LastName, Company]',
    ],
    [
      'STRING_TOO_LONG',
      'Lead',
      { ...lead, LastName: 'x'.repeat(81) },
      ['LastName'],
      `Last Name: data value too large: ${'x'.repeat(81)} (max length=80)`,
    ],
    [
      'INVALID_EMAIL_ADDRESS',
      'Lead',
      { ...lead, Email: 'foo@' },
      ['Email'],
      'Email: invalid email address: foo@',
    ],
    [
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Lead',
      { ...lead, Cart_Status__c: 'Lost' },
      ['Cart_Status__c'],
      'bad value for restricted picklist field: Lost',
    ],
    [
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Lead',
      { ...lead, Order_Count__c: 123456789 },
      ['Order_Count__c'],
      'value outside of valid range on numeric field: 123456789',
    ],
    [
      'MALFORMED_ID',
      'Order__c',
      { Lead__c: 'abc' },
      ['Lead__c'],
      'id value of incorrect type: abc',
    ],
    [
      'MALFORMED_ID',
      'Order__c',
      { Lead__c: '003Cb0000000001' },
      ['Lead__c'],
      'id value of incorrect type',
    ],
    [
      'INVALID_CROSS_REFERENCE_KEY',
      'Order__c',
      { Lead__c: '00QCb0zzzzzzzzz' },
      [],
      'invalid cross reference id',
    ],
    ['REQUIRED_FIELD_MISSING', 'Order_Item__c', { Name: 'Shoe' }, ['Order__c'], '[Order__c]'],
    [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Lead',
      { ...lead, CreatedDate: '2026-01-01T00:00:00Z' },
      ['CreatedDate'],
      'Unable to create/update fields: CreatedDate.',
    ],
  ])('answers %s for %s', async (errorCode, object, fields, names, message) => {
    const refused = await refusal(object, fields);
    expect(refused).toMatchObject({ status: 400, errorCode, fields: names });
    expect(refused.message).toContain(message);
    expect(org.query(`SELECT Id FROM ${object}`)).toEqual([]);
  });

  it.each([
    [{ Total__c: 'abc' }, 'Cannot deserialize instance of double from VALUE_STRING value abc'],
    [{ Email__c: 5 }, 'Cannot deserialize instance of string from VALUE_NUMBER_INT value 5'],
    [
      { Archived__c: 'maybe' },
      'Cannot deserialize instance of boolean from VALUE_STRING value maybe',
    ],
    [
      { Placed_At__c: 'soon' },
      'Cannot deserialize instance of datetime from VALUE_STRING value soon',
    ],
    [{ Placed_At__c: '2026-02-30T00:00:00' }, 'Cannot deserialize instance of datetime'],
  ])('of another kind than the JSON says %o is a parser error', async (fields, message) => {
    const refused = await refusal('Order__c', fields);
    expect(refused).toMatchObject({ status: 400, errorCode: 'JSON_PARSER_ERROR' });
    expect(refused.message).toContain(message);
  });

  it('names a field or an object that does not exist', async () => {
    expect(await refusal('Lead', { ...lead, Bogus__c: 1 })).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Bogus__c' on sobject of type Lead",
    });
    expect(await refusal('Bogus__c', {})).toMatchObject({ status: 404, errorCode: 'NOT_FOUND' });
  });
});

describe('a value is put in order', () => {
  it('text is trimmed and empty text is nothing', async () => {
    await create(org, 'Lead', { LastName: '  Doe\n', Company: 'Acme', Title: '   ' });
    expect(org.query('SELECT LastName, Title FROM Lead')).toMatchObject([
      { LastName: 'Doe', Title: null },
    ]);
  });

  it.each([
    ['"12.5"', '12.5'],
    ['12.34565', '12.3457'],
    ['-12.34565', '-12.3457'],
    ['12.34564', '12.3456'],
    ['"99999999999999.9999"', '99999999999999.9999'],
    ['1e2', '100.0'],
  ])('the number %s is kept as %s', async (given, kept) => {
    await ask('POST', 'sobjects/Order__c', `{"Total__c":${given}}`);
    const read = await ask('GET', 'query?q=SELECT+Total__c+FROM+Order__c');
    expect(read.text).toContain(`"Total__c":${kept}}`);
  });

  it.each([
    ['2026-08-21T10:15:30.987Z', '2026-08-21T10:15:30.000+0000'],
    ['2026-08-21T10:15:30+02:00', '2026-08-21T08:15:30.000+0000'],
    ['2026-08-21T10:15:30.000+0000', '2026-08-21T10:15:30.000+0000'],
  ])('the time %s is kept as %s', async (given, kept) => {
    await create(org, 'Order__c', { Placed_At__c: given });
    expect(org.query('SELECT Placed_At__c FROM Order__c')).toMatchObject([{ Placed_At__c: kept }]);
  });
});

describe('a unique value', () => {
  it('is refused a second time, with the id of the record that has it', async () => {
    const id = await create(org, 'Lead', { ...lead, Customer_Key__c: 'bc:1' });
    expect(await refusal('Lead', { ...lead, Customer_Key__c: 'bc:1' })).toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: `duplicate value found: Customer_Key__c duplicates value on record with id: ${id.slice(0, 15)}`,
    });
  });

  it('is another one in another case, and free again once its record is deleted', async () => {
    const id = await create(org, 'Lead', { ...lead, Customer_Key__c: 'bc:a' });
    await create(org, 'Lead', { ...lead, Customer_Key__c: 'bc:A' });
    await ask('DELETE', `sobjects/Lead/${id}`);
    await create(org, 'Lead', { ...lead, Customer_Key__c: 'bc:a' });
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(2);
  });
});
