import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, create, startOrg } from './kit.ts';
import { deployTo, fieldPart, objectFile, problems } from './metadata-kit.ts';

const NUMERIC = '<precision>18</precision><scale>4</scale>';
const plain = (name: string, type: string, more = '') =>
  fieldPart(name, `${more}<type>${type}</type>`);
const values = (names: string[]) =>
  '<valueSet><valueSetDefinition><sorted>false</sorted>' +
  names
    .map(
      (name) =>
        `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`,
    )
    .join('') +
  '</valueSetDefinition></valueSet>';

const FIELDS = [
  plain('Amount__c', 'Currency', NUMERIC),
  plain('Count__c', 'Number', NUMERIC),
  plain('None__c', 'Number', NUMERIC),
  plain('Rate__c', 'Percent', NUMERIC),
  plain('Day__c', 'Date'),
  plain('At__c', 'DateTime'),
  plain('Status__c', 'Picklist', values(['Open', 'Paid'])),
  plain('Empty__c', 'Picklist', values(['Open', 'Paid'])),
  fieldPart(
    'Tags__c',
    `<type>MultiselectPicklist</type>${values(['new', 'vip'])}<visibleLines>2</visibleLines>`,
  ),
  fieldPart('On__c', '<defaultValue>false</defaultValue><type>Checkbox</type>'),
  plain('Text__c', 'Text', '<length>80</length>'),
  plain('Blank__c', 'Text', '<length>80</length>'),
  fieldPart(
    'Lead__c',
    '<referenceTo>Lead</referenceTo><relationshipLabel>T</relationshipLabel>' +
      '<relationshipName>Things</relationshipName><type>Lookup</type>',
  ),
];

