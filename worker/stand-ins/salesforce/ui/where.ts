import { createRequire } from 'node:module';
import type { ObjectValueNode, ValueNode } from 'graphql';
import { readDecimal } from '../records/decimal.ts';
import type { Call } from '../rest/call.ts';
import { isNumber, type Field, type ObjectType } from '../schema/model.ts';
import { badParameter, noField } from './refusals.ts';
import { quoted, together } from './soql-text.ts';

/** A filter in the words of GraphQL, `{ Status__c: { eq: "Open" } }`, as SOQL. */
export function whereSoql(call: Call, object: ObjectType, text: string): string | undefined {
  return condition(call, object, '', objectIn(parse(text)));
}

function parse(text: string): ValueNode {
  // Large, and needed by few lists only.
  const graphql = createRequire(import.meta.url)('graphql') as typeof import('graphql');
  try {
    return graphql.parseValue(text);
  } catch (error) {
    throw badParameter(`where: ${error instanceof Error ? error.message : 'no filter'}`);
  }
}

function objectIn(node: ValueNode): ObjectValueNode {
  if (node.kind === 'ObjectValue') return node;
  throw badParameter('where: an object in braces was expected');
}

function condition(
  call: Call,
  object: ObjectType,
  path: string,
  node: ObjectValueNode,
): string | undefined {
  const parts = node.fields.map(({ name: { value: name }, value }) => {
    const word = name.toLowerCase();
    if (word === 'and' || word === 'or') {
      const list = value.kind === 'ListValue' ? value.values : [value];
      const inner = list.map((one) => condition(call, object, path, objectIn(one)));
      return together(inner, word === 'and' ? 'AND' : 'OR');
    }
    if (word === 'not') {
      const inner = condition(call, object, path, objectIn(value));
      return inner && `NOT (${inner})`;
    }
    return onField(call, object, path, name, objectIn(value));
  });
  return together(parts, 'AND');
}

function onField(
  call: Call,
  object: ObjectType,
  path: string,
  name: string,
  node: ObjectValueNode,
): string | undefined {
  const { schema } = call.org;
  const field = schema.field(object, name);
  if (field && call.caller.rights.canSee(object, field)) {
    return together(
      node.fields.map((one) =>
        comparison(field, `${path}${field.name}`, one.name.value, one.value),
      ),
      'AND',
    );
  }
  const reference = schema.relationship(object, name);
  const parent = reference && schema.object(reference.referenceTo[0] ?? '');
  if (!parent || !call.caller.rights.canSee(object, reference)) throw noField(name, object.name);
  return condition(call, parent, `${path}${reference.relationshipName ?? ''}.`, node);
}

const OPERATORS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

function comparison(field: Field, path: string, name: string, value: ValueNode): string {
  const operator = OPERATORS[name];
  if (!operator) throw badParameter(`where: ${field.name} knows no operator ${name}`);
  if (!/IN|CLUDES/.test(operator)) return `${path} ${operator} ${literal(field, value)}`;
  const list = value.kind === 'ListValue' ? value.values : [value];
  if (list.length === 0) throw badParameter(`where: ${field.name} ${name} needs a value`);
  return `${path} ${operator} (${list.map((one) => literal(field, one)).join(', ')})`;
}

function literal(field: Field, node: ValueNode): string {
  if (node.kind === 'NullValue') return 'null';
  if (field.type === 'date' || field.type === 'datetime') return timeLiteral(node);
  if (field.type === 'boolean' && node.kind === 'BooleanValue') return String(node.value);
  if (isNumber(field.type) && (node.kind === 'IntValue' || node.kind === 'FloatValue')) {
    return readDecimal(node.value) ?? node.value;
  }
  const isText = !isNumber(field.type) && field.type !== 'boolean';
  if (isText && node.kind === 'StringValue') return quoted(node.value);
  throw badParameter(`where: ${field.name} cannot be compared with a value of kind ${node.kind}`);
}

/** `{ value: "2026-08-21" }` or `{ literal: TODAY }`. */
function timeLiteral(node: ValueNode): string {
  const [one] = objectIn(node).fields;
  const { name, value } = one ?? {};
  if (name?.value === 'literal' && value?.kind === 'EnumValue') return value.value;
  const isTime = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/;
  if (name?.value === 'value' && value?.kind === 'StringValue' && isTime.test(value.value)) {
    return value.value;
  }
  throw badParameter('where: times are compared with { value: "..." } or { literal: ... }');
}
