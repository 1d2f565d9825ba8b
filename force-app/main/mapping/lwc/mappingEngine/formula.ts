import { freshEffort, type Effort } from './effort.ts';
import { call } from './formulaFunctions.ts';
import { operator } from './formulaOperators.ts';
import { parseFormula, type FormulaNode } from './formulaParser.ts';
import {
  fieldType,
  FormulaError,
  resultType,
  type Frame,
  type FormulaType,
  type Part,
} from './formulaTypes.ts';
import { fromInput, readNumber, toResult, type Value } from './formulaValues.ts';
import type { ValueType } from './stepDefinition.ts';
import { StepError } from './values.ts';

export { FormulaError } from './formulaTypes.ts';
export { FUNCTION_NAMES } from './formulaFunctions.ts';
export { REFUSED } from './formulaRefused.ts';

/** A formula in Salesforce's language, ready to be asked of any number of records. */
export interface Formula {
  /** `any` when only the values tell. */
  returns: ValueType;
  /** The fields it names, each once. */
  paths: string[];
  /**
   * Numbers are decimal text, dates `2026-01-02`, moments ISO text, and a blank is null. Throws a
   * StepError, as where Salesforce shows `#Error!`, and nothing else.
   * @param timeZone IANA; TODAY() and DATEVALUE() of a moment are days of that place.
   * @param effort what it may take, shared with others; its own unless told
   */
  evaluate(
    lookUp: (path: string) => unknown,
    now: Date,
    timeZone?: string,
    effort?: Effort,
  ): unknown;
}

/**
 * Blanks are treated as blanks, as in a formula field with that setting. Throws a FormulaError with
 * the place of the fault and what to do about it.
 * @param types the type of a field, undefined when there is none; without it the values decide.
 */
export function compileFormula(
  text: string,
  types?: (path: string) => ValueType | undefined,
): Formula {
  const paths = new Set<string>();
  const { type, run } = check(parseFormula(text), types ?? (() => 'any'), paths);
  return {
    returns: resultType(type),
    paths: [...paths],
    evaluate: (lookUp, now, timeZone = 'UTC', effort = freshEffort()) => {
      const frame: Frame = { lookUp, now, timeZone, effort };
      return toResult(run(frame));
    },
  };
}

const LONGEST_NUMBER = 60;

type Types = (path: string) => ValueType | undefined;

function check(node: FormulaNode, types: Types, paths: Set<string>): Part {
  const { at } = node;
  switch (node.kind) {
    case 'number':
      return number(node.text, at);
    case 'text':
      return literal('text', node.text, at);
    case 'constant':
      return literal(node.value === null ? 'null' : 'boolean', node.value, at);
    case 'path':
      return field(node.path, types, paths, at);
    case 'operator':
      return operator(
        node.sign,
        node.parts.map((part) => check(part, types, paths)),
        at,
      );
    default:
      return call(
        node.name,
        node.parts.map((part) => check(part, types, paths)),
        at,
      );
  }
}

function number(text: string, at: number): Part {
  const value = text.length > LONGEST_NUMBER ? null : readNumber(text);
  if (value) return literal('number', value, at);
  throw new FormulaError(
    `The value '${text.slice(0, 20)}…' is not a valid number.`,
    at,
    `Write at most ${LONGEST_NUMBER} digits.`,
  );
}

function literal(type: FormulaType, value: Value, at: number): Part {
  return { type, at, literal: value, run: () => value };
}

function field(path: string, types: Types, paths: Set<string>, at: number): Part {
  // Below raw stands whatever the shop sends; nobody knows all of its fields.
  const known = types(path) ?? (path.includes('.raw.') ? 'any' : undefined);
  if (!known) {
    throw new FormulaError(
      `Field ${path.slice(0, 80)} does not exist. Check spelling.`,
      at,
      'Fields are named by their path, such as order.total; texts stand in quotes.',
    );
  }
  paths.add(path);
  const type = fieldType(known);
  return { type, at, run: ({ lookUp, timeZone }) => read(path, lookUp(path), type, timeZone) };
}

function read(path: string, given: unknown, type: FormulaType, timeZone: string): Value {
  try {
    return fromInput(given, type, timeZone);
  } catch (error) {
    throw error instanceof StepError ? new StepError(`${error.message}, in ${path}`) : error;
  }
}
