import type { GraphQLScalarType, GraphQLSchema, ValueNode } from 'graphql';
import { JsonNumber } from '../records/json.ts';

/** A scalar's values: how one of a variable is read, and how one in the query's own text. */
interface Scalar {
  names: string[];
  read: (value: unknown) => unknown;
  literals: string[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

const SCALARS: Scalar[] = [
  {
    names: ['Email', 'TextArea', 'LongTextArea', 'PhoneNumber', 'Picklist', 'MultiPicklist', 'Url'],
    read: text,
    literals: ['StringValue'],
  },
  { names: ['IdOrRef'], read: text, literals: ['StringValue'] },
  { names: ['Date'], read: time(DAY), literals: ['StringValue'] },
  { names: ['DateTime'], read: time(INSTANT), literals: ['StringValue'] },
  { names: ['Double', 'Currency', 'Percent'], read: number, literals: ['IntValue', 'FloatValue'] },
  { names: ['Long'], read: number, literals: ['IntValue'] },
];

/** Gives the scalars of a schema made from text the platform's idea of their values. */
export function defineScalars(schema: GraphQLSchema): void {
  for (const { names, read, literals } of SCALARS) {
    for (const name of names) {
      const scalar = schema.getType(name) as GraphQLScalarType;
      scalar.coerceOutputValue = (value) => value;
      scalar.coerceInputValue = (value) => read(value);
      scalar.coerceInputLiteral = (node: ValueNode) => {
        if (!literals.includes(node.kind) || !('value' in node)) throw wrong(node.kind);
        return node.kind === 'StringValue' ? read(node.value) : new JsonNumber(String(node.value));
      };
    }
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw wrong(typeof value);
  return value;
}

/** Numbers stay as they were written, so that money keeps every digit. */
function number(value: unknown): JsonNumber {
  if (value instanceof JsonNumber) return value;
  if (typeof value !== 'number') throw wrong(typeof value);
  return new JsonNumber(String(value));
}

function time(pattern: RegExp) {
  return (value: unknown): string => {
    if (typeof value !== 'string' || !pattern.test(value) || Number.isNaN(Date.parse(value))) {
      throw new Error(`Invalid RFC3339 value : '${String(value)}'`);
    }
    return value;
  };
}

function wrong(found: string): Error {
  return new Error(`Unexpected value of type '${found}'`);
}
