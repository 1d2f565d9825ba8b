import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { find, graphql } from './graphql-kit.ts';
import { ADMIN_TOKEN, connectAsWorker, create, startOrg } from './kit.ts';
import { deployTo, objectFile, problems } from './metadata-kit.ts';

let org: LocalOrg;
let token: string;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  token = (await connectAsWorker(org)).accessToken ?? '';
});
afterAll(() => org.close());

const choice = (name: string) =>
  `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;

const leads = (selection: string, args = '') =>
  `{ uiapi { query { Lead${args} { edges { node { ${selection} } } } } } }`;

describe('a field the caller may not see', () => {
  it('does not exist for the caller, whatever asks for it', async () => {
    await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme', AnnualRevenue: 5 });
    const asked = await graphql(org, leads('AnnualRevenue { value }'), { token });
    expect(asked).toMatchObject({ status: 200, data: {} });
    expect(asked.errors[0]?.message).toContain("Field 'AnnualRevenue' in type 'Lead' is undefined");
    for (const args of [
      '(where: { AnnualRevenue: { gt: 1 } })',
      '(orderBy: { AnnualRevenue: { order: ASC } })',
    ]) {
      const hidden = await graphql(org, leads('Id', args), { token });
      expect(hidden.errors[0]?.extensions.ErrorType).toBe('ValidationError');
    }
  });

  it('is left out of the answer where it is optional', async () => {
    await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme', AnnualRevenue: 5 });
    const query = leads(
      'Name { value } money: AnnualRevenue @optional { value displayValue } Nowhere__c @optional { value }',
    );
    const { data, errors } = await graphql(org, query, { token });
    expect({ data, errors }).toEqual({
      data: { uiapi: { query: { Lead: { edges: [{ node: { Name: { value: 'Doe' } } }] } } } },
      errors: [],
    });
    const seen = await graphql(org, query);
    expect(JSON.stringify(seen.data)).toContain('"money":{"value":5,');
  });

  it('may be all that was asked for, or hold the only use of a variable', async () => {
    await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
    const text = `query T($n: Int) { uiapi { query { Lead { edges { node {
      Nowhere__r(first: $n) @optional { totalCount } } } } Nothing__c @optional { totalCount } } } }`;
    const { data, errors } = await graphql(org, text, { token, variables: { n: 1 } });
    expect({ data, errors }).toEqual({
      data: { uiapi: { query: { Lead: { edges: [{ node: {} }] } } } },
      errors: [],
    });
  });

  it('cannot be optional before version 65', async () => {
    const { errors } = await graphql(org, leads('Nowhere__c @optional { value }'), {
      version: 'v64.0',
    });
    expect(errors.map(({ message }) => message).join()).toContain('Unknown directive optional');
  });
});

it('records that are not shared with the caller are neither found, counted, nor changed', async () => {
  org.setSharing({ object: 'Lead', model: 'Private' });
  const id = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
  await create(org, 'Order__c', { External_Id__c: 'x', Lead__c: id });
  expect(await find(org, 'Lead { totalCount }', { token })).toEqual({ totalCount: 0 });
  const { edges } = await find(org, 'Order__c { edges { node { Lead__r { Id } } } }', { token });
  expect(edges).toEqual([{ node: { Lead__r: null } }]);
  const update = `mutation { uiapi { LeadUpdate(input: { Id: "${id}", Lead: { FirstName: "J" } }) {
    success } } }`;
  const { data, errors } = await graphql(org, update, { token });
  expect(data).toEqual({ uiapi: { LeadUpdate: null } });
  expect(errors).toMatchObject([{ paths: ['uiapi', 'LeadUpdate'] }]);
  expect(org.query('SELECT FirstName FROM Lead')).toMatchObject([{ FirstName: null }]);
});

it('a field that a deploy adds is there at once, with its filter and its input', async () => {
  const query = leads(
    'Shoe_Size__c { __typename value }',
    '(where: { Shoe_Size__c: { gte: 40 } })',
  );
  expect((await graphql(org, query)).errors[0]?.message).toContain('Shoe_Size__c');
  const field = `<fields><fullName>Shoe_Size__c</fullName><label>Shoe Size</label>
    <type>Number</type><precision>4</precision><scale>1</scale></fields>
    <fields><fullName>Twice__c</fullName><label>Twice</label><type>Number</type>
    <precision>4</precision><scale>1</scale><formula>Shoe_Size__c * 2</formula></fields>
    <fields><fullName>Sports__c</fullName><label>Sports</label><type>MultiselectPicklist</type>
    <visibleLines>4</visibleLines><valueSet><restricted>true</restricted><valueSetDefinition>
    <sorted>false</sorted>${['Chess', 'Golf', 'Judo'].map(choice).join('')}
    </valueSetDefinition></valueSet></fields>`;
  const answer = await deployTo(
    org,
    { CustomField: ['Lead.Shoe_Size__c', 'Lead.Sports__c', 'Lead.Twice__c'] },
    { 'objects/Lead.object': objectFile('Lead', field) },
  );
  expect(problems(answer)).toEqual([]);
  const made = await graphql(
    org,
    `
      mutation {
        uiapi {
          LeadCreate(
            input: {
              Lead: {
                LastName: "Doe"
                Company: "Acme"
                Shoe_Size__c: 42.5
                Sports__c: "Chess;Judo"
              }
            }
          ) {
            Record {
              Twice__c {
                value
              }
            }
          }
        }
      }
    `,
  );
  expect(made).toMatchObject({
    errors: [],
    data: { uiapi: { LeadCreate: { Record: { Twice__c: { value: 85 } } } } },
  });
  const { data, errors } = await graphql(org, query);
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).toContain(
    '"Shoe_Size__c":{"__typename":"DoubleValue","value":42.5}',
  );
  const playing = async (where: string) =>
    (await find(org, `Lead(where: { Sports__c: { ${where} } }) { totalCount }`)).totalCount;
  expect(await playing('includes: ["Judo;Chess", "Golf"]')).toBe(1);
  expect(await playing('includes: ["Golf;Chess"]')).toBe(0);
  expect(await playing('excludes: ["Golf"]')).toBe(1);
});

it('in an org with a namespace the package is asked for by its whole names', async () => {
  const other = await startSalesforce({ adminToken: ADMIN_TOKEN, namespace: 'cb' });
  try {
    const id = await create(other, 'Lead', { LastName: 'Doe', Company: 'Acme' });
    await create(other, 'cb__Order__c', { cb__External_Id__c: 'x', cb__Lead__c: id });
    const { edges } = await find(
      other,
      `Lead(where: { Id: { inq: { cb__Order__c: {}, ApiName: "cb__Lead__c" } } }) { edges { node {
        Orders__r: cb__Orders__r { edges { node { External_Id__c: cb__External_Id__c { value } } } }
      } } }`,
    );
    expect(edges).toEqual([
      { node: { Orders__r: { edges: [{ node: { External_Id__c: { value: 'x' } } }] } } },
    ]);
    const bare = await graphql(other, '{ uiapi { query { Order__c { totalCount } } } }');
    expect(bare.errors[0]?.message).toContain("Field 'Order__c' in type 'RecordQuery'");
  } finally {
    await other.close();
  }
});
