import { readPhone } from '#mapping-engine/phone';
import { callingCountry } from '#mapping-engine/phoneCountries';

/** E.164; null for what is no phone number, or names no country where the shop has none. */
export function toInternational(text: string, country: string): string | null {
  const read = readPhone(text, country);
  return typeof read === 'string' ? null : read.number;
}

/**
 * How a number may stand in a phone field. Salesforce compares these as text: it formats what people
 * in North America type, and leaves everything else as it was typed.
 * @param typed as the shop has it
 * @param number the same in E.164
 */
export function spellingsOf(typed: string, number: string): string[] {
  const digits = number.slice(1);
  const country = callingCountry(digits);
  const national = country ? digits.slice(country.calling.length) : digits;
  const trunk = country?.trunks[0] ?? '';
  const plain = [typed.trim(), number, digits, `00${digits}`, `${trunk}${national}`];
  return [...new Set([...plain, ...(country?.calling === '1' ? northAmerican(national) : [])])];
}

function northAmerican(national: string): string[] {
  const [area, office, line] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
  const short = [
    `(${area}) ${office}-${line}`,
    ...['-', '.', ' '].map((between) => [area, office, line].join(between)),
  ];
  return [...short, national, ...short.flatMap((one) => [`+1 ${one}`, `1 ${one}`, `1-${one}`])];
}
