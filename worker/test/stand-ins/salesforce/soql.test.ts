import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, query, startOrg } from './kit.ts';

let org: LocalOrg;
let adaId: string;
const ask = askAs(() => org);

beforeAll(async () => {
  org = await startOrg();
  const lead = (FirstName: string, more: object) =>
    create(org, 'Lead', { FirstName, LastName: 'Test', Company: 'Acme', ...more });
  adaId = await lead('Ada', { Email: 'ada@a.example', Total_Spend__c: 10, Title: "O'Brien 50%" });
  await lead('Bob', { Email: 'bob@b.example', Total_Spend__c: '9.5', HasOptedOutOfEmail: true });
  await lead('Cy', { Last_Order_At__c: '2026-01-15T12:00:00Z', Customer_Key__c: 'Key' });
  const order = (Name: string, more: object) => create(org, 'Order__c', { Name, ...more });
  const first = await order('1', { Lead__c: adaId, Total__c: '0.1', Status__c: 'Shipped' });
  await order('2', { Lead__c: adaId, Total__c: '0.2', Status__c: 'Pending' });
  await order('3', { Total__c: '4', Status__c: 'Shipped' });
  await create(org, 'Order_Item__c', { Name: 'Shoe', Order__c: first, Quantity__c: 2 });
  await create(org, 'Order_Item__c', { Name: 'Hat', Order__c: first, Quantity__c: 1 });
});
afterAll(() => org.close());

const names = (where: string): string =>
  org
    .query(`SELECT FirstName FROM Lead ${where}`)
    .map((row) => row.FirstName)
    .join(' ');

describe('a condition', () => {
  it.each([
    ["Email = 'ADA@A.example'", 'Ada'],
    ["Email != 'ada@a.example'", 'Bob Cy'],
    ['Email = null', 'Cy'],
    ["Customer_Key__c = 'KEY'", ''],
    ["Customer_Key__c = 'Key'", 'Cy'],
    ["FirstName IN ('ada', 'cy')", 'Ada Cy'],
    ["FirstName NOT IN ('ada', 'cy')", 'Bob'],
    ["FirstName LIKE '_o%'", 'Bob'],
    ["Title LIKE 'o\\'brien 50\\%'", 'Ada'],
    ["Title = 'O\\'Brien 50%'", 'Ada'],
    ['Total_Spend__c > 9.5', 'Ada'],
    ['Total_Spend__c >= 9.50', 'Ada Bob'],
    ['Total_Spend__c < 100', 'Ada Bob'],
    ['HasOptedOutOfEmail = true', 'Bob'],
    ['Last_Order_At__c < 2026-01-15T12:00:01Z', 'Cy'],
    ['Last_Order_At__c < 2026-01-15T12:00:00+00:00', ''],
    ['CreatedDate = TODAY', 'Ada Bob Cy'],
    ['CreatedDate < TODAY', ''],
    ['CreatedDate = LAST_N_DAYS:3', 'Ada Bob Cy'],
    ['CreatedDate = YESTERDAY', ''],
    ["(FirstName = 'Ada' OR FirstName = 'Bob') AND NOT FirstName = 'Ada'", 'Bob'],
    ["NOT (FirstName = 'Ada' OR (FirstName = 'Bob' AND Email != null))", 'Cy'],
    ['Id IN (SELECT Lead__c FROM Order__c)', 'Ada'],
    ["Owner.Username = 'admin@local-org.example' AND FirstName = 'Cy'", 'Cy'],
  ])('%s finds "%s"', (where, found) => {
    expect(names(`WHERE ${where} ORDER BY FirstName`)).toBe(found);
  });

  it('finds an id in its short and its long form', () => {
    expect(names(`WHERE Id = '${adaId}'`)).toBe('Ada');
    expect(names(`WHERE Id = '${adaId.slice(0, 15)}'`)).toBe('Ada');
  });
});

describe('order, limit and offset', () => {
  it.each([
    ['ORDER BY FirstName DESC', 'Cy Bob Ada'],
    ['ORDER BY Total_Spend__c', 'Cy Bob Ada'],
    ['ORDER BY Total_Spend__c DESC NULLS LAST', 'Ada Bob Cy'],
    ['ORDER BY Company, FirstName LIMIT 1 OFFSET 1', 'Bob'],
  ])('%s gives %s', (clause, found) => {
    expect(names(clause)).toBe(found);
  });
});

