import type { FieldType as Item, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Caller, Org } from '../org.ts';
import { isNumber, type Field, type FieldType } from '../schema/model.ts';
import { groupCells, isAggregate, isPlainCount } from './aggregate.ts';
import type { Column, Scope } from './columns.ts';
import { openQuery } from './open.ts';
import { childScope, selectedColumns } from './select.ts';

/** How `columns=true` tells a client what it would get, in the order in which it asked. */
interface ColumnMetadata {
  aggregate: boolean;
  apexType: string | null;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

const APEX: Partial<Record<FieldType, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  percent: 'Double',
  currency: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
};

/** Describes a query's columns without running it. Throws what the query itself would. */
export function describeColumns(org: Org, caller: Caller, soql: string, version: string) {
  const { query, scope } = openQuery(org, caller, soql, version);
  const items = query.fields ?? [];
  return {
    columnMetadata: isAggregate(query) ? grouped(scope, query) : listed(scope, items),
    entityName: scope.object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: items.some((item) => item.type === 'Field' && item.field.toLowerCase() === 'id'),
    keyPrefix: scope.object.keyPrefix,
  };
}

function grouped(scope: Scope, query: Query): ColumnMetadata[] {
  if (isPlainCount(query)) return [];
  return groupCells(scope, query, []).map(({ name, column, computed }) => {
    const own = { ...ofField(column.field), columnName: name };
    if (!computed) return own;
    // What a function makes has no field behind it that could be written.
    return { ...own, aggregate: true, apexType: null, insertable: false, updatable: false };
  });
}

function listed(scope: Scope, items: Item[]): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  for (const item of items) {
    if (item.type === 'FieldSubquery') columns.push(ofChildren(scope, item.subquery));
    else for (const { column, name } of selectedColumns(scope, item)) join(columns, column, name);
  }
  return columns;
}

function ofChildren(scope: Scope, subquery: Subquery): ColumnMetadata {
  const { scope: inner, relationship } = childScope(scope, subquery);
  return {
    ...ofRelationship(relationship.name),
    aggregate: true,
    joinColumns: listed(inner, subquery.fields ?? []),
  };
}

/** Puts a parent's field below its relationship, where others of that parent may already be. */
function join(columns: ColumnMetadata[], { steps, field }: Column, name: string): void {
  let level = columns;
  for (const { reference } of steps) {
    const relationship = reference.relationshipName ?? '';
    let parent = level.find(({ columnName }) => columnName === relationship);
    if (!parent) {
      parent = { ...ofRelationship(relationship), foreignKeyName: reference.name };
      level.push(parent);
    }
    level = parent.joinColumns;
  }
  level.push({ ...ofField(field), columnName: name });
}

function ofRelationship(name: string): ColumnMetadata {
  return {
    aggregate: false,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: name.endsWith('__r'),
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  };
}

function ofField(field: Field): ColumnMetadata {
  const apexType = APEX[field.type] ?? 'String';
  return {
    ...ofRelationship(field.name),
    apexType,
    booleanType: field.type === 'boolean',
    custom: field.custom,
    insertable: field.createable,
    numberType: isNumber(field.type),
    textType: apexType === 'String',
    updatable: field.updateable,
  };
}
