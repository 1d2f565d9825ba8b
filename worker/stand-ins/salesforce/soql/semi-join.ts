import type { Query } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';
import { resolveColumn, type Scope } from './columns.ts';
import { noQuery, noType } from './complain.ts';
import { findRows } from './find-rows.ts';

/** The ids that the sub-select of `Id IN (SELECT Lead__c FROM Order__c)` names. */
export function selectIds(scope: Scope, query: Query): string[] {
  const { org, caller, soql, version } = scope;
  const object = org.schema.object(query.sObject ?? '');
  if (!object || !caller.rights.may('read', object)) throw noType(soql, query.sObject ?? '');
  if (object.event) throw noQuery(object);
  const inner: Scope = { org, caller, object, soql, version };
  const [selected] = query.fields ?? [];
  if (query.fields?.length !== 1 || selected?.type !== 'Field') {
    throw refuse('MALFORMED_QUERY', 'unexpected token: a sub-select takes exactly one field');
  }
  const column = resolveColumn(inner, selected.field);
  const ids = findRows(inner, query, false).map((row) => column.value(row));
  return ids.filter((id) => typeof id === 'string');
}
