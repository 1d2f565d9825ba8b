import {
  buildClientSchema,
  getIntrospectionQuery,
  printSchema,
  validateSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { graphql } from './graphql-kit.ts';
import { askAs, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const ask = askAs(() => org);
const leads = (selection: string) => `{ uiapi { query { ${selection} } } }`;

/** What a query that answers no data complains of. */
async function complaints(query: string, variables?: object): Promise<string[]> {
  const { status, data, errors } = await graphql(org, query, { ...(variables && { variables }) });
  expect({ status, data }).toEqual({ status: 200, data: {} });
  for (const { paths, extensions } of errors) {
    expect({ paths, extensions }).toEqual({
      paths: [],
      extensions: { ErrorType: 'ValidationError' },
    });
  }
  return errors.map(({ message }) => message);
}

it('bad syntax is answered with the place where it is', async () => {
  const { status, data, errors } = await graphql(org, '{ uiapi { query { Lead } }');
  expect({ status, data, errors }).toEqual({
    status: 200,
    data: {},
    errors: [
      {
        message: "Invalid syntax with offending token '<EOF>' at line 1 column 27",
        locations: [{ line: 1, column: 27 }],
        paths: [],
        extensions: { ErrorType: 'InvalidSyntax' },
      },
    ],
  });
});

it.each([
  ['{ uiapi { query { } } }', '}', 19],
  ['{ uiapi { query { Lead(first: } } }', '}', 31],
  ['{ uiapi ? }', '?', 9],
  ['', '<EOF>', 1],
])('of %j the token %j is the one that offends', async (query, token, column) => {
  const { data, errors } = await graphql(org, query);
  expect(data).toEqual({});
  expect(errors.map(({ message }) => message)).toEqual([
    `Invalid syntax with offending token '${token}' at line 1 column ${column}`,
  ]);
});

it('a field or an object that does not exist is refused in the words of the platform', async () => {
  expect(await complaints(leads('Lead { edges { node { Shoe__c { value } } } }'))).toEqual([
    "Validation error of type FieldUndefined: Field 'Shoe__c' in type 'Lead' is undefined " +
      "@ 'uiapi/query/Lead/edges/node/Shoe__c'",
  ]);
  expect(await complaints(leads('lead { totalCount }'))).toEqual([
    "Validation error of type FieldUndefined: Field 'lead' in type 'RecordQuery' is undefined " +
      "@ 'uiapi/query/lead'",
  ]);
  expect(await complaints(leads('PermissionSet { totalCount }'))).toHaveLength(1);
});

it('the text of an error is encoded for HTML unless the caller asks for it as it is', async () => {
  const headers = { 'x-chatter-entity-encoding': 'true' };
  const { errors } = await graphql(org, leads('Shoe { totalCount }'), { headers });
  expect(errors[0]?.message).toContain('Field &#39;Shoe&#39; in type');
});

describe('what does not fit the schema is refused', () => {
  it.each([
    ['an unknown argument', 'Lead(limit: 1) { totalCount }', 'UnknownArgument'],
    ['a field without its parts', 'Lead { edges { node { Name } } }', 'SubSelectionRequired'],
    ['parts of an id', 'Lead { edges { node { Id { value } } } }', 'SubSelectionRequired'],
    ['a text where a number belongs', 'Lead(first: "5") { totalCount }', 'WrongType'],
    [
      'a number where a text belongs',
      'Lead(where: { Name: { eq: 5 } }) { totalCount }',
      'WrongType',
    ],
    [
      'a date that is none',
      'Lead(where: { CreatedDate: { eq: { value: "yesterday" } } }) { totalCount }',
      'WrongType',
    ],
    ['a scope nobody has', 'Lead(scope: SIDEWAYS) { totalCount }', 'WrongType'],
    ['an unknown operator', 'Lead(where: { Name: { is: "x" } }) { totalCount }', 'WrongType'],
    [
      'an owner without its kind',
      'Lead { edges { node { Owner { Name { value } } } } }',
      'FieldUndefined',
    ],
    ['an undeclared variable', 'Lead(first: $n) { totalCount }', 'UndefinedVariable'],
    ['an unknown directive', 'Lead { totalCount @client }', 'UnknownDirective'],
    ['a format', 'Lead { edges { node { CreatedDate { format } } } }', 'FieldUndefined'],
  ])('%s', async (_what, selection, kind) => {
    expect((await complaints(leads(selection))).join()).toContain(
      `Validation error of type ${kind}: `,
    );
  });
});

it('a variable of the wrong type is refused, whether declared so or given so', async () => {
  const query = (type: string) =>
    `query T($n: ${type}) { uiapi { query { Lead(first: $n) { totalCount } } } }`;
  expect(await complaints(query('String'))).toEqual([
    "Validation error of type VariableTypeMismatch: Variable type 'String' doesn't match " +
      "expected type 'Int' @ 'uiapi/query/Lead'",
  ]);
  expect((await complaints(query('Int'), { n: 'five' })).join()).toMatch(
    /^Variable 'n' has invalid value: Int cannot represent/,
  );
  expect((await complaints(query('Int!'))).join()).toMatch(/^Variable 'n' has invalid value: /);
  expect((await complaints(query('Number'), { n: 5 })).join()).toContain('Unknown type Number');
});

describe('what cannot be answered is null, with an error at its path', () => {
  it.each([
    ['a first beyond 2,000', 'first: 2001', 'between 1 and 2000'],
    ['a first of nothing', 'first: 0', 'between 1 and 2000'],
    ['a first below 200 of an upper bound', 'first: 10, upperBound: 5000', 'between 200 and 2000'],
    ['a cursor of somebody else', 'after: "bm9uc2Vuc2U="', 'Invalid cursor'],
    ['a page beyond the 4,000th record', 'after: "djE6MjAwMA=="', 'Maximum SOQL offset'],
    ['an id that is none', 'where: { Id: { eq: "x" } }', 'invalid ID field: x'],
    [
      'a semi-join on a field that is none',
      'where: { Id: { inq: { Order__c: {}, ApiName: "Id FROM Lead" } } }',
      'A semi-join names one object',
    ],
    ['an order by a function', 'orderBy: { Name: { function: MAX } }', 'takes an aggregate query'],
  ])('%s', async (_what, args, message) => {
    const query = leads(`all: Lead { totalCount } some: Lead(${args}) { totalCount }`);
    const { status, data, errors } = await graphql(org, query);
    expect({ status, data }).toEqual({
      status: 200,
      data: { uiapi: { query: { all: { totalCount: 0 }, some: null } } },
    });
    expect(errors).toMatchObject([
      { paths: ['uiapi', 'query', 'some'], extensions: { ErrorType: 'DataFetchingException' } },
    ]);
    expect(errors[0]?.message).toContain(message);
  });

  it("a page of children of many parents, and children's children", async () => {
    const id = await create(org, 'Lead', { LastName: 'Doe', Company: 'Acme' });
    await create(org, 'Lead', { LastName: 'Poe', Company: 'Acme' });
    await create(org, 'Order__c', { External_Id__c: 'x', Lead__c: id });
    const paged = `edges { node { Orders__r(after: "djE6MA==") { totalCount } } }`;
    const many = await graphql(org, leads(`Lead { ${paged} }`));
    expect(many.errors[0]?.message).toContain('limit the parents to a single record');
    expect((await graphql(org, leads(`Lead(first: 1) { ${paged} }`))).errors).toEqual([]);
    const below = 'Orders__r { edges { node { Order_Items__r { totalCount } } } }';
    const around =
      '{ uiapi { query { Order__c { edges { node { Lead__r { Orders__r { totalCount } } } } } } } }';
    expect((await graphql(org, around)).errors[0]?.message).toContain('away from the root');
    const deep = await graphql(org, leads(`Lead { edges { node { ${below} } } }`));
    expect(deep.errors[0]?.message).toContain('more than 1 level away from the root');
  });
});

it('more than ten subqueries, and more than five levels up, are not run', async () => {
  const many = Array.from({ length: 11 }, (_, place) => `q${place}: Lead { totalCount }`);
  expect((await complaints(leads(many.join(' ')))).join()).toContain('up to 10 subqueries');
  const up = (levels: number): string => (levels === 0 ? 'Id' : `CreatedBy { ${up(levels - 1)} }`);
  const from = (levels: number) => leads(`Lead { edges { node { ${up(levels)} } } }`);
  expect((await graphql(org, from(5))).errors).toEqual([]);
  expect((await complaints(from(6))).join()).toContain('more than 5 levels up');
});

it('a request that is none is refused as any other resource refuses it', async () => {
  expect(await ask('POST', 'graphql', '{"query": ')).toMatchObject({
    status: 400,
    json: [{ errorCode: 'JSON_PARSER_ERROR' }],
  });
  expect(await ask('POST', 'graphql', { querry: '{ uiapi }' })).toMatchObject({
    status: 400,
    json: [
      { errorCode: 'JSON_PARSER_ERROR', message: expect.stringContaining('querry') as string },
    ],
  });
  expect(await ask('POST', 'graphql', {})).toMatchObject({
    status: 400,
    json: [{ errorCode: 'MISSING_ARGUMENT' }],
  });
  expect((await ask('GET', 'graphql')).status).toBe(405);
  const query = leads('Lead { totalCount }');
  const stranger = await ask('POST', 'graphql', { query }, { authorization: 'Bearer 00Dnobody' });
  expect(stranger).toMatchObject({ status: 401, json: [{ errorCode: 'INVALID_SESSION_ID' }] });
});

it('introspection answers a valid schema to the tools that are made for it', async () => {
  const { data, errors } = await graphql(org, getIntrospectionQuery());
  expect(errors).toEqual([]);
  const schema = buildClientSchema(data as unknown as IntrospectionQuery);
  expect(validateSchema(schema)).toEqual([]);
  const text = printSchema(schema);
  expect(text).toContain('type Order__c implements Record');
  expect(text).toContain('union Order__c_Owner = User');
  expect(text).toContain('LeadCreate(input: LeadCreateInput!): LeadCreatePayload');
});
