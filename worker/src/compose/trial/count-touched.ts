import {
  compileMapping,
  inputsOf,
  OWN_TARGETS,
  touchedFields,
  type CompiledMapping,
  type CompiledTarget,
  type Mapping,
} from '#mapping-engine';
import type { Pool } from '../../shared/database/pool.ts';
import type { Shop } from '../../shared/shops.ts';
import { kindOf, SOURCE_OBJECTS } from './mapped-rows.ts';
import { countOther, countWritten, pageOfSources, type KeptSource } from './written-sources.ts';

/** What a change of the mapping would do to records that are there. */
export interface Touched {
  object: string;
  /** Fields whose rows differ. */
  fields: string[];
  /** Records of the object that the worker wrote for the shop. */
  records: number;
  /** Those of them whose values would really change; null where nobody can tell. */
  changed: number | null;
  /** Those whose source is no longer kept, so that nobody can tell. */
  unknown: number;
}

const PAGE = 500;
/** Of one object: beyond it the share is what matters, and a person waits at the screen. */
const MOST_RECORDS = 20_000;

/**
 * How many of a shop's records another mapping would touch: what they were mapped from is mapped
 * again with both. Asks neither the shop nor Salesforce.
 */
export async function countTouched(
  pool: Pool,
  shop: Shop,
  before: Mapping,
  after: Mapping,
): Promise<Touched[]> {
  const touched = touchedFields(before, after);
  if (touched.size === 0) return [];
  const objects = [...touched.keys()];
  const counts = await countWritten(pool, shop.orgId, shop.id, objects);
  const comparison = compare(before, after, touched);
  for (const object of SOURCE_OBJECTS) {
    if (comparison.asks(object)) await readSources(pool, shop, object, comparison);
  }
  return Promise.all(
    [...touched].map(async ([object, fields]) => ({
      ...{ object, fields },
      records: Object.hasOwn(OWN_TARGETS, object)
        ? (counts.get(object) ?? 0)
        : await countOther(pool, shop.orgId, object),
      ...comparison.result(object),
    })),
  );
}

async function readSources(
  pool: Pool,
  { id, orgId }: Shop,
  object: string,
  comparison: Comparison,
): Promise<void> {
  let after = '';
  for (let read = 0; ; read += PAGE) {
    const page = await pageOfSources(pool, orgId, id, object, after, PAGE);
    for (const one of page) comparison.add(one);
    after = page.at(-1)?.key ?? '';
    if (page.length < PAGE) return;
    if (read + PAGE >= MOST_RECORDS) {
      comparison.giveUp(object);
      return;
    }
  }
}

interface Comparison {
  /** Whether records of this object hold what a touched target is made from. */
  asks(object: string): boolean;
  add(source: KeptSource): void;
  /** There are more than can be looked at. */
  giveUp(object: string): void;
  result(object: string): Pick<Touched, 'changed' | 'unknown'>;
}

function compare(
  before: Mapping,
  after: Mapping,
  touched: ReadonlyMap<string, string[]>,
): Comparison {
  const [old, fresh] = [compileMapping(before), compileMapping(after)];
  const targets = fresh.targets.filter(({ target }) => touched.has(target.object));
  const changed = new Map<string, number>();
  const unknown = new Map<string, number>();
  const endless = new Set<string>();
  const madeFrom = (object: string): CompiledTarget[] =>
    targets.filter(({ target }) => isMadeFrom(target, object));
  const raise = (counts: Map<string, number>, object: string): void => {
    counts.set(object, (counts.get(object) ?? 0) + 1);
  };
  return {
    asks: (object) => madeFrom(object).length > 0,
    add({ object, source }) {
      const kind = kindOf(object);
      for (const target of madeFrom(object)) {
        const { object: made, from } = target.target;
        if (source === null || !kind) raise(unknown, made);
        for (const { from: inputFrom, input } of source === null || !kind
          ? []
          : inputsOf({ kind, id: '', title: '', input: source })) {
          const fields = touched.get(made) ?? [];
          if (inputFrom === from && differs(old, target, input, fields)) raise(changed, made);
        }
      }
    },
    giveUp(object) {
      for (const { target } of madeFrom(object)) endless.add(target.object);
    },
    result: (object) => ({
      changed: endless.has(object) ? null : (changed.get(object) ?? 0),
      unknown: unknown.get(object) ?? 0,
    }),
  };
}

/** Lines are made from their order or cart; a Lead's record says nothing of Contacts. */
function isMadeFrom({ object, from }: CompiledTarget['target'], source: string): boolean {
  const kind = kindOf(source);
  if (kind === 'person')
    return from === 'person' && (object === source || !['Lead', 'Contact'].includes(object));
  return from === kind || from === `${kind ?? ''}Item`;
}

function differs(
  old: CompiledMapping,
  target: CompiledTarget,
  input: unknown,
  fields: string[],
): boolean {
  const said = (compiled: CompiledTarget | undefined): string => {
    if (!compiled?.applies(input)) return 'nothing';
    const { fields: values, links } = compiled.map(input);
    return JSON.stringify(fields.map((field) => [values[field], links[field]]));
  };
  return said(old.target(target.target.id)) !== said(target);
}
