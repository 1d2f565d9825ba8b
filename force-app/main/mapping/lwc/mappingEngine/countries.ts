import { COUNTRIES_A_TO_L } from './countriesAtoL.ts';
import { COUNTRIES_M_TO_Z } from './countriesMtoZ.ts';
import { placeKey } from './placeNames.ts';

export interface Country {
  /** ISO 3166-1 alpha-2; XK for Kosovo, as everybody uses it. */
  code: string;
  alpha3: string;
  /** As Salesforce's country picklist has it. */
  name: string;
}

interface Listed extends Country {
  others: string[];
}

const LISTED: readonly Listed[] = (COUNTRIES_A_TO_L + COUNTRIES_M_TO_Z)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [names = '', others] = line.split('|');
    return {
      code: names.slice(0, 2),
      alpha3: names.slice(3, 6),
      name: names.slice(7),
      others: others === undefined ? [] : others.split(';'),
    };
  });

/** All countries. */
export const COUNTRIES: readonly Country[] = LISTED.map(({ code, alpha3, name }) => ({
  code,
  alpha3,
  name,
}));

const LONGEST_TITLE = 40;

const BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]));

let byName: ReadonlyMap<string, Country> | undefined;

// Only where the whole name is unknown: the Republic of China is another country than China.
const FORMAL = /^\s*(?:the\s+)?(?:republic|kingdom|principality|sultanate)\s+of\s+/i;

/** By alpha-2, alpha-3, name in English or its own languages, or a usual variant such as `U.K.`. */
export function findCountry(text: string): Country | undefined {
  const coded = BY_CODE.get(text);
  if (coded) return coded;
  // Made when first needed: most shops give codes.
  byName ??= readNames();
  const named = byName.get(placeKey(text));
  if (named || !FORMAL.test(text.slice(0, LONGEST_TITLE))) return named;
  return byName.get(placeKey(text.replace(FORMAL, '')));
}

function readNames(): ReadonlyMap<string, Country> {
  const names = new Map<string, Country>();
  LISTED.forEach(({ code, alpha3, name, others }, index) => {
    const country = COUNTRIES[index];
    for (const text of [code, alpha3, name, ...others])
      if (country) names.set(placeKey(text), country);
  });
  return names;
}