/** What admins write, with what the record below makes of it. */
const CASES: [type: string, text: string, value: unknown][] = [
  ['Text', 'IF(Amount__c > 100, "big", "small")', 'big'],
  ['Text', 'if ( amount__C > 100 , "big" , "small" ) /* in any case */', 'big'],
  ['Number', 'CASE(Status__c, "Open", 1, "Paid", 2, 0)', 2],
  ['Text', 'CASE(MONTH(Day__c), 1, "Jan", 2, "Feb", "Other")', 'Feb'],
  ['Checkbox', 'ISBLANK(Blank__c) && ISBLANK(Lead__c) && !ISBLANK(Text__c)', true],
  ['Checkbox', 'ISPICKVAL(Status__c, "Paid") && ISPICKVAL(Empty__c, "")', true],
  ['Checkbox', 'ISBLANK(TEXT(Empty__c))', true],
  ['Text', 'TEXT(Amount__c) + "|" + TEXT(Day__c) + "|" + TEXT(Status__c)', '250.5|2026-02-10|Paid'],
  ['Text', 'TEXT(At__c)', '2026-02-10 10:11:12Z'],
  ['Number', 'VALUE("12.5") + 1', 13.5],
  ['Number', 'ROUND(2.345, 2) + ROUND(-2.5, 0)', -0.65],
  ['Checkbox', '0.1 + 0.2 = 0.3', true],
  ['Number', 'CEILING(2.1) * FLOOR(2.9) + MOD(10, 3) - ABS(-1) + 2 ^ 3', 14],
  ['Currency', 'Amount__c * Rate__c', 47.595],
  ['Percent', '1 / 4', 25],
  ['Number', 'Count__c + None__c', 3],
  ['Number', '1 / None__c', null],
  ['Date', 'DATE(2026, 2, 28) + 1', '2026-03-01'],
  ['Date', 'DATE(2026, 2, 31)', null],
  ['Date', 'ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
  ['Date', 'DATEVALUE(At__c)', '2026-02-10'],
  ['DateTime', 'At__c + 0.5', '2026-02-10T22:11:12.000+0000'],
  ['Number', '(DATETIMEVALUE("2026-02-10 12:11:12") - At__c) * 24', 2],
  ['Number', 'WEEKDAY(Day__c) + YEAR(Day__c)', 2029],
  ['Checkbox', 'TODAY() >= DATEVALUE(CreatedDate) && NOW() > At__c', true],
  ['Checkbox', 'AND(TRUE, OR(On__c, NOT(On__c)))', true],
  ['Checkbox', 'REGEX(Text__c, "[A-Za-z ]+\'s \\\\w{4}")', true],
  ['Checkbox', 'REGEX(Text__c, "Ada")', false],
  ['Checkbox', 'CONTAINS(Text__c, "boat") && BEGINS(Text__c, "Ada")', true],
  ['Text', 'LEFT(Text__c, 3) & MID(Text__c, 4, 2) & RIGHT(Text__c, 4)', "Ada'sboat"],
  ['Number', 'FIND("boat", Text__c) + LEN(Text__c) + LEN(Blank__c)', 17],
  ['Text', 'SUBSTITUTE(UPPER(TRIM(Text__c)), "BOAT", LPAD("7", 3, "0"))', "ADA'S 007"],
  ['Text', 'BLANKVALUE(Blank__c, "none") & NULLVALUE(Text__c, "x")', "noneAda's boat"],
  ['Checkbox', 'INCLUDES(Tags__c, "vip") && PICKLISTCOUNT(Tags__c) = 2', true],
  [
    'Text',
    'HYPERLINK("https://x.example/" & Text__c, "open")',
    '<a href="https://x.example/Ada\'s boat" target="_blank">open</a>',
  ],
  ['Checkbox', 'Blank__c = null && Day__c <> null', true],
  ['Number', 'MAX(1, 5, 3) - MIN(1, 5, 3) + TRUNC(1.99, 1) + .5', 6.4],
  ['Number', '-Amount__c', -250.5],
  ['Text', 'Owner:User.LastName & CreatedBy.Username', 'Administratoradmin@local-org.example'],
  ['Date', 'IF(ISBLANK(Day__c), null, Day__c + 30)', '2026-03-12'],
  ['Text', '"both \' and \\"" & \'quotes\'', 'both \' and "quotes'],
  ['Number', nested(40), 39],
];

/** So many calls inside each other, which takes some parsers hours. */
function nested(depth: number): string {
  const steps = Array.from({ length: depth }, (_, step) => step);
  return steps.reduce((rest, step) => `IF(Count__c > ${step + 3}, ${step}, ${rest})`, '39');
}

let org: LocalOrg;
let record: Record<string, unknown>;
beforeAll(async () => {
  org = await startOrg({ empty: true });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const formulas = CASES.map(([type, text], place) =>
    plain(
      `F${place}__c`,
      type,
      `<formula>${escaped(text)}</formula>${['Number', 'Currency', 'Percent'].includes(type) ? NUMERIC : ''}`,
    ),
  );
  const file = objectFile('Thing', [...FIELDS, ...formulas].join(''));
  const answer = await deployTo(
    org,
    { CustomObject: ['Thing__c'] },
    { 'objects/Thing__c.object': file },
  );
  expect(problems(answer)).toEqual([]);
  const id = await create(org, 'Thing__c', {
    Name: 'thing',
    Amount__c: 250.5,
    Count__c: 3,
    Rate__c: 19,
    Day__c: '2026-02-10',
    At__c: '2026-02-10T10:11:12Z',
    Status__c: 'Paid',
    Tags__c: 'new;vip',
    Text__c: "Ada's boat",
  });
  record = await connectAsAdmin(org).sobject('Thing__c').retrieve(id);
});
afterAll(() => org.close());

describe('a record reads as its formulas say', () => {
  it.each(CASES.map(([type, text, value], place) => ({ type, text, value, place })))(
    '$text is $value',
    ({ value, place }) => {
      expect(record[`F${place}__c`]).toEqual(value);
    },
  );
});