describe('what a query shows', () => {
  it('parents nested, children as a result of their own, in canonical names', async () => {
    const found = await connectAsAdmin(org).query(
      'select name, lead__r.firstname, (select name from order_items__r order by name) ' +
        'from order__c order by name',
    );
    expect(found.totalSize).toBe(3);
    expect(found.records).toMatchObject([
      {
        attributes: { type: 'Order__c' },
        Name: '1',
        Lead__r: { attributes: { type: 'Lead' }, FirstName: 'Ada' },
        Order_Items__r: { totalSize: 2, done: true, records: [{ Name: 'Hat' }, { Name: 'Shoe' }] },
      },
      { Name: '2', Order_Items__r: null },
      { Name: '3', Lead__r: null },
    ]);
  });

  it('exact sums, means and counts by group', () => {
    expect(
      org.query(
        'SELECT Status__c s, COUNT(Id) n, SUM(Total__c), AVG(Total__c), MAX(Name) FROM Order__c GROUP BY Status__c',
      ),
    ).toEqual([
      {
        attributes: { type: 'AggregateResult' },
        s: 'Shipped',
        n: 2,
        expr0: 4.1,
        expr1: 2.05,
        expr2: '3',
      },
      {
        attributes: { type: 'AggregateResult' },
        s: 'Pending',
        n: 1,
        expr0: 0.2,
        expr1: 0.2,
        expr2: '2',
      },
    ]);
    expect(org.query('SELECT SUM(Total__c) FROM Order__c WHERE Lead__c != null')).toMatchObject([
      { expr0: 0.3 },
    ]);
  });

  it('a count without records', async () => {
    expect((await query(org, 'SELECT COUNT() FROM Order__c')).json).toEqual({
      totalSize: 3,
      done: true,
      records: [],
    });
  });
});

describe('a query that is wrong', () => {
  it.each([
    ['SELEKT Id FROM Lead', 'MALFORMED_QUERY', "unexpected token: 'SELEKT'"],
    [
      "SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
      'MALFORMED_QUERY',
      "unexpected token: 'OR'",
    ],
    ['SELECT Id FROM Lead WHERE', 'MALFORMED_QUERY', 'unexpected token'],
    [
      'SELECT Id, X__c FROM Lead',
      'INVALID_FIELD',
      "SELECT Id, X__c FROM Lead\n           ^\nERROR at Row:1:Column:12\nNo such column 'X__c' on entity 'Lead'.",
    ],
    [
      'SELECT X__r.Id FROM Lead',
      'INVALID_FIELD',
      "Didn't understand relationship 'X__r' in field path.",
    ],
    ['SELECT Id FROM X__c', 'INVALID_TYPE', "sObject type 'X__c' is not supported."],
    [
      "SELECT Id FROM Order__c WHERE Total__c = '1'",
      'INVALID_FIELD',
      'must be of type double and should not be enclosed in quotes',
    ],
    ['SELECT Id FROM Lead WHERE FirstName = 1', 'INVALID_FIELD', 'should be enclosed in quotes'],
    [
      "SELECT Id FROM Lead WHERE Id = 'abc'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: abc',
    ],
    [
      "SELECT Id FROM Lead WHERE Description = 'x'",
      'INVALID_FIELD',
      "field 'Description' can not be filtered in a query call",
    ],
    ['SELECT Id, id FROM Lead', 'INVALID_FIELD', 'duplicate field selected: id'],
    [
      'SELECT Name, COUNT(Id) FROM Lead GROUP BY Email',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
  ])('%s is %s', async (soql, errorCode, message) => {
    const { status, json } = await query(org, soql);
    expect({ status, json }).toMatchObject({ status: 400, json: [{ errorCode }] });
    expect((json as { message: string }[])[0]?.message).toContain(message);
  });
});

describe('a long result', () => {
  it('comes in pages, each naming the next, until the cursor is two days old', async () => {
    const big = await startOrg();
    for (let call = 0; call < 3; call += 1) {
      const records = Array.from({ length: 200 }, (_, number) => ({
        attributes: { type: 'Order__c' },
        Name: String(call * 200 + number).padStart(3, '0'),
      }));
      await connectAsAdmin(big).requestPost('/composite/sobjects', { records });
    }
    const connection = connectAsAdmin(big);
    const options = { headers: { 'Sforce-Query-Options': 'batchSize=250' }, autoFetch: true };
    const all = await connection.query<{ Name: string }>(
      'SELECT Name FROM Order__c ORDER BY Name',
      options,
    );
    expect(all.records.map((row) => Number(row.Name))).toEqual(
      Array.from({ length: 600 }, (_, n) => n),
    );
    expect(big.journal.count('GET', /query\/01g\w{15}-\d+$/)).toBeGreaterThanOrEqual(1);
    const first = await connection.query('SELECT Id FROM Order__c', {
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    expect(first).toMatchObject({ done: false, totalSize: 600 });
    await big.clock.advance(2 * 24 * 60 * 60 * 1000);
    await expect(connection.queryMore(first.nextRecordsUrl ?? '')).rejects.toMatchObject({
      name: 'INVALID_QUERY_LOCATOR',
    });
    await big.close();
  });

  it('is refused beyond an offset of 2000', async () => {
    expect((await ask('GET', 'query?q=SELECT+Id+FROM+Lead+OFFSET+2001')).json).toMatchObject([
      { errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' },
    ]);
  });
});
