import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { attributes, present } from '../records/present.ts';
import type { Row } from '../records/row.ts';
import { parentOf, type Scope } from './columns.ts';
import { findRows } from './find-rows.ts';
import { childScope, refuseRepeated, selectedColumns, type Selected } from './select.ts';

export type Projection = (row: Row) => Record<string, unknown>;
type Part = (row: Row, into: Record<string, unknown>) => void;

/** What a query shows of each row: its fields, its parents' fields, its children. */
export function compileFields(scope: Scope, fields: FieldType[]): Projection {
  const parts = fields.flatMap((item) =>
    item.type === 'FieldSubquery'
      ? [compileSubquery(scope, item.subquery)]
      : selectedColumns(scope, item).map((selected) => showColumn(scope, selected)),
  );
  refuseRepeated(fields);
  return (row) => {
    const record: Record<string, unknown> = {
      attributes: attributes(scope.object, row.Id, scope.version),
    };
    for (const part of parts) part(row, record);
    return record;
  };
}

function showColumn(scope: Scope, selected: Selected): Part {
  const { version } = scope;
  const { steps, field } = selected.column;
  return (row, into) => {
    let current = row;
    let record = into;
    for (const step of steps) {
      const name = step.reference.relationshipName ?? '';
      const found = parentOf(scope, current, step);
      if (!found) {
        record[name] = null;
        return;
      }
      const nested = (record[name] ?? {
        attributes: attributes(found.parent, found.row.Id, version),
      }) as Record<string, unknown>;
      record[name] = nested;
      record = nested;
      current = found.row;
    }
    record[selected.name] = present(field, current[field.name]);
  };
}

function compileSubquery(scope: Scope, subquery: Subquery): Part {
  const { scope: inner, relationship } = childScope(scope, subquery);
  const project = compileFields(inner, subquery.fields ?? []);
  return (row, into) => {
    const children = scope.org.database.table(inner.object).find(relationship.field, row.Id);
    const records = findRows(inner, subquery, false, children).map(project);
    into[relationship.name] =
      records.length > 0 ? { totalSize: records.length, done: true, records } : null;
  };
}
