import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import type { Column, Scope } from './columns.ts';
import { compareWith, isEqual, likePattern } from './compare.ts';
import { notImitated } from './complain.ts';
import { plainColumns, type ColumnOf } from './functions.ts';
import { readLiteral, unquote, type Operand } from './literals.ts';
import { selectIds } from './semi-join.ts';
import type { Test, Tree } from './tree.ts';

export type Predicate = (row: Row) => boolean;

/** What the query asks of a row, ready to be asked of many. */
export function compile(
  scope: Scope,
  tree: Tree,
  columnOf: ColumnOf = plainColumns(scope),
): Predicate {
  if (tree.kind === 'test') return compileTest(scope, tree.test, columnOf(tree.test));
  if (tree.kind === 'not') {
    const part = compile(scope, tree.part, columnOf);
    return (row) => !part(row);
  }
  const parts = tree.parts.map((part) => compile(scope, part, columnOf));
  return tree.kind === 'and'
    ? (row) => parts.every((part) => part(row))
    : (row) => parts.some((part) => part(row));
}

function compileTest(scope: Scope, test: Test, column: Column): Predicate {
  const { field } = column;
  if (!field.filterable) {
    throw refuse('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  }
  const operator = test.operator.toUpperCase();
  if (operator === 'LIKE') return compileLike(column, test);
  const operands = readOperands(scope, column, test);
  if (operator === 'INCLUDES') return includes(column, operands);
  if (operator === 'EXCLUDES') {
    const isIncluded = includes(column, operands);
    return (row) => !isIncluded(row);
  }
  if (operator === 'IN') return isAnyOf(column, operands);
  if (operator === 'NOT IN') {
    const isAny = isAnyOf(column, operands);
    return (row) => !isAny(row);
  }
  const operand = operands[0] ?? null;
  const compare = (row: Row): number => compareWith(field, column.value(row), operand);
  if (operator === '=') return (row) => isEqual(field, column.value(row), operand);
  if (operator === '!=') return (row) => !isEqual(field, column.value(row), operand);
  if (operator === '<') return (row) => compare(row) < 0;
  if (operator === '<=') return (row) => compare(row) <= 0;
  if (operator === '>') return (row) => compare(row) > 0;
  if (operator === '>=') return (row) => compare(row) >= 0;
  throw notImitated(operator);
}

function isAnyOf({ field, value }: Column, operands: Operand[]): Predicate {
  return (row) => {
    const own = value(row);
    return operands.some((operand) => isEqual(field, own, operand));
  };
}

/** Each operand names choices, parted by semicolons, that must all be there; one operand suffices. */
function includes({ field, value }: Column, operands: Operand[]): Predicate {
  if (field.type !== 'multipicklist') {
    throw refuse(
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator on ${field.type} field: ${field.name}`,
    );
  }
  const wanted = operands.map((operand) => (typeof operand === 'string' ? operand.split(';') : []));
  return (row) => {
    const own = value(row);
    const chosen = typeof own === 'string' ? own.split(';') : [];
    return wanted.some(
      (choices) => choices.length > 0 && choices.every((choice) => chosen.includes(choice)),
    );
  };
}

function compileLike(column: Column, test: Test): Predicate {
  if (!('value' in test) || typeof test.value !== 'string' || test.literalType !== 'STRING') {
    throw refuse('MALFORMED_QUERY', 'unexpected token: LIKE takes one text in quotes');
  }
  if (!['string', 'email', 'phone', 'url', 'picklist', 'textarea'].includes(column.field.type)) {
    throw refuse(
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator on ${column.field.type} field: ${column.field.name}`,
    );
  }
  const pattern = likePattern(unquote(test.value));
  return (row) => {
    const value = column.value(row);
    return typeof value === 'string' && pattern.test(value);
  };
}

/** The literals (or the sub-select's ids) on the right side of a test. */
export function readOperands(scope: Scope, { field }: Column, test: Test): Operand[] {
  if ('valueQuery' in test) return selectIds(scope, test.valueQuery);
  if (!('value' in test)) return [];
  const texts = Array.isArray(test.value) ? test.value : [test.value];
  const types: unknown = test.literalType;
  return texts.map((text, place) => {
    const type = (Array.isArray(types) ? types[place] : types) as LiteralType | undefined;
    return readLiteral(scope, field, text, type);
  });
}
