import { compileMapping, defaultTemplate } from '#mapping-engine';
import { describe, it, expect } from 'vitest';
import { cartBlock } from '../../../src/compose/books/cart-block.ts';
import { NO_TOTALS } from '../../../src/compose/books/order-ledger.ts';
import type { Person, Profile } from '../../../src/compose/people/person.ts';
import { personInput } from '../../../src/compose/mapping/input-of.ts';
import { personLinks, personRow } from '../../../src/compose/rows/person-row.ts';
import type { MappedRow } from '../../../src/compose/rows/map-row.ts';
import type { OrgId, PersonId, SalesforceId, ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';

const STOREFRONT = { url: 'https://shop.example', currency: 'USD' };
const BLOCK = cartBlock([], null, STOREFRONT, new Date());
const PROFILE: Profile = {
  email: 'kim@example.com',
  firstName: 'Kim',
  lastName: 'Berg',
  company: null,
  phone: '555',
  raw: null,
};
const UNKNOWN: Person = {
  id: 'p1' as PersonId,
  customerKey: 'bc1:customer:11',
  email: 'kim@example.com',
  customerGroup: null,
  link: null,
  cartBlock: null,
  ...{ accountId: null, consent: {}, optedOut: false, deletedAt: null, createdAt: new Date(0) },
};
const KNOWN: Person = {
  ...UNKNOWN,
  link: { object: 'Contact', id: '003A' as SalesforceId },
};
const POLICY = settingsShape.parse({});
const SUMS = { ...NO_TOTALS, currency: 'USD' };
const SHOP = {
  id: 'bc1' as ShopId,
  orgId: 'org-1' as OrgId,
  ...{ platform: 'bigcommerce', apiUrl: '', producer: '', name: 'Shop' },
  ...{ storefrontUrl: 'https://shop.example', currency: 'USD', webhookUrl: '', sealedSecrets: '' },
  ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {} },
};
const MAPPER = {
  shop: SHOP,
  mapping: { number: 1, compiled: compileMapping(defaultTemplate('bigcommerce').mapping) },
};

function rowOf(
  person: Person,
  profile: Profile | null = PROFILE,
  createAs: 'Lead' | 'Contact' = 'Lead',
): MappedRow {
  const input = personInput(SHOP, person, profile, SUMS, BLOCK, null);
  const creating = { registered: { as: createAs } };
  const mapped = personRow(MAPPER, person, input, settingsShape.parse({ creating }));
  if (!mapped) throw new Error('The template writes people.');
  return mapped;
}

describe('a person’s row', () => {
  it('makes whom nobody knows by the customer key, with names', () => {
    const { row, problems } = rowOf(UNKNOWN);

    expect(problems).toEqual([]);
    expect(row).toMatchObject({
      object: 'Lead',
      key: 'person:p1',
      target: { field: 'Customer_Key__c', value: 'bc1:customer:11' },
      createFields: { LastName: 'Berg', Email: 'kim@example.com', Company: '[not provided]' },
    });
    expect(row.fields).not.toHaveProperty('LastName');
  });

  it('finds whom Salesforce knows by id and leaves names alone', () => {
    const { row } = rowOf(KNOWN);

    expect(row.object).toBe('Contact');
    expect(row.target).toEqual({ id: '003A' });
    expect(row).not.toHaveProperty('createFields');
    expect(Object.keys(row.fields).filter((field) => !field.endsWith('__c'))).toEqual([]);
  });

  it('says the same of the same person, whoever names them: names alone cause no write', () => {
    const { row } = rowOf(KNOWN);
    const other = rowOf(KNOWN, { ...PROFILE, lastName: 'Sommer' });

    expect(other.row.fields).toEqual(row.fields);
  });

  it('has no blank in it: what is not known is left out', () => {
    for (const object of ['Lead', 'Contact'] as const) {
      const { row } = rowOf(UNKNOWN, null, object);
      const values = Object.entries({ ...row.createFields, ...row.fields });

      expect(values.filter(([, value]) => value === null || value === '')).toEqual([]);
      expect(row.fields).toMatchObject({ Cart_Status__c: 'None', Cart_Item_Count__c: 0 });
    }
  });
});

describe('a reference to a person', () => {
  it('goes by the key until Salesforce has them, then by id, and is the same reference', () => {
    const unknown = {
      name: 'person:p1',
      by: { object: 'Lead', field: 'Customer_Key__c', value: 'bc1:customer:11' },
    };
    expect(personLinks(UNKNOWN, POLICY, true)).toEqual({ '@person': unknown, '@lead': unknown });
    const known = { name: 'person:p1', by: { id: '003A' } };
    expect(personLinks(KNOWN, POLICY, false)).toEqual({ '@person': known, '@contact': known });
  });

  it('is none while neither Salesforce has them nor the mapping writes them', () => {
    expect(personLinks(UNKNOWN, POLICY, false)).toEqual({});
  });
});
