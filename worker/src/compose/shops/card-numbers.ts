/** Card numbers have 13 to 19 digits, and the last one proves the others (ISO/IEC 7812-1, Luhn). */
const FEWEST = 13;
const MOST = 19;

/** Digits in groups, as people write a card number: with spaces or dashes between. */
const RUNS = /\d(?:[\s\-–]{0,2}\d){12,}/g;

/** Carts have such ids; one in a few thousand begins with digits that would pass. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Stands where a card number was. */
const REMOVED = '[removed]';

/** The text without what looks like a card number. */
export function withoutCardNumbers(text: string): string {
  if (text.length < FEWEST || (text.length === 36 && UUID.test(text))) return text;
  return text.replace(RUNS, (run) => (hasCardNumber(run) ? REMOVED : run));
}

export function looksLikeCardNumber(text: string): boolean {
  return withoutCardNumbers(text) !== text;
}

/** A card number begins and ends where a group does: a longer number is something else. */
function hasCardNumber(run: string): boolean {
  const groups = run.match(/\d+/g) ?? [];
  return groups.some((_, from) => {
    let digits = '';
    for (const group of groups.slice(from, from + MOST)) {
      digits += group;
      if (digits.length > MOST) return false;
      if (digits.length >= FEWEST && passesLuhn(digits)) return true;
    }
    return false;
  });
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const PRODUCT_CODES = new Set(['upc', 'ean', 'gtin', 'isbn', 'barcode']);

/**
 * The number printed on a product (GS1: 13 or 14 digits, the last one a check digit of its own kind).
 * One in ten would pass for a card number, and no card in use is that short and proves itself so.
 */
export function isProductCode(plainName: string, text: string): boolean {
  if (!PRODUCT_CODES.has(plainName) || !/^\d{13,14}$/.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < text.length; index += 1)
    sum += Number(text[text.length - 1 - index]) * (index % 2 === 1 ? 3 : 1);
  return sum % 10 === 0;
}
