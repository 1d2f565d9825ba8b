import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, create, query, startOrg } from './kit.ts';
import { fieldXml, makeSources, objectXml } from './sources.ts';

let org: LocalOrg;
const ask = askAs(() => org);

beforeAll(async () => {
  org = await startOrg();
  const order = (Name: string, more: object) => create(org, 'Order__c', { Name, ...more });
  const at = (day: string) => ({ Placed_At__c: `${day}T23:30:00Z` });
  const lead = await create(org, 'Lead', { LastName: 'Ada', Company: 'Acme' });
  await order('1', { Status__c: 'Shipped', Total__c: 5, Lead__c: lead, ...at('2025-12-31') });
  await order('2', { Status__c: 'Shipped', Total__c: 7, ...at('2026-01-01') });
  await order('3', { Status__c: 'Pending', Total__c: 9, ...at('2026-05-20') });
});
afterAll(() => org.close());

const values = (soql: string) =>
  org.query(soql).map(({ attributes, ...row }) => (attributes ? Object.values(row).join('/') : ''));

describe('groups', () => {
  it('are kept or dropped by what is computed of them', () => {
    const by = 'SELECT Status__c, COUNT(Id) FROM Order__c GROUP BY Status__c HAVING';
    expect(values(`${by} COUNT(Id) > 1`)).toEqual(['Shipped/2']);
    expect(values(`${by} SUM(Total__c) < 12 AND Status__c LIKE 'P%'`)).toEqual(['Pending/1']);
    expect(values(`${by} MAX(Placed_At__c) > 2026-05-01T00:00:00Z`)).toEqual(['Pending/1']);
    expect(values(`${by} COUNT(Id) > 1 AND COUNT(Id) < 2`)).toEqual([]);
  });

  it('come in the order of what is computed of them, and in pages', () => {
    const by = 'SELECT Status__c, SUM(Total__c) FROM Order__c GROUP BY Status__c';
    expect(values(`${by} ORDER BY SUM(Total__c) DESC`)).toEqual(['Shipped/12', 'Pending/9']);
    expect(values(`${by} ORDER BY COUNT(Id), Status__c`)).toEqual(['Pending/9', 'Shipped/12']);
    expect(values(`${by} ORDER BY COUNT(Id) LIMIT 1 OFFSET 1`)).toEqual(['Shipped/12']);
  });

  it('may be made of the parts of a date, which are those of UTC', () => {
    expect(
      values(
        'SELECT CALENDAR_YEAR(Placed_At__c) y, COUNT(Id) FROM Order__c ' +
          'GROUP BY CALENDAR_YEAR(Placed_At__c) ORDER BY CALENDAR_YEAR(Placed_At__c) DESC',
      ),
    ).toEqual(['2026/2', '2025/1']);
  });

  it.each([
    ['CALENDAR_QUARTER(Placed_At__c) = 2', '3'],
    ['CALENDAR_MONTH(Placed_At__c) = 12', '1'],
    ['DAY_IN_MONTH(Placed_At__c) = 20', '3'],
    ['DAY_IN_WEEK(Placed_At__c) = 5', '2'],
    ['DAY_IN_YEAR(Placed_At__c) = 365', '1'],
    ['WEEK_IN_YEAR(Placed_At__c) = 1', '2'],
    ['WEEK_IN_MONTH(Placed_At__c) = 3', '3'],
    ['HOUR_IN_DAY(convertTimezone(Placed_At__c)) IN (22, 23)', '1,2,3'],
    ['DAY_ONLY(Placed_At__c) = 2026-01-01', '2'],
    ['FISCAL_YEAR(Placed_At__c) < 2026', '1'],
  ])('a condition %s finds %s', (where, names) => {
    const found = org.query(`SELECT Name FROM Order__c WHERE ${where} ORDER BY Name`);
    expect(found.map((row) => row.Name).join(',')).toBe(names);
  });

  it('cannot be asked for what is different within them', async () => {
    const by = 'SELECT Status__c FROM Order__c GROUP BY Status__c';
    for (const rest of ['HAVING Name = null', 'ORDER BY Name']) {
      expect((await query(org, `${by} ${rest}`)).json).toMatchObject([
        { errorCode: 'MALFORMED_QUERY', message: 'Field must be grouped or aggregated: Name' },
      ]);
    }
  });
});

