import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { attributes, present } from '../records/present.ts';
import { refuse } from '../records/refusal.ts';
import type { Row } from '../records/row.ts';
import { parentOf, resolveColumn, type Column, type Scope } from './columns.ts';
import { noRelationship, notImitated } from './complain.ts';
import { findRows } from './find-rows.ts';

export type Projection = (row: Row) => Record<string, unknown>;
type Part = (row: Row, into: Record<string, unknown>) => void;

/** What a query shows of each row: its fields, its parents' fields, its children. */
export function compileFields(scope: Scope, fields: FieldType[]): Projection {
  const parts = fields.flatMap((item) => compileItem(scope, item));
  refuseRepeated(fields);
  return (row) => {
    const record: Record<string, unknown> = {
      attributes: attributes(scope.object, row.Id, scope.version),
    };
    for (const part of parts) part(row, record);
    return record;
  };
}

function compileItem(scope: Scope, item: FieldType): Part[] {
  if (item.type === 'FieldSubquery') return [compileSubquery(scope, item.subquery)];
  if (item.type === 'Field') return [showColumn(scope, resolveColumn(scope, item.field))];
  if (item.type === 'FieldRelationship') {
    const path = [...item.relationships, item.field].join('.');
    return [showColumn(scope, resolveColumn(scope, path))];
  }
  if (item.type === 'FieldFunctionExpression' && item.functionName.toUpperCase() === 'FIELDS') {
    const [parameter] = item.parameters;
    const kind = typeof parameter === 'string' ? parameter.toUpperCase() : '';
    const wanted = scope.object.fields.filter(
      (field) =>
        scope.caller.rights.canSee(scope.object, field) &&
        (kind === 'ALL' || field.custom === (kind === 'CUSTOM')),
    );
    return wanted.map((field) => showColumn(scope, resolveColumn(scope, field.name)));
  }
  throw notImitated('functionName' in item ? item.functionName : 'TYPEOF');
}

function refuseRepeated(fields: FieldType[]): void {
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

function showColumn({ org, version }: Scope, { steps, field }: Column): Part {
  return (row, into) => {
    let current = row;
    let record = into;
    for (const step of steps) {
      const name = step.reference.relationshipName ?? '';
      const parent = parentOf(org, current, step);
      if (!parent) {
        record[name] = null;
        return;
      }
      const nested = (record[name] ?? {
        attributes: attributes(step.parent, parent.Id, version),
      }) as Record<string, unknown>;
      record[name] = nested;
      record = nested;
      current = parent;
    }
    record[field.name] = present(field, current[field.name]);
  };
}

function compileSubquery(scope: Scope, subquery: Subquery): Part {
  const { org, caller, object, soql, version } = scope;
  const name = subquery.relationshipName;
  const relationship = object.children.find(
    (child) => child.name.toLowerCase() === name.toLowerCase(),
  );
  const child = relationship && org.schema.object(relationship.child);
  if (!child || !caller.rights.may('read', child)) throw noRelationship(soql, name);
  const inner: Scope = { org, caller, object: child, soql, version };
  const project = compileFields(inner, subquery.fields ?? []);
  return (row, into) => {
    const children = org.database.table(child).find(relationship.field, row.Id);
    const records = findRows(inner, subquery, false, children).map(project);
    into[relationship.name] =
      records.length > 0 ? { totalSize: records.length, done: true, records } : null;
  };
}
