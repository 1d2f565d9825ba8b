import type { Caller, Org } from '../org.ts';
import { aggregate, isAggregate, isPlainCount } from './aggregate.ts';
import { findRows } from './find-rows.ts';
import { openQuery } from './open.ts';
import { compileFields } from './project.ts';

/** What a query found; records are made as they are asked for. */
export interface Result {
  totalSize: number;
  /** How many records there are to fetch: none for `COUNT()`. */
  length: number;
  slice(from: number, to: number): Record<string, unknown>[];
}

/**
 * Runs a query. `version` (`v66.0`) goes into the records' URLs. Throws MALFORMED_QUERY,
 * INVALID_TYPE or INVALID_FIELD with the text the platform answers.
 */
export function runQuery(
  org: Org,
  caller: Caller,
  soql: string,
  options: { version: string; withDeleted: boolean },
): Result {
  const { query, scope } = openQuery(org, caller, soql, options.version);
  if (isPlainCount(query)) {
    const totalSize = findRows(scope, query, options.withDeleted).length;
    return { totalSize, length: 0, slice: () => [] };
  }
  if (isAggregate(query)) {
    const filtered = query.where ? { where: query.where } : {};
    const records = aggregate(scope, query, findRows(scope, filtered, options.withDeleted));
    return {
      totalSize: records.length,
      length: records.length,
      slice: records.slice.bind(records),
    };
  }
  const project = compileFields(scope, query.fields ?? []);
  const rows = findRows(scope, query, options.withDeleted);
  return {
    totalSize: rows.length,
    length: rows.length,
    slice: (from, to) => rows.slice(from, to).map(project),
  };
}
