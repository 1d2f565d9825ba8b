import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { graphql } from './graphql-kit.ts';
import { connectAsWorker, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

type Payload = { Record?: Record<string, unknown>; Id?: string; success?: boolean } | null;

/** Runs operations, each with its alias, and answers what became of each. */
async function mutate(
  operations: string,
  {
    input = '',
    ...options
  }: {
    input?: string;
    variables?: object;
    version?: string;
    declare?: string;
    token?: string;
  } = {},
) {
  const text = `mutation Test${options.declare ?? ''} { uiapi${input} { ${operations} } }`;
  const { status, data, errors } = await graphql(org, text, options);
  expect(status).toBe(200);
  const { uiapi } = data as unknown as { uiapi?: Record<string, Payload> };
  return { uiapi: uiapi ?? {}, errors, messages: errors.map(({ message }) => message) };
}

const ONE_BY_ONE = '(input: { allOrNone: false })';
const lead = (alias: string, name: string, more = '') =>
  `${alias}: LeadCreate(input: { Lead: { LastName: "${name}", Company: "Acme" ${more} } })`;
const held = (object: string) => org.query(`SELECT Id FROM ${object}`).length;

it('creates, updates and deletes records in one call and answers what they are then', async () => {
  const doe = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
  const poe = await create(org, 'Lead', { LastName: 'Poe', Company: 'Acme' });
  const { uiapi, errors } = await mutate(
    `made: LeadCreate(input: $made) { Record { Id Name { value } Order_Count__c { value } } }
     changed: LeadUpdate(input: { Id: "${doe}", Lead: { FirstName: "Jo", Email: null } }) {
       success Record { Id Name { value } } }
     gone: LeadDelete(input: { Id: "${poe}" }) { Id }`,
    {
      declare: '($made: LeadCreateInput!)',
      variables: { made: { Lead: { LastName: 'Moe', Company: 'Acme', Order_Count__c: 3 } } },
    },
  );
  expect(errors).toEqual([]);
  expect(uiapi).toMatchObject({
    made: { Record: { Name: { value: 'Moe' }, Order_Count__c: { value: 3 } } },
    changed: { success: true, Record: { Id: doe, Name: { value: 'Jo Doe' } } },
    gone: { Id: poe },
  });
  expect(org.query('SELECT Name FROM Lead ORDER BY Name')).toMatchObject([
    { Name: 'Jo Doe' },
    { Name: 'Moe' },
  ]);
});

it('money keeps every digit on its way in and out', async () => {
  const total = '12345678901234.56';
  const { errors } = await mutate(
    `a: Order__cCreate(input: { Order__c: { External_Id__c: "a", Total__c: ${total} } }) { Record { Id } }`,
  );
  expect(errors).toEqual([]);
  const response = await fetch(`${org.url}/services/data/v66.0/graphql`, {
    method: 'POST',
    headers: { authorization: 'Bearer 00Dadmin!token', 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ uiapi { query { Order__c { edges { node { Total__c { value } } } } } } }',
    }),
  });
  expect(await response.text()).toContain(`"Total__c":{"value":${total}}`);
});

describe('when one of several operations fails', () => {
  const three = `${lead('first', 'Doe')} { Record { Id } }
    second: LeadCreate(input: { Lead: { LastName: "Poe" } }) { Record { Id } }
    ${lead('third', 'Moe')} { Record { Id } }`;

  it.each([
    ['nothing is done, as is the default', ''],
    ['nothing is done, as was asked for', '(input: { allOrNone: true })'],
  ])('%s', async (_what, input) => {
    const { uiapi, errors } = await mutate(three, { input });
    expect(uiapi).toEqual({ first: null, second: null, third: null });
    expect(errors.map(({ paths, message }) => [paths.join('/'), message.slice(0, 34)])).toEqual([
      ['uiapi/first', 'The transaction was rolled back si'],
      ['uiapi/second', 'Required fields are missing: [Comp'],
      ['uiapi/third', 'The transaction was rolled back si'],
    ]);
    expect(held('Lead')).toBe(0);
  });

  it('the others are done, if that was asked for', async () => {
    const { uiapi, errors } = await mutate(three, { input: ONE_BY_ONE });
    expect(uiapi).toMatchObject({ first: { Record: {} }, second: null, third: { Record: {} } });
    expect(errors).toMatchObject([
      {
        message: 'Required fields are missing: [Company]',
        paths: ['uiapi', 'second'],
        extensions: { ErrorType: 'DataFetchingException' },
      },
    ]);
    expect(held('Lead')).toBe(2);
  });

  it('those that hang together with it are undone with it, whatever was asked for', async () => {
    const { uiapi, messages } = await mutate(
      `${lead('doe', 'Doe')} { Record { Id } }
       ${lead('poe', 'Poe')} { Record { Id } }
       order: Order__cCreate(input: { Order__c: { Lead__c: "@{doe}", Email__c: "nonsense" } }) {
         Record { Id } }`,
      { input: ONE_BY_ONE },
    );
    expect(uiapi).toMatchObject({ doe: null, poe: { Record: {} }, order: null });
    expect(messages).toHaveLength(2);
    expect(org.query('SELECT Name FROM Lead')).toMatchObject([{ Name: 'Poe' }]);
  });
});

