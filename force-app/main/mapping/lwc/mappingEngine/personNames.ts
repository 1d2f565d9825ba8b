import { spacelessName } from './personNamesSpaceless.ts';

export interface PersonName {
  salutation: string;
  first: string;
  middle: string;
  /** With particles before it (`van Gogh`) and suffixes behind it (`King Jr.`). */
  last: string;
}

const SALUTATIONS = new Set(
  `mr mister mrs ms miss mx dr doctor prof professor rev sir dame lord lady herr hr frau fr fräulein
  mme mlle monsieur madame mademoiselle sig signor signora sra srta señor señora don doña ing mag
  dipl.-ing dhr mevr mw pan pani`.split(/\s+/),
);

// Without their point these are initials or names.
const SALUTATIONS_WITH_POINT = new Set(['m.', 'sr.', 'st.', 'd.', 'mgr.', 'bc.', 'ir.', 'drs.']);

const SUFFIXES = new Set(
  'jr sr jnr snr junior senior ii iii iv phd md esq dds dvm mba cpa msc bsc ma llm'.split(' '),
);

/** Written small or not, these belong to the last name. */
const PARTICLES = new Set(
  `van von vom vander de der den da di do dos das du del della dello degli delle des d' la le lo les
  el al bin bint ibn ben abu ter ten te zu zum zur af av y e i 't 's op st st. san santa mac
  ap`.split(/\s+/),
);

// These are first names as well: they count only when they are written small.
const PARTICLES_WRITTEN_SMALL = new Set(
  'al e i ben abu mac san santa el le la do da st ap te y op lo'.split(' '),
);

// Stand between two salutations: `Mr. & Mrs. Smith`.
const BETWEEN_SALUTATIONS = new Set(['&', '+', 'and', 'und', 'et', 'y', 'e']);

// Stand between two last names, of which the first stands before them.
const CONNECTIVES = new Set(['y', 'e', 'i']);

const LONGEST_NAME = 200;

/**
 * The parts of a full name: `Last, First`, `First Middle Last`, or a name in a script without
 * spaces. One word is the last name, which Salesforce needs. Undefined for text too long for a name.
 */
export function splitName(text: string, country: string): PersonName | undefined {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name.length > LONGEST_NAME) return undefined;
  const spaceless = spacelessName(name, country);
  if (spaceless) return { salutation: '', middle: '', ...spaceless };
  const [before = '', ...after] = name.split(',').map((part) => part.trim());
  const suffixes = after.filter((part) => isSuffix(part));
  const rest = after.filter((part) => part !== '' && !isSuffix(part)).join(' ');
  const parts = before === '' || rest === '' ? inOrder(before || rest) : lastFirst(before, rest);
  const last = [parts.last, ...suffixes].filter((part) => part !== '').join(' ');
  return { ...parts, last: last || name };
}

function lastFirst(last: string, others: string): PersonName {
  const [salutation, words] = withoutSalutation(others.split(' '));
  const [ownSalutation, ownWords] = withoutSalutation(last.split(' '));
  const [first = '', ...middle] = words;
  return {
    salutation: [ownSalutation, salutation].filter((part) => part !== '').join(' '),
    first,
    middle: middle.join(' '),
    last: ownWords.join(' '),
  };
}

function inOrder(name: string): PersonName {
  const [salutation, words] = withoutSalutation(name.split(' ').filter((word) => word !== ''));
  const suffixes: string[] = [];
  while (words.length > 2 && isSuffix(words.at(-1) ?? '')) suffixes.unshift(words.pop() ?? '');
  const start = lastNameStart(words);
  const [first = '', ...middle] = words.slice(0, start);
  const last = [...words.slice(start), ...suffixes].join(' ');
  return { salutation, first, middle: middle.join(' '), last };
}

function lastNameStart(words: readonly string[]): number {
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] ?? '';
    if (isParticle(word)) return CONNECTIVES.has(word) && at > 1 ? at - 1 : at;
  }
  return words.length - 1;
}

function isParticle(word: string): boolean {
  const small = word.toLowerCase();
  if (!PARTICLES.has(small)) return false;
  return word === small || !PARTICLES_WRITTEN_SMALL.has(small);
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(word.toLowerCase().replaceAll('.', ''));
}

/** What stands before the name; a word remains, as `Dr` alone is somebody's name. */
function withoutSalutation(words: string[]): [string, string[]] {
  let count = 0;
  while (count < words.length - 1) {
    const [word = '', next = ''] = words.slice(count);
    const between = count > 0 && BETWEEN_SALUTATIONS.has(word.toLowerCase());
    if (!isSalutation(word) && !(between && isSalutation(next))) break;
    count++;
  }
  return [words.slice(0, count).join(' '), words.slice(count)];
}

function isSalutation(word: string): boolean {
  const small = word.toLowerCase();
  return SALUTATIONS_WITH_POINT.has(small) || SALUTATIONS.has(small.replace(/\.$/, ''));
}
