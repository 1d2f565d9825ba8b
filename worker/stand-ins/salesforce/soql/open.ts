import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Caller, Org } from '../org.ts';
import type { Scope } from './columns.ts';
import { noQuery, noType, notImitated } from './complain.ts';
import { parseSoql } from './parse.ts';

/** A query that is understood, and what it is asked of. */
export interface Opened {
  query: Query;
  scope: Scope;
}

/** Reads a query. Throws MALFORMED_QUERY, or INVALID_TYPE when the caller has no such object. */
export function openQuery(org: Org, caller: Caller, soql: string, version: string): Opened {
  const query = parseSoql(soql);
  const object = org.schema.object(query.sObject ?? '');
  if (!object || !caller.rights.may('read', object)) throw noType(soql, query.sObject ?? '');
  if (object.event) throw noQuery(object);
  // To leave such a part out would answer more rows than were asked for.
  if (query.usingScope && query.usingScope.toLowerCase() !== 'everything') {
    throw notImitated(`USING SCOPE ${query.usingScope}`);
  }
  if (query.withDataCategory) throw notImitated('WITH DATA CATEGORY');
  const alias = query.sObjectAlias;
  return { query, scope: { org, caller, object, soql, version, ...(alias && { alias }) } };
}
