import { z } from 'zod';
import { parseInstant, type Instant } from '../../../shared/time.ts';
import { textOrNull, type Address } from '../../canonical.ts';
import { ITEM_BYTES } from '../raw.ts';
import { decimal, decimalOrZero, text, webAddress, withRaw } from '../shape.ts';
import { originalOf } from './translate.ts';

const LONGEST_ID = 100;

const idText = z.union([z.string(), z.number()], { error: 'expected an id' }).transform(String);

/** Any short text; some installations count. */
export const recordId = idText.refine(
  (id) => id.trim() !== '' && id.length <= LONGEST_ID && isStorable(id),
  { error: 'expected an id' },
);

/** Neither the database nor an address takes NUL or half a character. */
function isStorable(id: string): boolean {
  return !id.includes('\0') && id.isWellFormed();
}

/** Blank is null. */
export const optionalRecordId = z
  .union([z.string(), z.number()], { error: 'expected an id' })
  .nullish()
  .transform((id) => textOrNull(id === undefined || id === null ? null : String(id)));

/** Text that may come as a number, such as an order's number. */
export const loose = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => textOrNull(value === undefined || value === null ? null : String(value)));

export const optionalDecimal = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === '' || value === undefined ? null : value))
  .pipe(decimal.nullable());

export const currencyCode = z
  .string()
  .trim()
  .length(3, { error: 'expected a currency code' })
  .transform((code) => code.toUpperCase());

const YES = new Set(['true', 'yes', 'y', '1', 'given']);
const NO = new Set(['false', 'no', 'n', '0', 'refused']);

/** True or false, however it is spelled; null when the shop does not tell. */
export const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const word = String(value ?? '')
      .trim()
      .toLowerCase();
    if (YES.has(word)) return true;
    return NO.has(word) ? false : null;
  });

export type Moment = z.ZodType<Instant, string>;

/** ISO 8601; without an offset it is the wall clock of the shop. */
export function momentIn(timeZone: string): Moment {
  return z.string().transform((value, context): Instant => {
    try {
      return parseInstant(value, timeZone);
    } catch {
      context.addIssue({ code: 'custom', message: 'expected a date' });
      return z.NEVER;
    }
  });
}

/** Null for blank. */
export function optionalMoment(moment: Moment): z.ZodType<Instant | null> {
  return z
    .string()
    .nullish()
    .transform(textOrNull)
    .pipe(z.union([z.null(), moment], { error: 'expected a date' }));
}

/** An address, and whether it is the usual one. */
export const address = z
  .object({
    ...{ name: text, company: text, line1: text, line2: text, city: text, region: text },
    ...{ postalCode: loose, country: text, phone: loose, isDefault: flag },
  })
  .transform(({ isDefault, country, ...rest }): { isUsual: boolean; place: Address } => ({
    isUsual: isDefault ?? false,
    place: { ...rest, country: isCountryCode(country) ? country.toUpperCase() : null },
  }));

function isCountryCode(country: string | null): country is string {
  return country !== null && /^[a-z]{2}$/i.test(country);
}

/** Text or the names on the way to it, the widest first. */
export const category = z
  .union([text, z.array(text)])
  .transform((value) => (Array.isArray(value) ? value : [value]).filter((name) => name !== null));

const lineFields = z.object({
  lineId: optionalRecordId,
  productId: optionalRecordId,
  sku: loose,
  name: text,
  quantity: decimal,
  unitPrice: optionalDecimal,
  extendedPrice: optionalDecimal,
  imageUrl: webAddress,
  productUrl: webAddress,
  options: text,
  refundedQuantity: decimalOrZero,
});

/** A line of an order or a cart, and what is kept of the installation's own. */
export const line = withRaw(lineFields, ITEM_BYTES, originalOf);
export type Line = z.output<typeof line>;

export const partItem = z.object({
  productId: optionalRecordId,
  sku: loose,
  name: text,
  quantity: decimal,
});
