import type { FieldDescribe } from './describe.ts';
import type { ValueType } from './stepDefinition.ts';

/** How a value type reads in a sentence. */
const TYPE_WORDS: Readonly<Record<ValueType, string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  dateTime: 'a date and time',
  list: 'a list of values',
  items: 'a list of items',
  record: 'a record',
  any: 'a value',
};

interface Kind {
  /** What Salesforce's setup calls it. */
  words: string;
  takes: readonly ValueType[];
  /** The steps that make what it takes of something else. */
  advice: string;
}

const TEXT: Omit<Kind, 'words'> = {
  takes: ['text', 'number', 'date', 'dateTime'],
  advice: 'end the row with a step that gives one text, such as Text or Join',
};
const NUMBER: Kind = {
  words: 'a number field',
  takes: ['number'],
  advice: 'end the row with a step that gives a number',
};

/** By the type that Salesforce's REST describe says. What is not here no mapping can fill. */
const KINDS: Readonly<Record<string, Kind>> = {
  string: { ...TEXT, words: 'a text field' },
  textarea: { ...TEXT, words: 'a text field' },
  email: { ...TEXT, words: 'an email field', takes: ['text'] },
  phone: { ...TEXT, words: 'a phone field', takes: ['text', 'number'] },
  url: { ...TEXT, words: 'a URL field', takes: ['text'] },
  encryptedstring: { ...TEXT, words: 'an encrypted text field' },
  picklist: { ...TEXT, words: 'a picklist', takes: ['text', 'number'] },
  combobox: { ...TEXT, words: 'a combobox', takes: ['text', 'number'] },
  multipicklist: { ...TEXT, words: 'a multi-select picklist', takes: ['text', 'number'] },
  int: NUMBER,
  long: NUMBER,
  double: NUMBER,
  currency: { ...NUMBER, words: 'a currency field' },
  percent: { ...NUMBER, words: 'a percent field' },
  boolean: {
    words: 'a checkbox',
    takes: ['boolean'],
    advice: 'end the row with the step Checkbox',
  },
  date: {
    words: 'a date field',
    takes: ['date'],
    advice: 'end the row with a step that gives a date',
  },
  datetime: {
    words: 'a date and time field',
    takes: ['dateTime'],
    advice: 'end the row with a step that gives a date and time',
  },
  time: {
    words: 'a time field',
    takes: ['text'],
    advice: 'end the row with a text such as 13:45:00Z',
  },
};

/** Undefined for a type that takes no values, such as a lookup or an address. */
export function fieldKind({ type }: FieldDescribe): Kind | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

export function typeWords(type: ValueType): string {
  return TYPE_WORDS[type];
}

function isNumeric({ type }: FieldDescribe): boolean {
  return fieldKind({ type } as FieldDescribe)?.takes[0] === 'number';
}

export function isPicklist({ type }: FieldDescribe): boolean {
  return type === 'picklist' || type === 'multipicklist';
}

/** The most digits before and after the point; undefined where the describe does not say. */
export function digitsOf(field: FieldDescribe): { whole: number; scale: number } | undefined {
  if (!isNumeric(field)) return undefined;
  const { digits = 0, precision = 0, scale = 0 } = field;
  if (digits > 0) return { whole: digits, scale: 0 };
  return precision > 0 ? { whole: precision - scale, scale } : undefined;
}
