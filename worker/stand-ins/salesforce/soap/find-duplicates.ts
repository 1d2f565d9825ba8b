import { childrenOf } from '../metadata/element.ts';
import type { Tree } from '../metadata/write-xml.ts';
import { matchesOf } from '../records/duplicates.ts';
import { duplicateResult } from '../records/duplicate-result.ts';
import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { existing } from '../rest/records.ts';
import type { Operation, SoapCall } from './call.ts';
import { recordTree, type Json } from './query.ts';
import { readRecord, type SoapRecord } from './read-record.ts';

const AT_ONCE = 50;

/**
 * What the duplicate rules of the records' object say of them. Nothing is saved, and a rule that
 * finds nothing is told too, with no matches. A record that names its id is completed by what is
 * kept of it, and is no duplicate of itself.
 */
export const findDuplicates: Operation = (call) => {
  const elements = childrenOf(call.body, 'sObjects');
  if (elements.length > AT_ONCE) {
    throw refuse(
      'LIMIT_EXCEEDED',
      'Configuration error: The number of records to check is greater than the permitted batch size.',
    );
  }
  const records = elements.map((element) => readRecord(call, element));
  if (new Set(records.map(({ object }) => object.name)).size > 1) {
    throw refuse('INVALID_TYPE', 'All records must be of the same type.');
  }
  return records.map((record) => ({ duplicateResults: resultsOf(call, record), success: true }));
};

function resultsOf(call: SoapCall, record: SoapRecord): Tree[] {
  const { org, caller } = call;
  const { object } = record;
  const row = rowOf(call, record);
  return org.rules.duplicateRules.list().flatMap((rule): Tree[] => {
    if (rule.object.toLowerCase() !== object.name.toLowerCase()) return [];
    const field = org.schema.field(object, rule.matchField);
    const value = field && textOf(row, field.name);
    const found = value ? matchesOf(org, caller, rule, row, value) : [];
    return [resultTree(duplicateResult(org, caller, object, rule, found))];
  });
}

function rowOf(call: SoapCall, { object, id, draft }: SoapRecord): Row {
  const given = Object.fromEntries([...draft.values].map(([{ name }, value]) => [name, value]));
  return { ...(id && existing(call, object, id, 400)), ...given, Id: id };
}

function resultTree({ matchResults, ...result }: ReturnType<typeof duplicateResult>): Tree {
  return {
    ...result,
    matchResults: matchResults.map(({ matchRecords, ...match }) => ({
      ...match,
      matchRecords: matchRecords.map(({ matchConfidence, record }) => ({
        matchConfidence,
        record: recordTree(record as Json),
      })),
    })),
  };
}
