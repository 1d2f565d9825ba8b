/** A function that the library does not have, in the form it describes its own. */
interface Extra {
  arguments: string[];
  returns: string;
  value: (...args: unknown[]) => unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The library hands numbers over as its own objects, which Number() understands. */
const number = (value: unknown): number | null => {
  const given = value === null || value === undefined ? Number.NaN : Number(value);
  return Number.isNaN(given) ? null : given;
};

/** Compiled patterns, as a rule asks the same one of every row. */
const patterns = new Map<string, RegExp>();

/** Throws SyntaxError when the text is no regular expression. */
export function wholePattern(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const made = new RegExp(`^(?:${source})$`, 's');
  if (patterns.size > 500) patterns.clear();
  patterns.set(source, made);
  return made;
}

export const EXTRAS: Record<string, Extra> = {
  REGEX: {
    arguments: ['string', 'string'],
    returns: 'boolean',
    value: (given, pattern) => wholePattern(text(pattern)).test(text(given)),
  },
  BR: { arguments: [], returns: 'string', value: () => '<br>' },
  ISCLONE: { arguments: [], returns: 'boolean', value: () => false },
  PICKLISTCOUNT: {
    arguments: ['multipicklist'],
    returns: 'number',
    value: (given) => (text(given) === '' ? 0 : text(given).split(';').length),
  },
  TRUNC: {
    arguments: ['number', 'number'],
    returns: 'number',
    value: (given, places) => {
      const [whole, digits] = [number(given), number(places) ?? 0];
      return whole === null ? null : Math.trunc(whole * 10 ** digits) / 10 ** digits;
    },
  },
  UNIXTIMESTAMP: {
    arguments: ['datetime'],
    returns: 'number',
    value: (given) => (text(given) ? Math.floor(Date.parse(text(given)) / 1000) : null),
  },
  // What ISCHANGED becomes once it is known which field it asks about.
  $$DIFFERS: {
    arguments: ['any', 'any'],
    returns: 'boolean',
    value: (now, before) => (now ?? '') !== (before ?? ''),
  },
};

export const EXTRA_TYPES: Record<string, unknown> = Object.fromEntries(
  Object.entries(EXTRAS).map(([name, extra]) => [
    name,
    {
      type: 'function',
      arguments: extra.arguments.map((type) => ({ argument: { type }, optional: false })),
      returns: { type: extra.returns },
    },
  ]),
);

export const EXTRA_VALUES: Record<string, unknown> = Object.fromEntries(
  Object.entries(EXTRAS).map(([name, { value }]) => [name, value]),
);
