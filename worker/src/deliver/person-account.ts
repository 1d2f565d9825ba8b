import type { Row } from './row.ts';

/** By which a person account is found and made: what an account has in its own right. */
export const PERSON_ACCOUNT_KEY = 'Company_Key__c';

/** Fields of a Contact that its person account has under the same name. */
const ALIKE: ReadonlySet<string> = new Set([
  ...['FirstName', 'LastName', 'MiddleName', 'Suffix', 'Salutation'],
  ...['Phone', 'Fax', 'Description', 'OwnerId', 'RecordTypeId', 'CurrencyIsoCode'],
]);

/** A person account belongs to no other account, and reports to nobody. */
const LACKING: ReadonlySet<string> = new Set(['AccountId', 'ReportsToId', 'Name']);

/**
 * What a person account calls a field of its contact: `Email` is `PersonEmail`, `Score__c` is
 * `Score__pc`. Null for what it does not have. The list of fields is
 * https://help.salesforce.com/s/articleView?id=sales.account_fields.htm
 */
export function personAccountField(contactField: string): string | null {
  if (ALIKE.has(contactField)) return contactField;
  if (LACKING.has(contactField)) return null;
  return contactField.endsWith('__c')
    ? contactField.replace(/__c$/, '__pc')
    : `Person${contactField}`;
}

type Said = Pick<Row, 'fields' | 'references' | 'createFields' | 'createReferences' | 'ifBlank'>;

/** What is said of a Contact, as its person account is told: the contact itself cannot be written. */
export function asPersonAccount(said: Said): Said {
  const { createFields, createReferences, ifBlank } = said;
  return {
    fields: renamed(said.fields),
    references: renamed(said.references),
    ...(createFields && { createFields: renamed(createFields) }),
    ...(createReferences && { createReferences: renamed(createReferences) }),
    ...(ifBlank && { ifBlank: ifBlank.flatMap((field) => personAccountField(field) ?? []) }),
  };
}

function renamed<Value>(fields: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      const name = personAccountField(field);
      return name === null ? [] : [[name, value]];
    }),
  );
}
