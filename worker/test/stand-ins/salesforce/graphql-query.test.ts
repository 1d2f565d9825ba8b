import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { find, graphql, order } from './graphql-kit.ts';
import { create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const lead = (LastName: string, more: object = {}) =>
  create(org, 'Lead', { LastName, Company: 'Acme', ...more });

it('a record shows each field as its own type does, and its Id bare', async () => {
  const id = await lead('Doe', { Email: 'j@x.example', AnnualRevenue: 1250, Status: 'New' });
  const { edges } = await find(
    org,
    `Lead { edges { node {
      Id ApiName DisplayValue WeakEtag __typename
      Name { value displayValue }
      Email { __typename value }
      Status { __typename value displayValue label }
      AnnualRevenue { __typename value displayValue }
      CreatedDate { __typename value displayValue }
      DoNotCall { __typename value }
      OwnerId { __typename value }
      Phone { value }
      NumberOfEmployees { value }
      RecordTypeId(fallback: true) { value }
    } } }`,
  );
  const created = String(org.query('SELECT CreatedDate FROM Lead')[0]?.CreatedDate).replace(
    '+0000',
    'Z',
  );
  expect(edges[0]?.node).toMatchObject({
    Id: id,
    ApiName: 'Lead',
    DisplayValue: 'Doe',
    WeakEtag: Date.parse(created),
    __typename: 'Lead',
    Name: { value: 'Doe', displayValue: null },
    Email: { __typename: 'EmailValue', value: 'j@x.example' },
    Status: { __typename: 'PicklistValue', value: 'New', displayValue: 'New', label: 'New' },
    AnnualRevenue: { __typename: 'CurrencyValue', value: 1250 },
    CreatedDate: {
      __typename: 'DateTimeValue',
      value: created,
      displayValue: expect.stringMatching(/^\d+\/\d+\/\d{4}, \d+:\d\d [AP]M$/) as string,
    },
    DoNotCall: { __typename: 'BooleanValue', value: false },
    OwnerId: { __typename: 'IDValue' },
    Phone: { value: null },
    NumberOfEmployees: { value: null },
    RecordTypeId: { value: '012000000000000AAA' },
  });
});

it('parents, owners that may be of several kinds, children and fragments stand in one query', async () => {
  const id = await lead('Doe');
  await create(org, 'Order__c', order({ Lead__c: id, Total__c: 10 }));
  await create(org, 'Order__c', order({ Lead__c: id, Total__c: 20 }));
  const { edges } = await find(
    org,
    `Lead { edges { node {
      ...who
      Owner { ... on User { Username { value } } }
      CreatedBy { Username { value } }
      dear: Orders__r(first: 1, where: { Total__c: { gt: 15 } }) {
        totalCount pageResultCount
        edges { cursor node { Total__c { value } Lead__r { Name { value } } Cart_Key__c { value } } }
      }
      MasterRecord { Id }
    } } }`,
    { fragments: 'fragment who on Lead { surname: LastName { value } ... on Record { Id } }' },
  );
  expect(edges[0]?.node).toMatchObject({
    Id: id,
    surname: { value: 'Doe' },
    Owner: { Username: { value: 'admin@local-org.example' } },
    CreatedBy: { Username: { value: 'admin@local-org.example' } },
    dear: {
      totalCount: 1,
      pageResultCount: 1,
      edges: [
        {
          cursor: 'djE6MA==',
          node: { Total__c: { value: 20 }, Lead__r: { Name: { value: 'Doe' } } },
        },
      ],
    },
    MasterRecord: null,
  });
});

it('variables and the directives skip and include decide what is asked', async () => {
  await lead('Doe');
  const { edges } = await find(
    org,
    `Lead(where: { LastName: { in: $names } }) { edges { node {
      Id @skip(if: $short) Name @include(if: $short) { value } Email @include(if: false) { value }
    } } }`,
    { variables: { names: ['Doe'], short: true } },
    '($names: [String], $short: Boolean!)',
  );
  expect(edges).toEqual([{ node: { Name: { value: 'Doe' } } }]);
});

it('of several operations the named one runs', async () => {
  await lead('Doe');
  const query = (name: string, first: number) =>
    `query ${name} { uiapi { query { Lead(first: ${first}) { pageResultCount } } } }`;
  const two = `${query('One', 1)} ${query('Two', 2)}`;
  const named = await graphql(org, two, { operationName: 'Two' });
  expect(named).toMatchObject({ data: { uiapi: { query: { Lead: { pageResultCount: 1 } } } } });
  const { status, data, errors } = await graphql(org, two);
  expect({ status, data, type: errors[0]?.extensions.ErrorType }).toEqual({
    status: 200,
    data: {},
    type: 'OperationNotSupported',
  });
});

it('object infos and the current user are there to be asked for', async () => {
  const { data } = await graphql(
    org,
    `
      {
        uiapi {
          currentUser {
            Username {
              value
            }
          }
          objectInfos(apiNames: ["Order__c"]) {
            ApiName
            label
            createable
            keyPrefix
            nameFields
            fields {
              ApiName
              dataType
              referenceToInfos {
                ApiName
              }
            }
            childRelationships {
              childObjectApiName
              fieldName
            }
            recordTypeInfos {
              master
            }
            themeInfo {
              color
            }
          }
        }
      }
    `,
  );
  const { uiapi } = data as unknown as {
    uiapi: { currentUser: unknown; objectInfos: [{ fields: unknown[] }] };
  };
  expect(uiapi.currentUser).toEqual({ Username: { value: 'admin@local-org.example' } });
  expect(uiapi.objectInfos[0]).toMatchObject({
    ApiName: 'Order__c',
    createable: true,
    nameFields: ['Name'],
    childRelationships: [
      { childObjectApiName: 'Order_Item__c', fieldName: 'Order__c' },
      { childObjectApiName: 'Return__c', fieldName: 'Order__c' },
      { childObjectApiName: 'Shipment__c', fieldName: 'Order__c' },
    ],
    recordTypeInfos: [{ master: true }],
  });
  expect(uiapi.objectInfos[0].fields).toContainEqual({
    ApiName: 'Lead__c',
    dataType: 'REFERENCE',
    referenceToInfos: [{ ApiName: 'Lead' }],
  });
});
