import type { Field, FieldType } from '../schema/model.ts';
import { formulaEngine, type Formula, type InputTypes } from './engine.ts';
import { explain, markPlaces } from './explain.ts';
import { EXTRA_TYPES } from './functions.ts';
import { parseFormula } from './parse.ts';
import { FormulaProblem, wrongResult } from './problem.ts';
import { resolve, type Place } from './resolve.ts';
import type { Found, Surroundings } from './surroundings.ts';

/** What a formula shall answer, in the library's words. */
export type Result = 'string' | 'number' | 'currency' | 'percent' | 'boolean' | 'date' | 'datetime';

export interface Wanted {
  /** Any type will do when absent. */
  returns?: Result;
  /** Places behind the point of a numeric result. */
  scale?: number;
  blankAsZero?: boolean;
  /** Where it stands; a field's formula when absent. */
  place?: Place;
}

export interface Compiled {
  formula: Formula;
  /** Every field it names, by path. */
  found: Map<string, Found>;
}

const TYPES: Partial<Record<FieldType, string>> = {
  id: 'id',
  reference: 'id',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  int: 'number',
  double: 'number',
  currency: 'currency',
  percent: 'percent',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
};

const MOMENTS: InputTypes = {
  $$TODAY: { type: 'date' },
  $$NOW: { type: 'datetime' },
  $$TIMENOW: { type: 'time' },
  $$ISNEW: { type: 'boolean' },
};

const NUMERIC = ['number', 'currency', 'percent'];

/** Makes a formula ready to run. Throws FormulaProblem in the words of the formula editor. */
export function compileFormula(text: string, around: Surroundings, wanted: Wanted): Compiled {
  const { tree, found } = resolve(parseFormula(text), around, wanted.place ?? 'field');
  const places = markPlaces(tree);
  let formula: Formula;
  try {
    formula = formulaEngine().compileSync(tree, {
      inputTypes: { ...EXTRA_TYPES, ...MOMENTS, ...typesOf(found) },
      blankAsZero: wanted.blankAsZero ?? false,
      ...(wanted.scale !== undefined && { scale: wanted.scale }),
    });
    checkResult(formula.returnType, wanted.returns);
    if (!wanted.returns || formula.returnType === wanted.returns) return { formula, found };
    formula = formulaEngine().compileSync(tree, {
      inputTypes: { ...EXTRA_TYPES, ...MOMENTS, ...typesOf(found) },
      blankAsZero: wanted.blankAsZero ?? false,
      returnType: wanted.returns,
      ...(wanted.scale !== undefined && { scale: wanted.scale }),
    });
  } catch (error) {
    throw error instanceof FormulaProblem ? error : explain(error, places, found);
  }
  return { formula, found };
}

function checkResult(actual: string, expected: Result | undefined): void {
  if (!expected || actual === expected || actual === 'any') return;
  if (NUMERIC.includes(actual) && NUMERIC.includes(expected)) return;
  if (actual === 'html' && expected === 'string') return;
  throw wrongResult(actual, expected);
}

export function typeOf(field: Field): string {
  return TYPES[field.type] ?? 'string';
}

interface Typed {
  type: string;
  properties?: Record<string, Typed>;
}

/** Nests the fields' types as the library wants to have them. */
function typesOf(found: Map<string, Found>): Record<string, Typed> {
  const all: Record<string, Typed> = {};
  for (const [path, { field }] of found) {
    let level = all;
    const steps = path.split('.');
    for (const step of steps.slice(0, -1)) {
      const next = (level[step] ??= { type: 'object', properties: {} });
      level = next.properties ??= {};
    }
    level[steps.at(-1) ?? ''] = { type: typeOf(field) };
  }
  return all;
}
