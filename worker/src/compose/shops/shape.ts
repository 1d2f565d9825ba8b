import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import { shopRecord, type ShopRecord } from './raw.ts';
import { parse as parseMoney, type Decimal } from '../../shared/money.ts';
import { textOrNull } from '../canonical.ts';
import { parseInstant, type Instant } from '../../shared/time.ts';

/** Ids come as numbers or as numeric text; inside they are text. */
export const id = z
  .union([z.number(), z.string()], { error: 'expected an id' })
  .transform(String)
  .refine((text) => /^\d+$/.test(text), { error: 'expected an id' });

/** 0, blank and null all say that there is none. */
export const optionalId = z
  .union([z.number(), z.string()], { error: 'expected an id' })
  .nullish()
  .transform((value) => (!value || value === '0' ? null : String(value)));

/** Blank is null. */
export const text = z.string().nullish().transform(textOrNull);

const decimalText = z.union([z.string(), z.number()], { error: 'expected a decimal number' });

export const decimal = decimalText.transform(toDecimal);

/** Absent and blank are 0. */
export const decimalOrZero = decimalText
  .nullish()
  .transform((value, context) => toDecimal(value === '' ? 0 : (value ?? 0), context));

function toDecimal(value: string | number, context: z.core.$RefinementCtx): Decimal {
  try {
    return parseMoney(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a decimal number' });
    return z.NEVER;
  }
}

/** RFC 2822 or ISO 8601; without a zone it is UTC. */
export const moment = z.string().transform((value, context): Instant => {
  try {
    return parseInstant(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a date' });
    return z.NEVER;
  }
});

/** An absolute web address; anything else is null. */
export const webAddress = z
  .string()
  .nullish()
  .transform((value) => (value && /^https?:$/.test(protocolOf(value)) ? value : null));

function protocolOf(url: string): string {
  return URL.parse(url)?.protocol ?? '';
}

/**
 * What a schema reads, with the record it was read from, cleaned, beside it.
 * @param original where what is read was made of the shop's own record: that record
 */
export function withRaw<Schema extends z.ZodType<object>>(
  schema: Schema,
  bytes?: number,
  original: (value: unknown) => unknown = (value) => value,
): z.ZodType<z.output<Schema> & { raw: ShopRecord | null }> {
  return z.unknown().transform((value, context) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ...parsed.data, raw: shopRecord(original(value), bytes) };
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
    return z.NEVER;
  });
}

const MOST_ISSUES = 3;

/** Checks an answer against its schema. Throws a Failure that names paths, never values. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MOST_ISSUES).map(describe);
  throw new Failure(
    'shop_shape',
    `The shop sent ${what} in an unknown form: ${issues.join('; ')}.`,
    {
      details: { issues },
      nextStep: 'Report it: the shop has changed what it sends. Replay the event after an update.',
    },
  );
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'answer'}: ${message.replace('Invalid input: ', '')}`;
}
