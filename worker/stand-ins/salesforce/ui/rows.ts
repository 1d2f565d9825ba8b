import type { Row } from '../records/row.ts';
import { findRows } from '../soql/find-rows.ts';
import { openQuery } from '../soql/open.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { nameFieldOf } from './objects.ts';
import { noField } from './refusals.ts';
import { columnAt } from './list-column.ts';

const MOST = 2000;

/** The rows a list holds, found by a query, so that rights and sharing are those of every query. */
export function rowsOf(
  call: Call,
  object: ObjectType,
  where: string | undefined,
  sortBy: string[],
): Row[] {
  const soql = [
    `SELECT Id FROM ${object.name}`,
    ...(where ? [`WHERE ${where}`] : []),
    `ORDER BY ${orderOf(call, object, sortBy)}`,
    `LIMIT ${MOST}`,
  ].join(' ');
  const { query, scope } = openQuery(call.org, call.caller, soql, call.version);
  return findRows(scope, query, false);
}

/** `-Order__c.Total__c` is the highest total first; rows that are equal keep one order. */
function orderOf(call: Call, object: ObjectType, sortBy: string[]): string {
  const keys = sortBy.map((text) => {
    const path = text.replace(/^-/, '').replace(new RegExp(`^${object.name}\\.`, 'i'), '');
    const column = /^\w+(\.\w+)*$/.test(path) ? columnAt(call, object, path) : undefined;
    if (!column?.sortable) throw noField(path, object.name);
    return `${column.fieldApiName} ${text.startsWith('-') ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const name = nameFieldOf(object);
  const own = name && call.caller.rights.canSee(object, name) ? [name.name] : [];
  return [...(keys.length > 0 ? keys : own), 'Id'].join(', ');
}
