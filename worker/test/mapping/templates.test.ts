import { afterAll, beforeAll, describe, it, expect } from 'vitest';
import {
  beginMapping,
  compileMapping,
  defaultTemplate,
  OWN_TARGETS,
  TEMPLATES,
  templateOf,
  type ObjectDescribe,
} from '#mapping-engine';
import { checkMapping } from '#mapping-engine/check';
import { readMapping } from '#mapping-engine/read';
import { createSalesforceClient } from '../../src/deliver/salesforce/client.ts';
import { describeObjects } from '../../src/deliver/salesforce/describe.ts';
import { requestToken } from '../../src/deliver/salesforce/token.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { settingsShape, type Org } from '../../src/shared/orgs.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { APP } from '../deliver/use-org.ts';
import { useRealInputs } from './real-inputs.ts';

const inputs = useRealInputs();

function compiledTarget(template: string, object: string) {
  const mapping = templateOf(template)?.mapping ?? expect.fail(`There is no template ${template}.`);
  return compileMapping(mapping).target(object) ?? expect.fail(`It makes no ${object}.`);
}

describe.each(TEMPLATES.map((one) => [one.name, one] as const))(
  'the template %s',
  (_, template) => {
    const { mapping, name, edition } = template;

    it('is data: JSON gives it back as it was, and reading it finds nothing wrong', () => {
      const copy: unknown = JSON.parse(JSON.stringify(mapping));
      expect(copy).toEqual(mapping);
      expect(readMapping(copy)).toEqual({ mapping });
      expect(mapping.template).toEqual({ name, edition });
    });

    it('makes every object that Cartbridge finds itself, each once', () => {
      expect(mapping.targets.map(({ object, from }) => [object, from]).sort()).toEqual(
        Object.entries(OWN_TARGETS).sort(),
      );
    });

    it('has rows with names of their own that can be read', () => {
      for (const { rows } of mapping.targets) {
        const ids = rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
      }
    });

    it('clears no field of a person', () => {
      const people = mapping.targets.filter(({ from }) => from === 'person');
      expect(people.flatMap(({ rows }) => rows.filter((row) => row.clearWhenBlank))).toEqual([]);
    });

    it('has no problem with what a shop says', () => {
      const problems = compileMapping(mapping).targets.flatMap((target) =>
        target.map(inputs()[target.target.from], { creating: true }).problems.map(({ row }) => row),
      );
      expect(problems).toEqual([]);
    });
  },
);

describe('in an org with the package', () => {
  let org: LocalOrg;
  let describes: Map<string, ObjectDescribe>;

  beforeAll(async () => {
    org = await startSalesforce({ apps: [APP] });
    const row: Org = {
      id: 'org-1' as OrgId,
      name: 'First org',
      loginUrl: org.url,
      namespace: '',
      pubSubEndpoint: 'localhost:1',
      settings: settingsShape.parse({}),
      connectedAt: '',
      sealedCredentials: 'not opened here',
    };
    const { clientId, clientSecret } = APP;
    const client = createSalesforceClient(row, () =>
      requestToken(row, { flow: 'client_credentials', clientId, clientSecret }),
    );
    describes = await describeObjects(client, Object.keys(OWN_TARGETS));
  });
  afterAll(() => org.close());

  it.each(TEMPLATES.map(({ name, mapping }) => [name, mapping] as const))(
    'the template %s can be published as it is',
    (_, mapping) => {
      expect([...describes.keys()].sort()).toEqual(Object.keys(OWN_TARGETS).sort());
      const findings = checkMapping(mapping, { describes });
      expect(findings).toEqual([]);
    },
  );
});

describe('a product', () => {
  it('fills its record, with all its categories in one field', () => {
    const { fields, links } = compiledTarget('bigcommerce-b2c', 'Commerce_Product__c').map({
      key: 'bc1:product:77',
      shop: { currency: 'USD' },
      product: {
        name: 'Linen Towel',
        sku: 'LT',
        categories: ['Bath', 'Linen'],
        price: '50.1',
        url: 'https://store.example.com/linen-towel/',
        imageUrl: 'https://cdn.example.com/s.jpg',
      },
    });
    expect(links).toEqual({ Shop__c: '@shop' });
    expect(fields).toEqual({
      Name: 'Linen Towel',
      External_Id__c: 'bc1:product:77',
      SKU__c: 'LT',
      Price__c: '50.1',
      Currency__c: 'USD',
      Categories__c: 'Bath, Linen',
      Product_URL__c: 'https://store.example.com/linen-towel/',
      Image_URL__c: 'https://cdn.example.com/s.jpg',
    });
  });
});

describe('where companies buy', () => {
  const made = (template: string, object: string, input: unknown) =>
    compiledTarget(template, object).map(input, { creating: true }).fields;

  it.each(['bigcommerce-b2b', 'clarity-b2b'])('a buyer of %s is reached by phone', (template) => {
    const lead = (phone: string) => made(template, 'Lead', { profile: { phone } }).Phone;
    expect(lead('(512) 555-0100')).toBe('+15125550100');
    expect(lead('extension 7')).toBe('extension 7');
  });

  it('a buyer without a name is called after the company', () => {
    const profile = { lastName: null, company: 'Acme', email: 'purchasing@acme.example' };
    expect(made('bigcommerce-b2b', 'Contact', { profile }).LastName).toBe('Acme');
    expect(made('bigcommerce-b2c', 'Contact', { profile }).LastName).toBe('purchasing');
  });

  it('a Lead of Clarity has the company of the account', () => {
    const profile = { company: null, raw: { companyName: ' Acme ' } };
    expect(made('clarity-b2b', 'Lead', { profile }).Company).toBe('Acme');
    expect(made('clarity-b2b', 'Lead', { profile: { raw: null } }).Company).toBe('[not provided]');
  });

  it('an order of Clarity is called by both numbers, and by ours where there is one', () => {
    const order = (purchaseOrderNumber?: string) =>
      made('clarity-b2b', 'Order__c', { order: { number: '218', raw: { purchaseOrderNumber } } });
    expect(order('4500012').Name).toBe('218 / PO 4500012');
    expect(order().Name).toBe('218');
  });
});

describe('a new shop', () => {
  it.each(['bigcommerce', 'clarity'] as const)('of %s begins with what shoppers need', (name) => {
    expect(defaultTemplate(name)).toMatchObject({ platform: name, flavour: 'B2C' });
  });

  it('of a platform without templates begins with what suits any shop', () => {
    const { platform, flavour, mapping } = defaultTemplate('somewhere-else');
    expect({ platform, flavour }).toEqual({ platform: '', flavour: 'B2C' });
    const shop = { key: 's1', name: 'Shop', platform: 'Somewhere Else', status: 'Connected' };
    expect(compileMapping(mapping).target('Shop__c')?.map({ shop })).toMatchObject({
      ...{ fields: { Platform__c: 'Somewhere Else' }, problems: [] },
    });
  });

  it('gets a mapping of its own with its own settings', () => {
    const template = defaultTemplate('bigcommerce');
    const settings = { country: 'DE', timeZone: 'Europe/Berlin' };
    const mapping = beginMapping(template, settings);
    mapping.targets.pop();
    expect(mapping.settings).toEqual(settings);
    expect(template.mapping.targets).toHaveLength(mapping.targets.length + 1);
    expect(templateOf('nothing')).toBeUndefined();
  });
});
