import { num } from './formulaFunctionsNumber.ts';
import { wholeOf } from './formulaNumbers.ts';
import { searchFor, splitAt } from './formulaSearch.ts';
import { plain, type FunctionDefinition } from './formulaSignature.ts';
import { countOf, limited, readNumber, textOf, type Value } from './formulaValues.ts';
import { LONGEST_TEXT, StepError } from './values.ts';

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const whole = (value: Value | undefined): number => wholeOf(num(value));

const oneText = (work: (value: string) => string): FunctionDefinition =>
  plain({ takes: ['text'], gives: 'text', run: ([value]) => limited(work(text(value))) });

const aboutTwo = (work: (value: string, part: string) => boolean): FunctionDefinition =>
  plain({
    takes: ['text', 'text'],
    gives: 'boolean',
    seesNull: true,
    run: ([value, part]) => work(text(value), text(part)),
  });

/** Items are what the shop sent, so nothing but plain values is turned into text. */
const sameItem = (item: unknown, wanted: string): boolean =>
  item === wanted || (typeof item === 'number' && String(item) === wanted);

/** LPAD and RPAD, which also shorten. */
const padded = (left: boolean): FunctionDefinition =>
  plain({
    takes: ['text', 'number', 'text'],
    optional: 1,
    gives: 'text',
    run: ([value, length, filler = ' ']) => {
      const [given, wanted, fill] = [text(value), whole(length), text(filler)];
      if (given === '' || wanted <= 0) return null;
      if (wanted <= given.length) return given.slice(0, wanted);
      if (fill === '') return null;
      if (wanted > LONGEST_TEXT) {
        throw new StepError(`leads to a text of more than ${LONGEST_TEXT} characters`);
      }
      return left ? given.padStart(wanted, fill) : given.padEnd(wanted, fill);
    },
  });

function substitute(given: string, from: string, to: string): string {
  if (from === '') return given;
  const pieces = splitAt(given, from);
  const length = given.length + (pieces.length - 1) * (to.length - from.length);
  if (length > LONGEST_TEXT) {
    throw new StepError(`leads to a text of more than ${LONGEST_TEXT} characters`);
  }
  return pieces.join(to);
}

/** The 15 characters of an id and three that tell which of its letters are capitals. */
function safeId(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/.test(id)) return id;
  const suffix = [0, 5, 10].map((start) => {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      if (/[A-Z]/.test(id[start + index] ?? '')) bits += 2 ** index;
    }
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits];
  });
  return id + suffix.join('');
}

function character(code: number): string {
  if (code >= 1 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) {
    return String.fromCodePoint(code);
  }
  throw new StepError('leads to a character that does not exist');
}

const capitals = (value: string): string =>
  value.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => {
    const [first = ''] = word;
    return first.toUpperCase() + word.slice(first.length);
  });

export const TEXT_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  TEXT: plain({
    takes: [['number', 'date', 'dateTime', 'time', 'text']],
    gives: 'text',
    run: ([value = null]) => (value === null ? null : textOf(value)),
  }),
  VALUE: plain({
    takes: ['text'],
    gives: 'number',
    run: ([value]) => {
      if (text(value) === '') return null;
      const number = readNumber(text(value));
      if (number) return number;
      throw new StepError('leads to VALUE of a text that is no number');
    },
  }),
  LEN: plain({
    takes: ['text'],
    gives: 'number',
    seesNull: true,
    run: ([value]) => countOf(text(value).length),
  }),
  LEFT: plain({
    takes: ['text', 'number'],
    gives: 'text',
    run: ([value, count]) => text(value).slice(0, Math.max(0, whole(count))),
  }),
  RIGHT: plain({
    takes: ['text', 'number'],
    gives: 'text',
    run: ([value, count]) => {
      const given = text(value);
      return given.slice(Math.max(0, given.length - Math.max(0, whole(count))));
    },
  }),
  MID: plain({
    takes: ['text', 'number', 'number'],
    gives: 'text',
    run: ([value, start, count]) => {
      const from = Math.max(1, whole(start)) - 1;
      return text(value).slice(from, from + Math.max(0, whole(count)));
    },
  }),
  FIND: plain({
    takes: ['text', 'text', 'number'],
    optional: 1,
    gives: 'number',
    seesNull: true,
    run: ([part, value, start]) => {
      const from = start === undefined ? 1 : whole(start);
      const isPossible = text(part) !== '' && from >= 1;
      return countOf(isPossible ? searchFor(text(part))(text(value), from - 1) + 1 : 0);
    },
  }),
  SUBSTITUTE: plain({
    takes: ['text', 'text', 'text'],
    gives: 'text',
    seesNull: true,
    run: ([value, from, to]) =>
      value === null ? null : substitute(text(value), text(from), text(to)),
  }),
  TRIM: oneText((value) => value.trim()),
  UPPER: plain({
    takes: ['text', 'text'],
    optional: 1,
    gives: 'text',
    run: ([value]) => limited(text(value).toUpperCase()),
  }),
  LOWER: plain({
    takes: ['text', 'text'],
    optional: 1,
    gives: 'text',
    run: ([value]) => limited(text(value).toLowerCase()),
  }),
  INITCAP: oneText(capitals),
  REVERSE: oneText((value) => [...value].reverse().join('')),
  CONTAINS: aboutTwo((value, part) => searchFor(part)(value, 0) >= 0),
  BEGINS: aboutTwo((value, part) => value.startsWith(part)),
  ISPICKVAL: aboutTwo((value, part) => value === part),
  INCLUDES: plain({
    takes: ['list', 'text'],
    gives: 'boolean',
    seesNull: true,
    run: ([list, part]) => Array.isArray(list) && list.some((one) => sameItem(one, text(part))),
  }),
  PICKLISTCOUNT: plain({
    takes: ['list'],
    gives: 'number',
    seesNull: true,
    run: ([list]) => countOf(Array.isArray(list) ? list.length : 0),
  }),
  LPAD: padded(true),
  RPAD: padded(false),
  BR: plain({ takes: [], gives: 'text', run: () => '<br>' }),
  CASESAFEID: oneText(safeId),
  ASCII: plain({
    takes: ['text'],
    gives: 'number',
    run: ([value]) => countOf(text(value).codePointAt(0) ?? 0),
  }),
  CHR: plain({ takes: ['number'], gives: 'text', run: ([code]) => character(whole(code)) }),
};
