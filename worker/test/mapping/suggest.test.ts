import { describe, expect, it } from 'vitest';
import type { FieldDescribe, ObjectDescribe } from '#mapping-engine/describe';
import { suggest } from '#mapping-engine/suggest';
import { suggestedRow } from '#mapping-engine/suggestRow';
import { rankFields } from '#mapping-engine/suggestRank';
import type { Row, Target } from '#mapping-engine/model';

function field(name: string, label: string, type: string, more: object = {}): FieldDescribe {
  return { name, label, type, createable: true, updateable: true, nillable: true, ...more };
}

const CONTACT: ObjectDescribe = {
  ...{ object: 'Contact', label: 'Contact', createable: true, updateable: true },
  fields: [
    field('FirstName', 'First Name', 'string', { length: 40 }),
    field('Email', 'Email', 'email'),
    field('MailingPostalCode', 'Mailing Zip/Postal Code', 'string', { length: 20 }),
    field('OtherPostalCode', 'Other Zip/Postal Code', 'string', { length: 20 }),
    field('Level__c', 'Level', 'picklist', { values: [{ value: 'Gold', label: 'Gold' }] }),
    field('AccountId', 'Account ID', 'reference', { referenceTo: ['Account'] }),
    field('CreatedDate', 'Created Date', 'datetime', { createable: false, updateable: false }),
  ],
};

const INPUTS = [1, 2, 3, 4].map((number) => ({
  billing: { zip: `1011${number}`, email: `a${number}@example.com`, mail_copy: `x${number}` },
  given_name: 'Jane',
  tier: number === 4 ? 'Silver' : 'Gold',
}));
const PATHS = ['billing.zip', 'billing.email', 'billing.mail_copy', 'given_name', 'tier'].map(
  (path) => ({ path }),
);

function target(rows: Partial<Row>[] = []): Target {
  const full = rows.map((row, index): Row => ({
    ...{ id: `row${index}`, source: [], steps: [], target: '' },
    ...{ direction: 'toSalesforce', rule: 'always' },
    ...row,
  }));
  return { id: 'Contact', object: 'Contact', from: 'person', rows: full };
}

const ask = (rows?: Partial<Row>[]) =>
  suggest({ target: target(rows), describe: CONTACT, paths: PATHS, inputs: INPUTS });

describe('suggestions', () => {
  it('find the field that means the same in other words, and say why', () => {
    const [best] = ask().fields.get('FirstName') ?? [];

    expect(best).toMatchObject({
      path: 'given_name',
      reason: expect.stringContaining('"given_name" and "First Name" mean much the same') as string,
      steps: [{ step: 'trim' }, { step: 'truncate', length: 40 }],
    });
  });

  it('count what the values look like', () => {
    const [best] = ask().sources.get('billing.email') ?? [];

    expect(best?.field).toBe('Email');
    expect(best?.reason).toBe('Same name; 100 % of the values are email addresses.');
  });

  it('take the address that is nearer to where the value comes from', () => {
    expect(ask().sources.get('billing.zip')?.[0]?.field).toBe('MailingPostalCode');
  });

  it('count how many values a picklist offers', () => {
    const [best] = rankFields({ path: 'level', values: ['Gold', 'Gold', 'Gold', 'Silver'] }, [
      ...CONTACT.fields,
    ]);

    expect(best).toMatchObject({
      field: 'Level__c',
      reason: 'Same name; 75 % of the values are among those of the field.',
    });
  });

  it('leave out what is mapped, lookups, and fields nobody may write', () => {
    const { fields, sources } = ask([{ source: ['given_name'], target: 'FirstName' }]);

    expect([...fields.keys()]).not.toContain('FirstName');
    expect([...sources.keys()]).not.toContain('given_name');
    const suggested = [...sources.values()].flat().map((one) => one.field);
    expect(suggested).not.toContain('AccountId');
    expect(suggested).not.toContain('CreatedDate');
  });

  it('tell when a mapped source says the same', () => {
    const inputs = INPUTS.map((input) => ({ ...input, mail: input.billing.email }));
    const { sources } = suggest({
      target: target([{ source: ['billing.email'], target: 'Level__c' }]),
      describe: CONTACT,
      paths: [...PATHS, { path: 'mail' }],
      inputs,
    });

    expect(sources.get('mail')?.[0]?.reason).toContain('Same values as billing.email');
  });

  it('stay silent where only the type would speak', () => {
    expect(rankFields({ path: 'colour', values: ['a', 'b'] }, CONTACT.fields)).toEqual([]);
  });

  it('know a word by its forms, and no country by its count', () => {
    const country = [field('OtherCountry', 'Other Country', 'string')];
    const orders = [field('Order_Count__c', 'Order Count', 'double')];

    expect(rankFields({ path: 'profile.address_count', values: [] }, country)).toEqual([]);
    expect(rankFields({ path: 'profile.order_counts', values: [2] }, orders)).toHaveLength(1);
  });

  it('go by the documented type where no sample has a value', () => {
    const optOut = [field('HasOptedOutOfEmail', 'Email Opt Out', 'boolean')];
    const source = { path: 'profile.email_opt_out', values: [null] };
    const [asText] = rankFields({ ...source, type: 'text' }, optOut);
    const [asBoolean] = rankFields({ ...source, type: 'boolean' }, optOut);

    expect(asBoolean?.score).toBeGreaterThan(0.9);
    expect(asText?.score).toBeLessThan(0.4);
  });

  it('leave out records, and lists where a field takes one value', () => {
    const fields = [field('Notes__c', 'Notes', 'string'), field('Total__c', 'Total', 'double')];
    const { sources } = suggest({
      target: { ...target(), from: 'order' },
      describe: { ...CONTACT, fields },
      paths: ['order.notes', 'order.items.notes', 'order.items.total'].map((path) => ({ path })),
      inputs: [{ order: { notes: { by: 'Jane' }, items: [{ notes: 'Gift', total: 5 }] } }],
    });

    expect([...sources].map(([path, [best]]) => [path, best?.field])).toEqual([
      ['order.items.notes', 'Notes__c'],
    ]);
  });

  it('leave to the users of Salesforce who a person is once the person is there', () => {
    const ruleOf = (object: string, path: string, fieldName: string): string => {
      const suggestion = { path, field: fieldName, score: 1, reason: '', steps: [] };
      return suggestedRow({ ...target(), object }, suggestion).rule;
    };

    expect(ruleOf('Contact', 'given_name', 'FirstName')).toBe('onCreate');
    expect(ruleOf('Lead', 'billing.zip', 'PostalCode')).toBe('onCreate');
    expect(ruleOf('Contact', 'tier', 'Level__c')).toBe('always');
    expect(ruleOf('Order__c', 'billing.email', 'Email__c')).toBe('always');
  });

  it('give a restricted picklist a table of its own words', () => {
    const level = field('Tier__c', 'Tier', 'picklist', {
      ...{ restricted: true, values: [{ value: 'Gold', label: 'Gold' }] },
    });
    const { fields } = suggest({
      ...{ target: target(), describe: { ...CONTACT, fields: [level] } },
      ...{ paths: PATHS, inputs: INPUTS },
    });

    expect(fields.get('Tier__c')?.[0]?.steps).toEqual([
      { step: 'trim' },
      { step: 'valueTable', values: { Gold: 'Gold' }, ignoreCase: true },
    ]);
  });
});
