import { NUMBERS, operatorsName, TEXTS, TIMES, type Kind } from './kinds.ts';

/** The functions of a date or a time, as a field of an aggregate names them and as SOQL does. */
export const DATE_FUNCTIONS: Record<string, string> = {
  calendarMonth: 'CALENDAR_MONTH',
  calendarQuarter: 'CALENDAR_QUARTER',
  calendarYear: 'CALENDAR_YEAR',
  dayInMonth: 'DAY_IN_MONTH',
  dayInWeek: 'DAY_IN_WEEK',
  dayInYear: 'DAY_IN_YEAR',
  fiscalMonth: 'FISCAL_MONTH',
  fiscalQuarter: 'FISCAL_QUARTER',
  fiscalYear: 'FISCAL_YEAR',
  weekInMonth: 'WEEK_IN_MONTH',
  weekInYear: 'WEEK_IN_YEAR',
  hourInDay: 'HOUR_IN_DAY',
  dayOnly: 'DAY_ONLY',
};

const ONLY_OF_TIMES = ['hourInDay', 'dayOnly'];

const LITERALS =
  'TODAY YESTERDAY TOMORROW LAST_90_DAYS NEXT_90_DAYS ' +
  ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR']
    .map((unit) => `LAST_${unit} THIS_${unit} NEXT_${unit}`)
    .join(' ');

const UNITS = ['day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];

/** `last_n_days` of a range, and the literal of SOQL that it stands for. */
export const RANGES: Record<string, string> = Object.fromEntries(
  UNITS.flatMap((unit) =>
    [`last_n_${unit}s`, `next_n_${unit}s`, `n_${unit}s_ago`].map((name) => [
      name,
      name.toUpperCase(),
    ]),
  ),
);

const EVERY_KIND: Kind[] = [
  ...TEXTS,
  ...NUMBERS,
  ...TIMES,
  'LongTextArea',
  'MultiPicklist',
  'Boolean',
  'ID',
];

const BASICS = `
scalar Email scalar TextArea scalar LongTextArea scalar PhoneNumber scalar Picklist
scalar MultiPicklist scalar Url scalar IdOrRef scalar Date scalar DateTime scalar Double
scalar Currency scalar Percent scalar Long
interface FieldValue { displayValue: String }
interface Record {
  Id: ID! ApiName: String! WeakEtag: Long! DisplayValue: String SystemModstamp: DateTimeValue
  LastModifiedById: IDValue LastModifiedDate: DateTimeValue RecordTypeId(fallback: Boolean): IDValue
}
type PageInfo {
  hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String
}
type LongValue implements FieldValue { value: Long displayValue: String }
type DateFunctionAggregation { value: Long }
type DateOnlyAggregation { value: Date }
enum ResultsOrder { ASC DESC } enum NullsOrder { FIRST LAST }
enum AggregateOrderByStringFunction { COUNT COUNT_DISTINCT MAX MIN }
enum AggregateOrderByNumberFunction { AVG COUNT COUNT_DISTINCT MAX MIN SUM }
input AggregateOrderByStringClause {
  function: AggregateOrderByStringFunction order: ResultsOrder nulls: NullsOrder
}
input AggregateOrderByNumberClause {
  function: AggregateOrderByNumberFunction order: ResultsOrder nulls: NullsOrder
}
input NoFunctionAggregateOrderByClause { order: ResultsOrder nulls: NullsOrder }
enum GroupByType { GROUP_BY ROLLUP CUBE }
enum GroupByFunction { ${Object.values(DATE_FUNCTIONS).join(' ')} }
input GroupByClause { group: Boolean }
input GroupByDateFunction { function: GroupByFunction }
input GroupByDateClause { group: Boolean function: GroupByFunction }
enum DateLiteral { ${LITERALS} }
input DateRange { ${Object.keys(RANGES)
  .map((name) => `${name}: Int`)
  .join(' ')} }
input DateInput { value: Date literal: DateLiteral range: DateRange }
input DateTimeInput { value: DateTime literal: DateLiteral range: DateRange }
input LongOperators { ${compared('Long')} in: [Long] nin: [Long] }
input DateFunctionInput { value: LongOperators }
input Name_Filter { Id: IdOperators Name: StringOperators }
input Name_OrderBy { Id: AggregateOrderByStringClause Name: AggregateOrderByStringClause }
`;

/** The types that do not depend on what objects an org has. */
export const SHARED_TYPES =
  BASICS + EVERY_KIND.map((kind) => valueType(kind) + operators(kind) + aggregate(kind)).join('');

function valueType(kind: Kind): string {
  return `type ${kind}Value implements FieldValue { value: ${kind} displayValue: String ${extra(kind)} }\n`;
}

function extra(kind: Kind): string {
  return ['String', 'Picklist', 'MultiPicklist'].includes(kind) ? 'label: String' : '';
}

function compared(type: string): string {
  return ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'].map((name) => `${name}: ${type}`).join(' ');
}

function operators(kind: Kind): string {
  return `input ${operatorsName(kind)} { ${operatorsOf(kind)} }\n`;
}

function operatorsOf(kind: Kind): string {
  if (kind === 'Boolean') return 'eq: Boolean ne: Boolean';
  if (kind === 'MultiPicklist') {
    return `eq: ${kind} ne: ${kind} includes: [${kind}] excludes: [${kind}]`;
  }
  const type = TIMES.includes(kind) ? `${kind}Input` : kind;
  const common = `${compared(type)} in: [${type}] nin: [${type}]`;
  if (TIMES.includes(kind)) {
    const functions = dateFunctions(kind).filter((name) => name !== 'DAY_ONLY');
    return `${common} ${functions.map((name) => `${name}: DateFunctionInput`).join(' ')}`;
  }
  if (kind === 'ID') return `${common} inq: JoinInput ninq: JoinInput`;
  return NUMBERS.includes(kind) ? common : `${common} like: ${kind}`;
}

function dateFunctions(kind: Kind): string[] {
  return Object.entries(DATE_FUNCTIONS)
    .filter(([name]) => kind === 'DateTime' || !ONLY_OF_TIMES.includes(name))
    .map(([, name]) => name);
}

function aggregate(kind: Kind): string {
  if (kind === 'LongTextArea' || kind === 'MultiPicklist') return '';
  const counts = 'count: LongValue countDistinct: LongValue';
  const ends = `max: ${kind}Value min: ${kind}Value`;
  const parts = [`value: ${kind} displayValue: String`, extra(kind)];
  if (kind !== 'Boolean') parts.push(counts, ends);
  if (NUMBERS.includes(kind)) {
    parts.push(`avg: DoubleValue sum: ${kind === 'Int' ? 'Long' : kind}Value`);
  }
  const isGrouped = kind !== 'DateTime' && (!NUMBERS.includes(kind) || kind === 'Int');
  if (isGrouped) parts.push('grouping: IntValue');
  if (TIMES.includes(kind)) {
    for (const [name, soql] of Object.entries(DATE_FUNCTIONS)) {
      if (!dateFunctions(kind).includes(soql)) continue;
      parts.push(`${name}: ${name === 'dayOnly' ? 'DateOnly' : 'DateFunction'}Aggregation`);
    }
  }
  return `type ${kind}Aggregate implements FieldValue { ${parts.join(' ')} }\n`;
}
