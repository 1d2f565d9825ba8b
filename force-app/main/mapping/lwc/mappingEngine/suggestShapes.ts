import type { ValueType } from './stepDefinition.ts';

/** What values look like, whatever their field is called. */
export type Shape =
  | 'email'
  | 'phone'
  | 'url'
  | 'dateTime'
  | 'date'
  | 'boolean'
  | 'money'
  | 'integer'
  | 'currency'
  | 'country'
  | 'id'
  | 'text';

/** How an admin reads it: "98 % of the values are …". */
export const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  email: 'email addresses',
  phone: 'phone numbers',
  url: 'web addresses',
  dateTime: 'dates with times',
  date: 'dates',
  boolean: 'true or false',
  money: 'amounts',
  integer: 'whole numbers',
  currency: 'currency codes',
  country: 'country codes',
  id: 'ids',
  text: 'texts',
};

const CURRENCIES =
  /^(USD|EUR|GBP|JPY|AUD|CAD|CHF|CNY|SEK|NOK|DKK|NZD|PLN|CZK|HUF|BRL|INR|MXN|ZAR|SGD|HKD|KRW|TRY)$/;

const TESTS: readonly [Shape, RegExp][] = [
  ['email', /^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}$/i],
  ['url', /^https?:\/\/\S{1,2000}$/i],
  [
    'dateTime',
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:/,
  ],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['boolean', /^(true|false)$/i],
  ['id', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/i],
  ['integer', /^-?\d{1,9}$/],
  ['money', /^-?\d{1,12}\.\d{1,10}$/],
  ['currency', CURRENCIES],
  ['country', /^[A-Z]{2}$/],
  ['phone', /^\+?[\d\s().-]{7,20}$/],
];

export function shapeOf(value: unknown): Shape | null {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'money';
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim().slice(0, 300);
  return TESTS.find(([, test]) => test.test(text))?.[0] ?? 'text';
}

export interface Shaped {
  shape: Shape;
  /** Of the values that are not blank, between 0 and 1. */
  share: number;
}

/** The most frequent shape of the values; null where all are blank. */
export function shapeOfAll(values: readonly unknown[]): Shaped | null {
  const counts = new Map<Shape, number>();
  for (const value of values) {
    const shape = shapeOf(value);
    if (shape) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [top] = [...counts].sort(([, a], [, b]) => b - a);
  return top ? { shape: top[0], share: top[1] / all } : null;
}

const FITS: Readonly<Record<Shape, Readonly<Record<string, number>>>> = {
  email: { email: 1.25 },
  phone: { phone: 1.2, string: 0.9 },
  url: { url: 1.25, string: 1 },
  dateTime: { datetime: 1.2, date: 1.1, string: 0.6 },
  date: { date: 1.2, datetime: 1.1, string: 0.6 },
  boolean: { boolean: 1.25, picklist: 0.7 },
  money: { currency: 1.15, double: 1.15, percent: 0.8, int: 0.7, string: 0.5 },
  integer: { int: 1.15, double: 1.1, string: 1, picklist: 0.8, currency: 0.8, phone: 0.4 },
  currency: { picklist: 1.1, string: 1.1 },
  country: { string: 1, picklist: 1 },
  id: { string: 1.1 },
  text: { string: 1.05, textarea: 1.05, picklist: 1, email: 0.3, phone: 0.4, multipicklist: 0.9 },
};

/** How well values of a shape suit a field of Salesforce's type: above 1 speaks for it. */
export function fitOf(shape: Shape, fieldType: string): number {
  return FITS[shape][fieldType] ?? 0.35;
}

const NUMBERS = ['int', 'double', 'currency', 'percent'];
const MOMENTS = ['date', 'datetime'];

/** Field types for which values of a type are not meant. */
const UNFIT: Partial<Record<ValueType, readonly string[]>> = {
  text: [...NUMBERS, ...MOMENTS, 'boolean'],
  number: [...MOMENTS, 'boolean', 'email', 'url', 'textarea'],
  boolean: [...NUMBERS, ...MOMENTS, 'email', 'phone', 'url', 'textarea'],
  date: [...NUMBERS, 'boolean', 'email', 'phone', 'url'],
  dateTime: [...NUMBERS, 'boolean', 'email', 'phone', 'url'],
};

/** The same where no value is known, only the documented type. */
export function fitOfType(type: ValueType, fieldType: string): number {
  return UNFIT[type]?.includes(fieldType) ? 0.35 : 1;
}
