import { placeKey } from './placeNames.ts';
import { STATES_OF_ASIA_AND_PACIFIC } from './statesAsia.ts';
import { STATES_OF_EUROPE } from './statesEurope.ts';
import { STATES_OF_THE_AMERICAS } from './statesAmericas.ts';

export interface State {
  code: string;
  name: string;
}

const TABLES: Readonly<Record<string, string>> = {
  ...STATES_OF_THE_AMERICAS,
  ...STATES_OF_ASIA_AND_PACIFIC,
  ...STATES_OF_EUROPE,
};

// What stands around a name without being part of it.
const WORDS_AROUND: Readonly<Record<string, RegExp>> = {
  CN: /\s+(?:province|sheng|shi)$/i,
  IE: /^co(?:unty|\.)?\s+/i,
  IT: /^provincia (?:di|de|del|della)\s+/i,
  JP: /[\s-]+(?:ken|prefecture)$/i,
  BR: /^estado d[eoa]\s+/i,
};

interface StatesOfCountry {
  all: readonly State[];
  byName: ReadonlyMap<string, State>;
}

const known = new Map<string, StatesOfCountry | undefined>();

/** The states of a country (alpha-2); empty for one whose states are no closed list here. */
export function statesOf(country: string): readonly State[] {
  return tableOf(country)?.all ?? [];
}

/** By name or code, also in the form of ISO 3166-2 (`US-CA`). `country` is its alpha-2. */
export function findState(country: string, text: string): State | undefined {
  const table = tableOf(country);
  if (!table || text.length > 100) return undefined;
  const trimmed = text.trim();
  const own = trimmed.slice(0, 3).toUpperCase() === `${country}-` ? trimmed.slice(3) : trimmed;
  const around = WORDS_AROUND[country];
  return (
    table.byName.get(placeKey(own)) ??
    (around ? table.byName.get(placeKey(own.replace(around, ''))) : undefined)
  );
}

/** Read when first asked for: most shops sell to few of these countries. */
function tableOf(country: string): StatesOfCountry | undefined {
  if (!Object.hasOwn(TABLES, country)) return undefined;
  const found = known.get(country) ?? readTable(TABLES[country] ?? '');
  known.set(country, found);
  return found;
}

function readTable(text: string): StatesOfCountry {
  const byName = new Map<string, State>();
  const all: State[] = [];
  for (const line of text.trim().split('\n')) {
    const [main = '', others] = line.split('|');
    const space = main.indexOf(' ');
    const state = { code: main.slice(0, space), name: main.slice(space + 1) };
    all.push(state);
    for (const name of [state.code, state.name, ...(others?.split(';') ?? [])])
      byName.set(placeKey(name), state);
  }
  return { all, byName };
}
