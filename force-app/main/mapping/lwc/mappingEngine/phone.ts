import { callingCountry, EXIT_CODES, phoneCountry } from './phoneCountries.ts';
import type { PhoneCountry } from './phoneCountries.ts';

export interface PhoneNumber {
  /** E.164: a plus and at most 15 digits. */
  number: string;
  extension: string;
}

// Longer than any number with its extension; keeps the patterns below cheap.
const MOST_CHARACTERS = 64;
const MOST_DIGITS = 15;
const EXTENSION =
  /(?:;ext=|[,;\s]*(?:ext(?:ension|n)?|int(?:erno)?|poste|durchwahl|x|#)[.:\s]*)(\d{1,7})$/i;
const ONLY_DIGITS = /^\+?\d+$/;
const SEPARATORS = /[\s\p{Pd}.\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e/()[\]~_,']+/gu;
const ZERO_IN_BRACKETS = /^(\+[\d\s.-]{1,6})[([]0[)\]]/;
const NORTH_AMERICAN = /^[2-9]\d\d[2-9]\d{6}$/;
// So long a number that begins with the calling code has lost its plus rather than its zero.
const BARE_CALLING_CODE = 11;

/**
 * Reads a phone number as people type it, of `country` (ISO 3166-1 alpha-2) unless it says itself
 * which country it is of. A string says what is wrong with it; the sentence goes on from "The
 * value …".
 */
export function readPhone(text: string, country: string): PhoneNumber | string {
  if (text.length > MOST_CHARACTERS) return 'is too long for a phone number';
  const { digits, extension } = ONLY_DIGITS.test(text)
    ? { digits: text, extension: '' }
    : withoutDecoration(text);
  if (!ONLY_DIGITS.test(digits)) return 'holds more than the digits of a phone number';
  const number = international(digits, country);
  if (number !== undefined) return { number, extension };
  return digits.startsWith('+') || phoneCountry(country)
    ? `has too few or too many digits for a phone number${where(digits, country)}`
    : 'names no country, and the shop has none; set the country of the shop in the mapping';
}

function withoutDecoration(text: string): { digits: string; extension: string } {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()
    .replace(/^(?:tel|phone|mobile|fax):\s*/i, '');
  const extension = EXTENSION.exec(plain);
  const main = (extension ? plain.slice(0, extension.index) : plain).replace(
    ZERO_IN_BRACKETS,
    '$1',
  );
  return { digits: main.replace(SEPARATORS, ''), extension: extension?.[1] ?? '' };
}

function where(digits: string, country: string): string {
  const found = digits.startsWith('+') ? callingCountry(digits.slice(1))?.country : country;
  return found === undefined ? ' of any country' : ` of ${found}`;
}

function international(digits: string, country: string): string | undefined {
  if (digits.startsWith('+')) return withCallingCode(digits.slice(1).replace(/^00?(?=[1-9])/, ''));
  const home = phoneCountry(country);
  const exit = home && EXIT_CODES[home.calling];
  const readings = [
    () =>
      exit && digits.startsWith(exit) ? withCallingCode(digits.slice(exit.length)) : undefined,
    () => (digits.startsWith('00') ? withCallingCode(digits.slice(2)) : undefined),
    () => home && national(digits, home),
    () => (home && digits.startsWith(home.calling) ? withCallingCode(digits) : undefined),
  ];
  // An exit code such as 810 could as well be the beginning of a number at home.
  if (exit && !exit.startsWith('0')) readings.unshift(...readings.splice(2, 1));
  if (home && hasBareCallingCode(digits, home)) readings.unshift(...readings.splice(3, 1));
  for (const reading of readings) {
    const number = reading();
    if (number) return number;
  }
  return undefined;
}

function hasBareCallingCode(digits: string, home: PhoneCountry): boolean {
  const prefixed = home.trunks.some((trunk) => trunk.startsWith('0'));
  return prefixed && digits.length >= BARE_CALLING_CODE && digits.startsWith(home.calling);
}

function withCallingCode(digits: string): string | undefined {
  const country = callingCountry(digits);
  return country && national(digits.slice(country.calling.length), country);
}

function national(digits: string, country: PhoneCountry): string | undefined {
  const significant = LOCAL_HABITS[country.calling]?.(digits) ?? digits;
  for (const candidate of withoutTrunk(significant, country)) {
    const number = `+${country.calling}${candidate}`;
    if (fits(candidate, country) && number.length <= MOST_DIGITS + 1) return number;
  }
  return undefined;
}

/** As it is, then without each prefix; a leading zero is never part of a number but in Italy. */
function withoutTrunk(digits: string, { trunks }: PhoneCountry): string[] {
  const used = trunks.filter((trunk) => digits.startsWith(trunk));
  return [digits, ...used.map((trunk) => digits.slice(trunk.length))];
}

function fits(digits: string, { calling, keepsZero, lengths }: PhoneCountry): boolean {
  if (!lengths.has(digits.length) || digits.startsWith(keepsZero ? '00' : '0')) return false;
  return calling !== '1' || NORTH_AMERICAN.test(digits);
}

/** What is dialled in one country only, by calling code. */
const LOCAL_HABITS: Readonly<Record<string, (digits: string) => string>> = {
  // A carrier of two digits may stand behind the zero.
  55: (digits) => digits.replace(/^0[1-9]\d(?=[1-9]\d{9,10}$)/, ''),
  // Inside the country a mobile has 15 behind its area code, from abroad 9 before it.
  54: (digits) => {
    const plain = digits.replace(/^0/, '');
    if (plain.length !== 12) return plain;
    if (plain.startsWith('1115')) return `911${plain.slice(4)}`;
    const at = [3, 4].filter((length) => plain.startsWith('15', length));
    const [area] = at;
    return area === undefined || at.length > 1
      ? plain
      : `9${plain.slice(0, area)}${plain.slice(area + 2)}`;
  },
};
