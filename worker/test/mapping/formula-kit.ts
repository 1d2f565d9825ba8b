import { compileFormula, FormulaError } from '#mapping-engine/formula';
import type { ValueType } from '#mapping-engine/stepDefinition';
import { StepError } from '#mapping-engine/values';

/** The moment of every evaluation: a Tuesday in New York, already Wednesday in Berlin. */
export const NOW = new Date('2026-03-31T22:30:15.250Z');

interface Given {
  type: ValueType;
  value: unknown;
}

/** An order as a mapping gets it, with a field of each type and a blank one of each. */
export const FIELDS: Readonly<Record<string, Given>> = {
  'order.total': { type: 'number', value: '129.95' },
  'order.count': { type: 'number', value: 3 },
  'order.discount': { type: 'number', value: null },
  'order.number': { type: 'text', value: 'SO-0042' },
  'order.note': { type: 'text', value: '   ' },
  'order.day': { type: 'date', value: '2026-02-28' },
  'order.dueDay': { type: 'date', value: null },
  'order.placedAt': { type: 'dateTime', value: '2026-03-31T22:30:00.000Z' },
  'order.paidAt': { type: 'dateTime', value: undefined },
  'order.paid': { type: 'boolean', value: true },
  'order.gift': { type: 'boolean', value: null },
  'order.tags': { type: 'list', value: ['red', 'blue'] },
  'order.items': { type: 'items', value: [{ sku: 'A' }] },
  'order.raw.total': { type: 'any', value: '12.50' },
  'order.raw.tax': { type: 'any', value: '1.25' },
  'order.raw.count': { type: 'any', value: 7 },
  'order.raw.name': { type: 'any', value: 'Ada' },
  'order.raw.flag': { type: 'any', value: 'true' },
  'order.raw.day': { type: 'any', value: '2026-01-31' },
  'order.raw.blank': { type: 'any', value: '' },
  'order.raw.list': { type: 'any', value: ['a', 'b'] },
  'order.raw.record': { type: 'any', value: { toString: 1 } },
};

const typeOf = (path: string): ValueType | undefined => FIELDS[path]?.type;

/** What the formula gives for the order above; `extra` adds to its fields. */
export function answer(
  text: string,
  { timeZone = 'UTC', extra = {} }: { timeZone?: string; extra?: Record<string, unknown> } = {},
): unknown {
  const formula = compileFormula(text, (path) => (path in extra ? 'any' : typeOf(path)));
  const lookUp = (path: string): unknown => (path in extra ? extra[path] : FIELDS[path]?.value);
  return formula.evaluate(lookUp, NOW, timeZone);
}

/** Why the formula has no answer for the order above. */
export function fault(text: string, extra: Record<string, unknown> = {}): string {
  try {
    answer(text, { extra });
  } catch (error) {
    if (error instanceof StepError) return error.message;
    throw error;
  }
  throw new Error(`The formula ${text} has an answer, but should have none.`);
}

/** Why the text is no formula. */
export function refusal(text: string): FormulaError {
  try {
    compileFormula(text, typeOf);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`The formula ${text.slice(0, 80)} was accepted, but should not be.`);
}
