import { minus, negative, order, over, plus, power, times } from './formulaNumbers.ts';
import { compareValues, sameValues, sum, difference } from './formulaMixed.ts';
import {
  commonType,
  fits,
  wrongType,
  type FormulaType,
  type Part,
  type Run,
} from './formulaTypes.ts';
import { convert, limited, Num, type Value } from './formulaValues.ts';

const QUANTITIES: readonly FormulaType[] = ['number', 'date', 'dateTime'];
const ORDERED: readonly FormulaType[] = ['number', 'date', 'dateTime', 'time'];

/** Checks an operator's operands and joins them. Throws a FormulaError. */
export function operator(sign: string, parts: readonly Part[], at: number): Part {
  const [left, right] = parts;
  if (!left) throw new Error(`The operator ${sign} has no operand.`);
  if (!right) return unary(sign, left, at);
  switch (sign) {
    case '+':
    case '-':
      return addition(sign, left, right, at);
    case '*':
      return arithmetic(sign, left, right, at, times);
    case '/':
      return arithmetic(sign, left, right, at, over);
    case '^':
      return arithmetic(sign, left, right, at, power);
    case '&':
      return joining(left, right, at);
    case '&&':
    case '||':
      return logic(sign, left, right, at);
    case '=':
    case '==':
      return equality('=', left, right, at);
    case '<>':
    case '!=':
      return equality('<>', left, right, at);
    default:
      return ordering(sign, left, right, at);
  }
}

/** Reads a part as the type it has to have; what is known only when it runs is converted then. */
export function reading(part: Part, type: FormulaType): Run {
  const { run } = part;
  if (part.type !== 'any' || type === 'any') return run;
  return (frame) => convert(run(frame), type, frame.timeZone);
}

/** Throws a FormulaError for the first operand of another type. */
function demand(sign: string, type: FormulaType, ...operands: Part[]): void {
  for (const part of operands)
    if (!fits(part.type, [type])) throw wrongType(`operator '${sign}'`, [type], part);
}

function unary(sign: string, part: Part, at: number): Part {
  demand(sign, 'number', part);
  const read = reading(part, 'number');
  return {
    type: 'number',
    at,
    run: (frame) => {
      const value = read(frame);
      return value instanceof Num && sign === '-' ? negative(value) : value;
    },
  };
}

function arithmetic(
  sign: string,
  left: Part,
  right: Part,
  at: number,
  work: (a: Num, b: Num) => Num,
): Part {
  demand(sign, 'number', left, right);
  return { type: 'number', at, run: withNumbers(left, right, work) };
}

/** Nothing and a number are nothing. */
function withNumbers(left: Part, right: Part, work: (a: Num, b: Num) => Num): Run {
  const [first, second] = [reading(left, 'number'), reading(right, 'number')];
  return (frame) => {
    const [a, b] = [first(frame), second(frame)];
    return a instanceof Num && b instanceof Num ? work(a, b) : null;
  };
}

function addition(sign: '+' | '-', left: Part, right: Part, at: number): Part {
  const type = sumType(sign, left, right);
  if (left.type === 'number' && right.type === 'number') {
    return { type, at, run: withNumbers(left, right, sign === '+' ? plus : minus) };
  }
  if (type === 'text') return joining(left, right, at);
  const [first, second] = [left.run, right.run];
  const work = sign === '+' ? sum : difference;
  return { type, at, run: (frame) => work(first(frame), second(frame), frame.timeZone) };
}

function sumType(sign: '+' | '-', left: Part, right: Part): FormulaType {
  const of = `operator '${sign}'`;
  const [a, b] = [left.type, right.type];
  const known: readonly FormulaType[] = [...QUANTITIES, 'time', 'any', 'null'];
  if (a === 'text' && sign === '+') {
    if (!fits(b, ['text'])) throw wrongType(of, ['text'], right);
    return 'text';
  }
  if (!known.includes(a)) throw wrongType(of, QUANTITIES, left);
  if (b === 'text' && sign === '+' && (a === 'any' || a === 'null')) return 'text';
  if (!known.includes(b)) throw wrongType(of, QUANTITIES, right);
  if (a === 'null' || b === 'null') return commonType(a, b) ?? 'any';
  if (a === 'any' || b === 'any') return 'any';
  if (a === 'number') {
    if (b === 'number' || (sign === '+' && b !== 'time')) return b;
    throw wrongType(of, ['number'], right);
  }
  if (b === 'number') return a;
  if (a === b && sign === '-') return 'number';
  throw wrongType(of, sign === '-' ? ['number', a] : ['number'], right);
}

function joining(left: Part, right: Part, at: number): Part {
  demand('&', 'text', left, right);
  const [first, second] = [reading(left, 'text'), reading(right, 'text')];
  return {
    type: 'text',
    at,
    run: (frame) => limited(asText(first(frame)) + asText(second(frame))),
  };
}

const asText = (value: Value): string => (typeof value === 'string' ? value : '');

function logic(sign: '&&' | '||', left: Part, right: Part, at: number): Part {
  demand(sign, 'boolean', left, right);
  const [first, second] = [reading(left, 'boolean'), reading(right, 'boolean')];
  const decides = sign === '||';
  return {
    type: 'boolean',
    at,
    run: (frame) => {
      const a = first(frame);
      if (a === decides) return decides;
      const b = second(frame);
      if (b === decides) return decides;
      return a === null || b === null ? null : !decides;
    },
  };
}

function equality(sign: '=' | '<>', left: Part, right: Part, at: number): Part {
  const of = `operator '${sign}'`;
  for (const part of [left, right]) {
    if (part.type === 'list' || part.type === 'record') throw wrongType(of, ['text'], part);
  }
  if (!commonType(left.type, right.type)) throw wrongType(of, [left.type], right);
  const [first, second] = [left.run, right.run];
  const wanted = sign === '=';
  if (left.type === 'null' || right.type === 'null') {
    return {
      type: 'boolean',
      at,
      run: (frame) => (isNothing(first(frame)) && isNothing(second(frame))) === wanted,
    };
  }
  const isText = left.type === 'text' || right.type === 'text';
  return {
    type: 'boolean',
    at,
    run: (frame) => {
      const same = sameValues(first(frame), second(frame), isText, frame.timeZone);
      return same === null ? null : same === wanted;
    },
  };
}

const isNothing = (value: Value): boolean => value === null || value === '';

const HOLDS: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function ordering(sign: string, left: Part, right: Part, at: number): Part {
  const of = `operator '${sign}'`;
  for (const part of [left, right]) {
    if (!fits(part.type, ORDERED)) throw wrongType(of, QUANTITIES, part);
  }
  if (!commonType(left.type, right.type)) throw wrongType(of, [left.type], right);
  const holds = HOLDS[sign] ?? (() => false);
  const [first, second] = [left.run, right.run];
  return {
    type: 'boolean',
    at,
    run: (frame) => {
      const [a, b] = [first(frame), second(frame)];
      if (a === null || b === null) return null;
      if (a instanceof Num && b instanceof Num) return holds(order(a, b));
      return holds(compareValues(a, b, frame.timeZone));
    },
  };
}
