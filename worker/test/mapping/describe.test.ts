import { expect, it } from 'vitest';
import { readDescribe } from '#mapping-engine';

const plain = (name: string) => name.replace(/^cartbridge__/, '');

/** A field as REST describes it, with the keys nobody here needs. */
function described(name: string, more: object = {}): object {
  return {
    aggregatable: true,
    autoNumber: false,
    byteLength: 765,
    calculated: false,
    calculatedFormula: null,
    createable: true,
    custom: true,
    defaultedOnCreate: false,
    digits: 0,
    externalId: false,
    idLookup: false,
    label: `Label of ${name}`,
    length: 255,
    name,
    nillable: true,
    picklistValues: [],
    precision: 0,
    referenceTo: [],
    restrictedPicklist: false,
    scale: 0,
    soapType: 'xsd:string',
    type: 'string',
    unique: false,
    updateable: true,
    ...more,
  };
}

function answer(...fields: object[]): object {
  return { name: 'Lead', label: 'Lead', createable: true, updateable: true, fields };
}

function picklist(count: number): object {
  const picklistValues = Array.from({ length: count }, (_, index) => ({
    active: index !== 1,
    defaultValue: false,
    label: `Value ${index}`,
    validFor: null,
    value: `V${index}`,
  }));
  return { type: 'picklist', restrictedPicklist: true, picklistValues };
}

it('keeps what a mapping has to know, under the package’s plain names', () => {
  const read = readDescribe(
    answer(
      described('cartbridge__Cart_Key__c', { externalId: true, idLookup: true, unique: true }),
      described('Owner__c', {
        type: 'reference',
        length: 18,
        referenceTo: ['cartbridge__Shop__c'],
      }),
    ),
    plain,
  );
  expect(read).toEqual({
    object: 'Lead',
    label: 'Lead',
    createable: true,
    updateable: true,
    fields: [
      {
        name: 'Cart_Key__c',
        label: 'Label of cartbridge__Cart_Key__c',
        type: 'string',
        createable: true,
        updateable: true,
        nillable: true,
        length: 255,
        externalId: true,
        idLookup: true,
        unique: true,
      },
      {
        name: 'Owner__c',
        label: 'Label of Owner__c',
        type: 'reference',
        createable: true,
        updateable: true,
        nillable: true,
        length: 18,
        referenceTo: ['Shop__c'],
      },
    ],
  });
});

it('leaves out fields that are neither written nor keys', () => {
  const closed = { createable: false, updateable: false };
  const read = readDescribe(
    answer(
      described('Formula__c', closed),
      described('Key__c', { ...closed, externalId: true }),
      described('Id', { ...closed, idLookup: true, type: 'id' }),
    ),
    plain,
  );
  expect(read.fields.map(({ name }) => name)).toEqual(['Key__c', 'Id']);
});

it('keeps the active values of a picklist', () => {
  const [field] = readDescribe(answer(described('Status', picklist(3))), plain).fields;
  expect(field?.values).toEqual([
    { value: 'V0', label: 'Value 0' },
    { value: 'V2', label: 'Value 2' },
  ]);
  expect(field?.restricted).toBe(true);
});

it('stays below 60,000 characters for a Lead of 150 fields with countries and states', () => {
  const fields = Array.from({ length: 148 }, (_, index) =>
    described(`Field_${index}__c`, index % 10 === 0 ? picklist(12) : {}),
  );
  const lead = answer(
    ...fields,
    described('CountryCode', picklist(250)),
    described('StateCode', picklist(500)),
  );
  expect(JSON.stringify(readDescribe(lead, plain)).length).toBeLessThan(60_000);
});

it('leaves out the longest lists of values where an object has too many, and no field', () => {
  const wide = answer(described('Huge__c', picklist(5_000)), described('Small__c', picklist(5)));
  const read = readDescribe(wide, plain);
  expect(JSON.stringify(read).length).toBeLessThan(100_000);
  expect(read.fields.map(({ values }) => values?.length)).toEqual([undefined, 4]);
});

it.each([null, 'text', {}, { name: 'Lead' }, []])(
  'refuses an answer that is no describe: %j',
  (data) => {
    expect(() => readDescribe(data, plain)).toThrow(/not the describe of an object/);
  },
);