describe('parts of the language that change nothing here', () => {
  it.each(['FOR VIEW', 'FOR REFERENCE', 'WITH SECURITY_ENFORCED'])('%s is accepted', (clause) => {
    expect(org.query(`SELECT Id FROM Order__c ${clause}`)).toHaveLength(3);
  });

  it('a label is the value where nothing is translated', () => {
    expect(values("SELECT toLabel(Status__c) FROM Order__c WHERE Name = '3'")).toEqual(['Pending']);
  });

  it.each([
    ["INCLUDES ('red;blue', 'green')", 'a,c'],
    ["INCLUDES ('red')", 'a,b'],
    ["EXCLUDES ('red')", 'c'],
  ])('a choice of several is asked for with %s', async (condition, names) => {
    const value = (name: string) => `<value><fullName>${name}</fullName><label>x</label></value>`;
    const colours = ['red', 'blue', 'green'].map(value).join('');
    const set = `<valueSet><valueSetDefinition>${colours}</valueSetDefinition></valueSet>`;
    const type = '<type>MultiselectPicklist</type><visibleLines>3</visibleLines>';
    const sources = makeSources({
      'objects/A__c/A__c.object-meta.xml': objectXml('A'),
      'objects/A__c/fields/Colours__c.field-meta.xml': fieldXml('Colours__c', type + set),
    });
    const own = await startOrg({ schemaDir: sources.folder });
    await create(own, 'A__c', { Name: 'a', Colours__c: 'red;blue' });
    await create(own, 'A__c', { Name: 'b', Colours__c: 'red' });
    await create(own, 'A__c', { Name: 'c', Colours__c: 'blue;green' });
    const found = own.query(`SELECT Name FROM A__c WHERE Colours__c ${condition} ORDER BY Name`);
    expect(found.map((row) => row.Name).join(',')).toBe(names);
    await own.close();
    sources.remove();
  });

  it('ALL ROWS and a scope that would leave rows out are refused, not ignored', async () => {
    expect((await query(org, 'SELECT Id FROM Lead ALL ROWS')).json).toMatchObject([
      { errorCode: 'MALFORMED_QUERY', message: 'ALL ROWS not allowed in this context' },
    ]);
    expect((await query(org, 'SELECT Id FROM Lead USING SCOPE mine')).json).toMatchObject([
      { errorCode: 'MALFORMED_QUERY' },
    ]);
  });
});

describe('columns=true', () => {
  const columnsOf = async (soql: string) => {
    const { json } = await ask('GET', `query?columns=true&q=${encodeURIComponent(soql)}`);
    return json as { columnMetadata: Record<string, unknown>[] };
  };

  it('tells the proper names of fields, of parents and of children', async () => {
    const soql =
      'select name, total__c, lead__r.firstname, lead__r.owner.name, ' +
      '(select quantity__c from order_items__r) from order__c';
    expect(await columnsOf(soql)).toMatchObject({
      entityName: 'Order__c',
      groupBy: false,
      idSelected: false,
      columnMetadata: [
        { columnName: 'Name', aggregate: false, textType: true, joinColumns: [] },
        { columnName: 'Total__c', apexType: 'Double', numberType: true, custom: true },
        {
          columnName: 'Lead__r',
          aggregate: false,
          foreignKeyName: 'Lead__c',
          joinColumns: [
            { columnName: 'FirstName' },
            { columnName: 'Owner', joinColumns: [{ columnName: 'Name' }] },
          ],
        },
        {
          columnName: 'Order_Items__r',
          aggregate: true,
          joinColumns: [{ columnName: 'Quantity__c' }],
        },
      ],
    });
  });

  it('names what is computed by its alias or its number', async () => {
    const soql =
      'SELECT Status__c, COUNT(Id), SUM(total__c) t FROM Order__c WHERE Name != null GROUP BY Status__c';
    expect(await columnsOf(soql)).toMatchObject({
      groupBy: true,
      columnMetadata: [
        { columnName: 'Status__c', aggregate: false },
        { columnName: 'expr0', displayName: 'count(Id)', aggregate: true, apexType: null },
        { columnName: 't', displayName: 'sum(Total__c)', aggregate: true, updatable: false },
      ],
    });
  });

  it('refuses what the query itself would be refused for', async () => {
    expect(await columnsOf('SELECT Nonsense FROM Lead')).toMatchObject([
      { errorCode: 'INVALID_FIELD' },
    ]);
  });
});
