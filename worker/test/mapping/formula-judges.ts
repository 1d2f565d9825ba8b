import { compileFormula } from '#mapping-engine/formula';
import type { ValueType } from '#mapping-engine/stepDefinition';
import { StepError } from '#mapping-engine/values';
import { formulaEngine, formulaGrammar } from '../../stand-ins/salesforce/formula/engine.ts';

const NOW = new Date('2026-03-31T22:30:00Z');
const FIELDS: Record<string, { type: ValueType; value: unknown }> = {
  amount: { type: 'number', value: 250.5 },
  count: { type: 'number', value: 3 },
  none: { type: 'number', value: null },
  name: { type: 'text', value: "Ada's boat" },
  empty: { type: 'text', value: null },
  day: { type: 'date', value: '2026-02-10' },
  at: { type: 'dateTime', value: '2026-02-10T10:11:12.000Z' },
  on: { type: 'boolean', value: true },
  off: { type: 'boolean', value: false },
};
const LIBRARY_TYPES: Partial<Record<ValueType, string>> = { text: 'string', dateTime: 'datetime' };

/** What the library the local org runs on makes of it; undefined when it refuses it. */
export function theirs(text: string): unknown {
  const inputTypes = Object.fromEntries(
    Object.entries(FIELDS).map(([name, { type }]) => [name, { type: LIBRARY_TYPES[type] ?? type }]),
  );
  const values = Object.entries(FIELDS).map(([name, { value }]) => [name, value] as const);
  try {
    const tree = formulaGrammar().parseFormula(text);
    const formula = formulaEngine().compileSync(tree, { inputTypes, blankAsZero: false });
    return alike(formula.evaluate(Object.fromEntries(values)));
  } catch {
    return undefined;
  }
}

/** What we make of it; null where Salesforce shows #Error!, as the library has it. */
export function ours(text: string): unknown {
  const formula = compileFormula(text, (path) => FIELDS[path]?.type);
  try {
    const given = formula.evaluate((path) => FIELDS[path]?.value, NOW);
    if (formula.returns === 'boolean') return given === true;
    return alike(formula.returns === 'number' && given !== null ? Number(given) : given);
  } catch (error) {
    if (error instanceof StepError) return null;
    throw error;
  }
}

/** The library reckons in doubles, trims its answer as a field does, and writes moments with +0000. */
function alike(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12)) + 0;
  if (value === undefined) return null;
  return typeof value === 'string' ? value.trim().replace(/\+0000$/, 'Z') || null : value;
}
