import { compileMapping, defaultTemplate } from '#mapping-engine';
import { describe, it, expect } from 'vitest';
import type { PartItem } from '../../../src/compose/canonical.ts';
import { companyInput } from '../../../src/compose/mapping/input-of.ts';
import { partWords } from '../../../src/compose/mapping/part-words.ts';
import { companyRow } from '../../../src/compose/rows/company-row.ts';
import { companyLink, orderLink } from '../../../src/compose/rows/links.ts';
import { partRows } from '../../../src/compose/rows/part-rows.ts';
import type { OrgId, RecordKey, SalesforceId, ShopId } from '../../../src/shared/ids.ts';
import { parse } from '../../../src/shared/money.ts';
import { returnOf, shipmentOf } from '../books/part-fixture.ts';
import { ADDRESS } from '../mapping/inputs-fixture.ts';

const SHOP = {
  ...{ id: 'bc1' as ShopId, orgId: 'org-1' as OrgId, platform: 'bigcommerce' },
  ...{ label: 'BigCommerce', timeZone: 'UTC', settings: {}, apiUrl: '', producer: '' },
  ...{ name: 'Shop', storefrontUrl: 'https://shop.example', currency: 'USD' },
  ...{ webhookUrl: '', sealedSecrets: '' },
};
const MAPPER = {
  shop: SHOP,
  mapping: { number: 1, compiled: compileMapping(defaultTemplate('bigcommerce').mapping) },
};
const ORDER = 'bc1:order:1' as RecordKey;

describe('the items of a part', () => {
  const item = (name: string | null, sku: string | null, quantity: string): PartItem => {
    return { productId: '77', name, sku, quantity: parse(quantity) };
  };

  it('are counted and told once for each product', () => {
    const items = [
      item('Towel', 'LT', '2'),
      item('Soap', null, '0.5'),
      item('Towel', 'LT', '1'),
      item(null, null, '4'),
    ];
    expect(partWords(items)).toEqual({
      itemCount: '7.5',
      lines: ['3 × Towel (LT)', '0.5 × Soap', '4 × 77'],
    });
    expect(partWords([])).toEqual({ itemCount: '0', lines: [] });
  });
});

describe('a part of an order', () => {
  it('points at its order where Salesforce has it, and names its key anyway', () => {
    const part = { orderKey: ORDER, shipment: shipmentOf('1') };
    const key = 'bc1:shipment:1:1' as RecordKey;
    const [row] = partRows(MAPPER, key, part, 'bc1:customer:11', orderLink(ORDER)).rows;
    expect(row).toMatchObject({
      row: {
        ...{ object: 'Shipment__c', target: { field: 'External_Id__c', value: key } },
        fields: { Order_Key__c: ORDER, Status__c: 'Shipped', Item_Count__c: 2 },
        references: { Order__c: { by: { object: 'Order__c', value: ORDER } } },
      },
      problems: [],
    });
    const [alone] = partRows(MAPPER, key, part, null, {}).rows;
    expect(alone?.row.references).toEqual({});
  });

  it('that came back says why and how much is paid for it', () => {
    const part = { orderKey: ORDER, back: returnOf('1') };
    const [row] = partRows(MAPPER, 'bc1:return:1' as RecordKey, part, null, {}).rows;
    expect(row).toMatchObject({
      row: {
        object: 'Return__c',
        fields: { Reason__c: 'Too small', Status__c: 'Received', Amount__c: '31.34' },
      },
      problems: [],
    });
  });
});

describe('a company’s row', () => {
  const ACME = companyInput(SHOP, 'bc1:company:3', 'bc1:company:1', {
    ...{ id: '3', name: 'Acme', domain: 'acme.example', phone: null },
    ...{ billing: ADDRESS, shipping: null },
  });

  it('makes the Account by the key, below the company above it', () => {
    const made = companyRow(MAPPER, ACME, companyLink('@parent', 'bc1:company:1'));
    expect(made).toMatchObject({
      row: {
        ...{ object: 'Account', key: 'bc1:company:3', isNew: true },
        target: { field: 'Company_Key__c', value: 'bc1:company:3' },
        fields: { Company_Key__c: 'bc1:company:3' },
        createFields: {
          ...{ Name: 'Acme', Website: 'acme.example', BillingCity: 'Austin' },
          ...{ BillingState: 'Texas', BillingCountry: 'United States' },
        },
        createReferences: { ParentId: { by: { object: 'Account', value: 'bc1:company:1' } } },
      },
      problems: [],
    });
    expect(made?.row.createFields).not.toHaveProperty('ShippingCity');
  });

  it('gives the Account people found only its key', () => {
    const made = companyRow(MAPPER, ACME, {}, '001A' as SalesforceId);
    expect(made?.row).toMatchObject({
      ...{ target: { id: '001A' }, fields: { Company_Key__c: 'bc1:company:3' } },
    });
    expect(made?.row).not.toHaveProperty('createFields');
    expect(Object.keys(made?.row.fields ?? {})).toEqual(['Company_Key__c']);
  });
});
