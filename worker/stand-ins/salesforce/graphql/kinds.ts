import type { Field } from '../schema/model.ts';

/** The names that the types of GraphQL begin with, such as `Currency` of `CurrencyValue`. */
export type Kind =
  | 'String'
  | 'TextArea'
  | 'LongTextArea'
  | 'Email'
  | 'PhoneNumber'
  | 'Url'
  | 'Picklist'
  | 'MultiPicklist'
  | 'Double'
  | 'Currency'
  | 'Percent'
  | 'Int'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'ID';

const OF_TYPE: Partial<Record<string, Kind>> = {
  id: 'ID',
  reference: 'ID',
  string: 'String',
  email: 'Email',
  phone: 'PhoneNumber',
  url: 'Url',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  int: 'Int',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
};

const LONGEST_TEXT_AREA = 255;

/** Undefined for a type of field that GraphQL does not show here. */
export function kindOf({ type, length }: Field): Kind | undefined {
  if (type === 'textarea') return length > LONGEST_TEXT_AREA ? 'LongTextArea' : 'TextArea';
  return OF_TYPE[type];
}

export const TEXTS: Kind[] = ['String', 'TextArea', 'Email', 'PhoneNumber', 'Url', 'Picklist'];
export const NUMBERS: Kind[] = ['Double', 'Currency', 'Percent', 'Int'];
export const TIMES: Kind[] = ['Date', 'DateTime'];

export function isAggregatable(kind: Kind): boolean {
  return kind !== 'LongTextArea' && kind !== 'MultiPicklist';
}

/** How values are compared when records or groups are put in order. */
export function orderClause(kind: Kind, field: Field): string | undefined {
  if (kind === 'MultiPicklist' || kind === 'LongTextArea') return undefined;
  if (NUMBERS.includes(kind)) return 'AggregateOrderByNumberClause';
  const hasFunctions = kind !== 'Boolean' && field.type !== 'reference';
  return hasFunctions ? 'AggregateOrderByStringClause' : 'NoFunctionAggregateOrderByClause';
}

/** Undefined for what SOQL cannot group by. */
export function groupClause(kind: Kind): string | undefined {
  if (kind === 'DateTime') return 'GroupByDateFunction';
  if (kind === 'Date') return 'GroupByDateClause';
  const isDecimal = kind === 'Double' || kind === 'Currency' || kind === 'Percent';
  return isAggregatable(kind) && !isDecimal ? 'GroupByClause' : undefined;
}

/** The type of a filter's conditions; two of them are not spelt as their values are. */
export function operatorsName(kind: Kind): string {
  if (kind === 'ID') return 'IdOperators';
  return kind === 'Url' ? 'URLOperators' : `${kind}Operators`;
}