describe('an operation refers to an earlier one', () => {
  const order = (reference: string) =>
    `b: Order__cCreate(input: { Order__c: { External_Id__c: "x", Lead__c: "${reference}" } }) {
       Record { Lead__c { value } } }`;

  it('by its alias or its name', async () => {
    const made = await mutate(`${lead('a', 'Doe')} { Record { Id } } ${order('@{a}')}`);
    expect(made.uiapi.b?.Record).toEqual({ Lead__c: { value: made.uiapi.a?.Record?.Id } });
    const plain =
      'LeadCreate(input: { Lead: { LastName: "Poe", Company: "Acme" } }) { Record { Id } }';
    const gone = 'LeadDelete(input: { Id: "@{LeadCreate}" }) { Id }';
    const named = await mutate(`${plain} ${gone}`);
    expect(named.uiapi.LeadDelete?.Id).toBe(named.uiapi.LeadCreate?.Record?.Id);
    expect(held('Lead')).toBe(1);
  });

  it('and by a field of it from version 67 on', async () => {
    const operations = `${lead('a', 'Doe')} { Record { Id } } ${order('@{a.Record.Id}')}`;
    const before = await mutate(operations);
    expect(before.messages).toContain('Invalid reference @{a.Record.Id}');
    const since = await mutate(operations, { version: 'v67.0' });
    expect(since.uiapi.b?.Record).toEqual({ Lead__c: { value: since.uiapi.a?.Record?.Id } });
  });

  it('but not to a later one, nor to an update', async () => {
    const doe = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
    const later = await mutate(`${order('@{a}')} ${lead('a', 'Poe')} { Record { Id } }`);
    expect(later.messages.join()).toContain('no earlier operation a');
    const update = `a: LeadUpdate(input: { Id: "${doe}", Lead: { FirstName: "J" } }) { success }`;
    const changed = await mutate(`${update} ${order('@{a}')}`);
    expect(changed.messages.join()).toContain('an update cannot be referred to');
    expect(held('Order__c')).toBe(0);
  });
});

it('every rule of the org holds: duplicates, validation rules, locks, and ids that are none', async () => {
  org.addValidationRule({
    object: 'Lead',
    formula: 'LastName = "Xavier"',
    message: 'No Xaviers today',
  });
  const refused = await mutate(`${lead('a', 'Xavier')} { Record { Id } }`);
  expect(refused.messages).toEqual(['No Xaviers today']);
  org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
  await create(org, 'Lead', { LastName: 'Moe', Company: 'Acme', Email: 'm@x.example' });
  const twice = await mutate(`${lead('a', 'Moe', ', Email: "m@x.example"')} { Record { Id } }`);
  expect({ uiapi: twice.uiapi, count: twice.messages.length }).toEqual({
    uiapi: { a: null },
    count: 1,
  });
  const update = (id: string) =>
    `a: LeadUpdate(input: { Id: "${id}", Lead: { City: "X" } }) { success }`;
  expect((await mutate(update('00Q000000000000EAA'))).messages).toEqual([
    'invalid cross reference id',
  ]);
  expect((await mutate(update('nonsense'))).messages).toEqual([
    'Lead ID: id value of incorrect type: nonsense',
  ]);
  const id = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
  await mutate(`a: LeadDelete(input: { Id: "${id}" }) { Id }`);
  expect((await mutate(update(id))).messages).toEqual(['entity is deleted']);
});

it("a mutation's answer has the record's own fields and nothing around them", async () => {
  const { uiapi, errors } = await mutate(
    `${lead('a', 'Doe')} { Record { Id Name { value } Orders__r { totalCount } } }`,
  );
  expect(uiapi.a).toMatchObject({ Record: { Name: { value: 'Doe' }, Orders__r: null } });
  expect(errors).toMatchObject([
    { message: 'Orders__r is not currently available in mutation results' },
  ]);
  expect(held('Lead')).toBe(1);
});

it('fields that nobody may write, and records of others within, are not part of an input', async () => {
  const system = await mutate(
    `${lead('a', 'Doe', ', CreatedDate: "2026-01-01T00:00:00Z"')} { Record { Id } }`,
  );
  expect(system.messages.join()).toContain('CreatedDate');
  const nested = await mutate(`${lead('a', 'Doe', ', Orders__r: []')} { Record { Id } }`);
  expect(nested.messages.join()).toContain('Orders__r');
  expect(held('Lead')).toBe(0);
});

it('before version 66 an update answers only whether it was done, before 59 there is none', async () => {
  const id = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
  const update = (what: string) =>
    `a: LeadUpdate(input: { Id: "${id}", Lead: { City: "X" } }) { ${what} }`;
  const old = await mutate(update('Record { Id }'), { version: 'v65.0' });
  expect(old.messages.join()).toContain("Field 'Record' in type 'LeadUpdatePayload' is undefined");
  expect((await mutate(update('success'), { version: 'v65.0' })).uiapi).toEqual({
    a: { success: true },
  });
  expect((await mutate(update('success'), { version: 'v58.0' })).messages).not.toEqual([]);
});

it('who may not change an object is told so, and nothing is changed', async () => {
  const token = (await connectAsWorker(org)).accessToken ?? '';
  const account = await create(org, 'Account', { Name: 'Acme' });
  const id = await create(org, 'Order__c', { External_Id__c: 'x' });
  const { uiapi, messages } = await mutate(
    `a: AccountDelete(input: { Id: "${account}" }) { Id }
     b: Order__cDelete(input: { Id: "${id}" }) { Id }
     ${lead('c', 'Doe')} { Record { Id } }`,
    { input: ONE_BY_ONE, token },
  );
  expect(uiapi).toMatchObject({ a: null, b: null, c: { Record: {} } });
  expect(messages).toEqual([
    'insufficient access rights on object id',
    'insufficient access rights on object id',
  ]);
  expect(org.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  const closed = await mutate(`${lead('a', 'Doe', ', AnnualRevenue: 5')} { Record { Id } }`, {
    token,
  });
  expect(closed.messages.join()).toContain('AnnualRevenue');
});
