const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three characters that tell, in any case, which of the fifteen were capitals. */
function caseSuffix(fifteen: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block += 1) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      const letter = fifteen[block * 5 + place] ?? '';
      if (letter >= 'A' && letter <= 'Z') bits |= 1 << place;
    }
    suffix += LETTERS[bits] ?? '';
  }
  return suffix;
}

/** The 18-character id number `number` of the objects with this key prefix. */
export function makeId(keyPrefix: string, number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) {
    digits = (DIGITS[rest % 62] ?? '') + digits;
  }
  const fifteen = `${keyPrefix}Cb0${digits.padStart(9, '0')}`;
  return fifteen + caseSuffix(fifteen);
}

/** The 18-character form of an id of 15 or 18 characters; undefined when it is no id. */
export function normaliseId(text: string): string | undefined {
  if (!/^([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(text)) return undefined;
  const id = text.slice(0, 15) + caseSuffix(text.slice(0, 15));
  return text.length === 15 || text === id ? id : undefined;
}
