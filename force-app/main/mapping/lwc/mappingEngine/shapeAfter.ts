import { ORDER_STATUSES } from './orderStatuses.ts';
import { merged, type Shape } from './shapes.ts';
import type { StepDefinition, ValueType } from './stepDefinition.ts';
import type { Step } from './steps.ts';
import { LONGEST_EMAIL } from './webText.ts';
import { without } from './without.ts';

/** Dates and amounts as people read them. */
const LONGEST_WRITTEN = 40;
const COUNTRY_LENGTHS: Readonly<Record<string, number>> = { code: 2, alpha3: 3, name: 80 };
/** How long a value of each type is as text; of a number, its digits. */
const WRITTEN: Partial<Record<ValueType, number>> = {
  boolean: 5,
  number: LONGEST_WRITTEN,
  date: 10,
  dateTime: LONGEST_WRITTEN,
};
const TEXT: Shape = { type: 'text' };

type Params = Readonly<Record<string, unknown>>;

/** What a step knows of its result beyond its type. `typeOfField` is that of a field of the items. */
type After = (shape: Shape, params: Params, typeOfField: (path: string) => ValueType) => Shape;

const sameDay: After = ({ type }) => ({
  type: type === 'dateTime' || type === 'date' ? type : 'any',
});
const keepsText: After = (shape) => ({ ...textLike(shape), type: 'text' });
const entryOf: After = ({ type, entry }) =>
  type === 'list' && entry ? withoutCertainty(entry) : { type: 'any' };
const fieldOfItems: After = (_shape, { field }, typeOfField) => ({
  type: typeOfField(String(field)),
});
const limited: After = (_shape, { max }) => ({ type: 'text', ...lengthOf(max) });

const AFTER: Readonly<Record<string, After>> = {
  text: (shape) =>
    shape.type === 'text' ? shape : { type: 'text', ...lengthOf(WRITTEN[shape.type]) },
  trim: keepsText,
  case: keepsText,
  truncate: (shape, { length }) => ({ ...textLike(shape), type: 'text', ...lengthOf(length) }),
  currency: () => ({ type: 'text', maxLength: 3 }),
  country: (_shape, { as, otherwise }) =>
    otherwise === undefined ? { type: 'text', ...lengthOf(COUNTRY_LENGTHS[String(as)]) } : TEXT,
  phone: (_shape, { extension, otherwise }) =>
    otherwise === undefined && extension === 'drop' ? { type: 'text', maxLength: 16 } : TEXT,
  initials: (_shape, { most }) => ({ type: 'text', maxLength: 4 * Number(most) }),
  formatDate: () => ({ type: 'text', maxLength: LONGEST_WRITTEN }),
  formatMoney: () => ({ type: 'text', maxLength: LONGEST_WRITTEN }),
  addDays: sameDay,
  email: () => ({ type: 'text', maxLength: LONGEST_EMAIL }),
  url: (_shape, { length }) => ({ type: 'text', ...lengthOf(length) }),
  localPart: keepsText,
  domain: keepsText,
  first: entryOf,
  last: entryOf,
  pick: entryOf,
  split: (shape) => ({ type: 'list', entry: withoutCertainty(textLike(shape)) }),
  join: limited,
  joinOf: limited,
  productInterest: limited,
  streetLines: limited,
  firstOf: fieldOfItems,
  lastOf: fieldOfItems,
  minOf: fieldOfItems,
  maxOf: fieldOfItems,
  yesNo: (_shape, { yes, no }) => ({ type: 'text', values: [String(yes), String(no)] }),
  valueTable: (shape, { values, default: other }) =>
    eachOf(shape, [...wordsOf(values), ...(typeof other === 'string' ? [other] : [])]),
  customerGroup: ({ type }) => (type === 'list' ? { type, entry: TEXT } : TEXT),
  orderStatus: (shape, { values }) => eachOf(shape, [...ORDER_STATUSES, ...wordsOf(values)]),
  multiSelect: ({ type, entry, ...shape }) => {
    const { values } = type === 'list' ? (entry ?? {}) : shape;
    return values ? { type: 'text', values } : { type: 'text' };
  },
  decimal: (_shape, { precision, scale }) =>
    digits(Number(precision) - Number(scale), Number(scale)),
  integer: (_shape, { digits: whole }) => digits(Number(whole), 0),
  defaultTo: (shape, { value }) => {
    const text = String(value);
    if (shape.type !== 'text') return { ...shape, neverBlank: true };
    return {
      ...merged(shape, { type: 'text', maxLength: text.length, values: [text] }),
      neverBlank: true,
    };
  },
};

/** What comes out of a step. `params` are those of the step with their defaults. */
export function shapeAfter(
  { step }: Step,
  { gives }: StepDefinition,
  shape: Shape,
  params: Params,
  typeOfField: (path: string) => ValueType,
): Shape {
  const after = Object.hasOwn(AFTER, step) ? AFTER[step] : undefined;
  return after ? after(shape, params, typeOfField) : { type: gives };
}

function eachOf({ type }: Shape, values: readonly string[]): Shape {
  const shape: Shape = { type: 'text', values };
  return type === 'list' ? { type, entry: shape } : shape;
}

function textLike({ maxLength, values, neverBlank }: Shape): Shape {
  const shape: Shape = { type: 'text' };
  if (maxLength !== undefined) shape.maxLength = maxLength;
  if (values) shape.values = values;
  if (neverBlank) shape.neverBlank = true;
  return shape;
}

function withoutCertainty(shape: Shape): Shape {
  return without(shape, 'neverBlank');
}

function wordsOf(table: unknown): string[] {
  return typeof table === 'object' && table !== null ? Object.values(table).map(String) : [];
}

function lengthOf(length: unknown): { maxLength?: number } {
  return typeof length === 'number' ? { maxLength: length } : {};
}

function digits(whole: number, scale: number): Shape {
  return { type: 'number', whole, scale };
}
