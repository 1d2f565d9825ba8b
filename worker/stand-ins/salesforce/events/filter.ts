import { field as makeField } from '../schema/define.ts';
import type { Org } from '../org.ts';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import { administrator } from '../schema/rights.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { Column } from '../soql/columns.ts';
import type { Named } from '../soql/functions.ts';
import { parseSoql } from '../soql/parse.ts';
import { toTree } from '../soql/tree.ts';
import { compile } from '../soql/where.ts';
import type { ChangeEventHeader } from './event.ts';
import { leaves, type Leaf } from './event-fields.ts';

/** What a channel member lets through, and the values it looks at. */
export interface EventFilter {
  leaves: Leaf[];
  matches(row: Row, header?: ChangeEventHeader): boolean;
}

/** Lists cannot be asked about, neither here nor on the platform. */
export const HEADER_FIELDS: Record<string, FieldType> = {
  entityName: 'string',
  changeType: 'string',
  changeOrigin: 'string',
  transactionKey: 'string',
  sequenceNumber: 'double',
  commitTimestamp: 'double',
  commitNumber: 'double',
  commitUser: 'string',
};
const HEADER = /^ChangeEventHeader\.(\w+)$/i;

/** Reads a filter expression. Throws MALFORMED_QUERY or INVALID_FIELD. */
export function readFilter(org: Org, object: ObjectType, expression: string): EventFilter {
  const soql = `SELECT Id FROM ${object.name} WHERE ${expression}`;
  const { where } = parseSoql(soql);
  if (!where) throw refuse('MALFORMED_QUERY', 'The filter expression says nothing');
  const caller = { userId: '', rights: administrator, allowDuplicates: false };
  const scope = { org, caller, object, soql, version: 'v66.0' };
  const found: Leaf[] = [];
  const columnOf = (named: Named): Column => {
    const name = 'field' in named ? named.field : '';
    const header = HEADER.exec(name)?.[1];
    if (header) return headerColumn(object, header);
    const leaf = leafNamed(object, name);
    if (!leaf) throw refuse('INVALID_FIELD', `The event has no field ${name}`);
    found.push(leaf);
    const { field } = leaf;
    const value = (row: Row) => row[field.name] ?? (field.type === 'boolean' ? false : null);
    return { steps: [], object, field, value };
  };
  const test = compile(scope, toTree(where), columnOf);
  return { leaves: found, matches: (row, header) => test(withHeader(row, header)) };
}

function leafNamed(object: ObjectType, name: string): Leaf | undefined {
  const key = name.toLowerCase();
  const all: Leaf[] = object.event
    ? object.fields.map((field) => ({ path: field.name, name: field.name, field }))
    : leaves(object);
  return all.find(
    ({ path, field }) => path.toLowerCase() === key || field.name.toLowerCase() === key,
  );
}

function headerColumn(object: ObjectType, given: string): Column {
  const name = Object.keys(HEADER_FIELDS).find((one) => one.toLowerCase() === given.toLowerCase());
  const type = name && HEADER_FIELDS[name];
  if (!type) throw refuse('INVALID_FIELD', `ChangeEventHeader has no field ${given} to filter by`);
  const field = makeField(name, name, type);
  return { steps: [], object, field, value: (row) => row[`ChangeEventHeader.${name}`] ?? null };
}

function withHeader(row: Row, header: ChangeEventHeader | undefined): Row {
  if (!header) return row;
  const entries = Object.entries(header).flatMap(([name, value]) =>
    Array.isArray(value) ? [] : [[`ChangeEventHeader.${name}`, String(value)]],
  );
  return { ...row, ...Object.fromEntries(entries) } as Row;
}
