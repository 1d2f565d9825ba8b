import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';
import type { ChildRelationship } from '../schema/model.ts';
import { resolveColumn, type Column, type Scope } from './columns.ts';
import { noRelationship, notImitated } from './complain.ts';

/** A column as the query wants it, and by which name it shows. */
export interface Selected {
  column: Column;
  name: string;
}

/** The columns that one item of a SELECT list stands for; subqueries are none. */
export function selectedColumns(scope: Scope, item: FieldType): Selected[] {
  if (item.type === 'Field') return [named(resolveColumn(scope, item.field))];
  if (item.type === 'FieldRelationship') {
    return [named(resolveColumn(scope, [...item.relationships, item.field].join('.')))];
  }
  if (item.type !== 'FieldFunctionExpression') throw notImitated('TYPEOF');
  const [parameter] = item.parameters;
  const name = item.functionName.toUpperCase();
  if (typeof parameter !== 'string') throw notImitated(item.functionName);
  // Nothing is translated here, so a label is the value itself.
  if (name === 'TOLABEL') return [named(resolveColumn(scope, parameter), item.alias)];
  if (name !== 'FIELDS') throw notImitated(item.functionName);
  const kind = parameter.toUpperCase();
  return scope.object.fields
    .filter(
      (field) =>
        scope.caller.rights.canSee(scope.object, field) &&
        (kind === 'ALL' || field.custom === (kind === 'CUSTOM')),
    )
    .map((field) => named(resolveColumn(scope, field.name)));
}

function named(column: Column, alias?: string): Selected {
  return { column, name: alias ?? column.field.name };
}

/** Throws INVALID_FIELD when a field is asked for twice. */
export function refuseRepeated(fields: FieldType[]): void {
  const seen = new Set<string>();
  for (const item of fields) {
    if (item.type !== 'Field' && item.type !== 'FieldRelationship') continue;
    const path =
      'relationships' in item ? [...item.relationships, item.field].join('.') : item.field;
    const key = path.toLowerCase();
    if (seen.has(key)) throw refuse('INVALID_FIELD', `duplicate field selected: ${path}`);
    seen.add(key);
  }
}

/** Where a subquery looks. Throws when the object has no such children the caller may read. */
export function childScope(
  { org, caller, object, soql, version }: Scope,
  subquery: Subquery,
): { scope: Scope; relationship: ChildRelationship } {
  const name = subquery.relationshipName;
  const relationship = object.children.find(
    (child) => child.name.toLowerCase() === name.toLowerCase(),
  );
  const child = relationship && org.schema.object(relationship.child);
  if (!child || !caller.rights.may('read', child)) throw noRelationship(soql, name);
  return { scope: { org, caller, object: child, soql, version }, relationship };
}
