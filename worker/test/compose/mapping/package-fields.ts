import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const number = z.coerce.number().optional();
const values = z.array(z.object({ fullName: z.string() }));

const fieldShape = z.object({
  CustomField: z.object({
    fullName: z.string(),
    type: z.string(),
    length: number,
    precision: number,
    scale: number,
    valueSet: z.object({ valueSetDefinition: z.object({ value: values }) }).optional(),
  }),
});

export type PackageField = z.output<typeof fieldShape>['CustomField'];

const ROOT = new URL('../../../../force-app/', import.meta.url).pathname;

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'value',
});

/** The package's own fields of an object, by API name, from the files that are deployed. */
export function packageFields(object: string): Map<string, PackageField> {
  const files = globSync(`${ROOT}**/objects/${object}/fields/*.field-meta.xml`);
  return new Map(
    files.map((file) => {
      const field = fieldShape.parse(parser.parse(readFileSync(file, 'utf8'))).CustomField;
      if (!basename(file).startsWith(`${field.fullName}.`))
        throw new Error(`${file} holds ${field.fullName}.`);
      return [field.fullName, field];
    }),
  );
}

/** The parts of an address, and the longest text each takes. */
function address(prefix: string): Record<string, number> {
  const parts = { Street: 255, City: 40, State: 80, PostalCode: 20, Country: 80 };
  return Object.fromEntries(Object.entries(parts).map(([part, most]) => [prefix + part, most]));
}

/** What is a checkbox or a lookup takes no text at all. */
const NO_TEXT = 0;

/** Standard fields the default mapping fills, and the longest text each takes. */
export const STANDARD_FIELDS: Record<string, Record<string, number>> = {
  Shop__c: { Name: 80 },
  Commerce_Product__c: { Name: 80 },
  Order__c: { Name: 80 },
  Order_Item__c: { Name: 80 },
  // The name of a cart is a number Salesforce gives.
  Cart__c: {},
  Cart_Item__c: { Name: 80 },
  Shipment__c: { Name: 80 },
  Return__c: { Name: 80 },
  Account: {
    ...{ Name: 255, ParentId: NO_TEXT, Phone: 40, Website: 255 },
    ...{ ...address('Billing'), ...address('Shipping') },
  },
  Contact: {
    ...{ FirstName: 40, LastName: 80, Email: 80, Phone: 40, LeadSource: 255 },
    ...{ HasOptedOutOfEmail: NO_TEXT, AccountId: NO_TEXT },
    ...{ ...address('Mailing'), ...address('Other') },
  },
  Lead: {
    ...{ FirstName: 40, LastName: 80, Email: 80, Phone: 40, LeadSource: 255, Company: 255 },
    ...{ HasOptedOutOfEmail: NO_TEXT, ...address('') },
  },
};
