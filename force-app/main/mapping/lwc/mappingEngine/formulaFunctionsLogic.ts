import { sameValues } from './formulaMixed.ts';
import { reading } from './formulaOperators.ts';
import { checkCount, checked, plain, type FunctionDefinition } from './formulaSignature.ts';
import {
  commonType,
  FormulaError,
  wrongType,
  type FormulaType,
  type Part,
} from './formulaTypes.ts';
import { readNumber, type Value } from './formulaValues.ts';
import { isBlank } from './values.ts';

const isNothing = (value: Value): boolean => value === null || isBlank(value);

/** The type of several results, one of which is given. */
function resultOf(parts: readonly Part[], name: string): FormulaType {
  let type: FormulaType = 'null';
  for (const part of parts) {
    const common = commonType(type, part.type);
    if (!common) throw wrongType(`function '${name}()'`, [type], part);
    type = common;
  }
  return type;
}

const choose: FunctionDefinition = (parts, name, at) => {
  checkCount(parts, name, at, 3, 3);
  const [test, yes, no] = parts as [Part, Part, Part];
  const holds = checked(test, 'boolean', name);
  const [first, second] = [yes.run, no.run];
  return {
    type: resultOf([yes, no], name),
    at,
    run: (frame) => (holds(frame) === true ? first(frame) : second(frame)),
  };
};

const byCase: FunctionDefinition = (parts, name, at) => {
  const count = parts.length;
  if (count < 4 || count % 2 === 1) checkCount(parts, name, at, Math.max(4, count + 1), Infinity);
  const [subject, last] = [parts[0], parts[count - 1]] as [Part, Part];
  const cases = parts.slice(1, -1).filter((_, index) => index % 2 === 0);
  const results = parts.slice(1, -1).filter((_, index) => index % 2 === 1);
  for (const part of parts) if (part.type === 'boolean') throw noBoolean(part, name);
  let compared = subject.type;
  for (const one of cases) {
    const common = commonType(compared, one.type);
    if (!common) throw wrongType(`function '${name}()'`, [compared], one);
    compared = common;
  }
  const isText = compared === 'text';
  const pairs = cases.map((one, index) => ({ when: one.run, then: (results[index] ?? last).run }));
  return {
    type: resultOf([...results, last], name),
    at,
    run: (frame) => {
      const value = subject.run(frame);
      for (const { when, then } of pairs) {
        if (sameValues(value, when(frame), isText, frame.timeZone)) return then(frame);
      }
      return last.run(frame);
    },
  };
};

function noBoolean(part: Part, name: string): FormulaError {
  return new FormulaError(
    `Incorrect argument type for function '${name}()'.`,
    part.at,
    'CASE neither compares nor gives true and false; use IF.',
  );
}

/** AND and OR: the later arguments do not count once the answer is certain. */
function joined(decides: boolean): FunctionDefinition {
  return (parts, name, at) => {
    checkCount(parts, name, at, 1, Infinity);
    const reads = parts.map((part) => checked(part, 'boolean', name));
    return {
      type: 'boolean',
      at,
      run: (frame) => {
        let unknown = false;
        for (const read of reads) {
          const value = read(frame);
          if (value === decides) return decides;
          if (value === null) unknown = true;
        }
        return unknown ? null : !decides;
      },
    };
  };
}

/** @param keepsText NULLVALUE takes no text for null, as Salesforce's texts never are. */
function instead(keepsText: boolean): FunctionDefinition {
  return (parts, name, at) => {
    checkCount(parts, name, at, 2, 2);
    const [first, other] = parts as [Part, Part];
    const type = resultOf([first, other], name);
    const [read, replace] = [first.run, reading(other, other.type)];
    if (keepsText && first.type === 'text') return { type, at, run: read };
    return {
      type,
      at,
      run: (frame) => {
        const value = read(frame);
        return isNothing(value) ? replace(frame) : value;
      },
    };
  };
}

const isNull: FunctionDefinition = (parts, name, at) => {
  checkCount(parts, name, at, 1, 1);
  const [part] = parts as [Part];
  const isText = part.type === 'text';
  return { type: 'boolean', at, run: (frame) => !isText && part.run(frame) === null };
};

export const LOGIC_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  IF: choose,
  CASE: byCase,
  AND: joined(false),
  OR: joined(true),
  NOT: plain({
    takes: ['boolean'],
    gives: 'boolean',
    run: ([value]) => value !== true,
  }),
  ISBLANK: plain({
    takes: ['any'],
    gives: 'boolean',
    seesNull: true,
    run: ([value = null]) => isNothing(value),
  }),
  ISNULL: isNull,
  ISNUMBER: plain({
    takes: ['text'],
    gives: 'boolean',
    seesNull: true,
    run: ([value]) => typeof value === 'string' && readNumber(value) !== null,
  }),
  BLANKVALUE: instead(false),
  NULLVALUE: instead(true),
};
