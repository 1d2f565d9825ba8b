import { spend } from './effort.ts';
import { reading } from './formulaOperators.ts';
import {
  fits,
  FormulaError,
  wrongType,
  type FormulaType,
  type Frame,
  type Part,
  type Run,
} from './formulaTypes.ts';
import type { Value } from './formulaValues.ts';

/** Checks a call's arguments and makes it ready to run. Throws a FormulaError. */
export type FunctionDefinition = (parts: readonly Part[], name: string, at: number) => Part;

/** A parameter's type, or the types it may have. */
export type Parameter = FormulaType | readonly FormulaType[];

export interface Signature {
  takes: readonly Parameter[];
  /** How many of the last parameters may be left out. */
  optional?: number;
  gives: FormulaType;
  /** Nothing among the arguments does not make the result nothing. */
  seesNull?: boolean;
  run: (args: readonly Value[], frame: Frame) => Value;
}

/** A function whose arguments are all worked out before. */
export function plain(signature: Signature): FunctionDefinition {
  const { takes, optional = 0, gives, seesNull = false, run } = signature;
  return (parts, name, at) => {
    checkCount(parts, name, at, takes.length - optional, takes.length);
    const reads = parts.map((part, index) => checked(part, takes[index] ?? 'any', name));
    return { type: gives, at, run: strict(reads, seesNull, run) };
  };
}

/** A function of any number of arguments of one type. */
export function repeated(
  signature: Omit<Signature, 'takes' | 'optional'> & { takes: Parameter },
): FunctionDefinition {
  const { takes, gives, seesNull = false, run } = signature;
  return (parts, name, at) => {
    checkCount(parts, name, at, 1, Infinity);
    const reads = parts.map((part) => checked(part, takes, name));
    return { type: gives, at, run: strict(reads, seesNull, run) };
  };
}

function strict(
  reads: readonly Run[],
  seesNull: boolean,
  work: (args: readonly Value[], frame: Frame) => Value,
): Run {
  return (frame) => {
    const args: Value[] = [];
    for (const read of reads) {
      const value = read(frame);
      if (value === null && !seesNull) return null;
      // Most functions look at every character, some of them twice.
      if (typeof value === 'string') spend(frame.effort, 2 * value.length);
      args.push(value);
    }
    return work(args, frame);
  };
}

export function checked(part: Part, takes: Parameter, name: string): Run {
  const wanted: readonly FormulaType[] = typeof takes === 'string' ? [takes] : takes;
  if (!fits(part.type, wanted)) throw wrongType(`function '${name}()'`, wanted, part);
  const [only] = wanted;
  return wanted.length === 1 && only ? reading(part, only) : part.run;
}

export function checkCount(
  parts: readonly Part[],
  name: string,
  at: number,
  least: number,
  most: number,
): void {
  const count = parts.length;
  if (count >= least && count <= most) return;
  const expected = count < least ? least : most;
  throw new FormulaError(
    `Incorrect number of parameters for function '${name}()'. ` +
      `Expected ${expected}, received ${count}`,
    parts[most]?.at ?? at,
    count < least
      ? `Give ${expected - count} more, with commas between them.`
      : `Remove ${count - expected}.`,
  );
}
