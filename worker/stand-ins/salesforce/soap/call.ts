import type { Caller, Org } from '../org.ts';
import type { Element } from '../metadata/element.ts';
import type { Tree } from '../metadata/write-xml.ts';
import { Refused, refuse, type Refusal } from '../records/refusal.ts';

/** One call of the SOAP API. */
export interface SoapCall {
  org: Org;
  caller: Caller;
  /** `v66.0` */
  version: string;
  /** The operation's element, with its arguments inside. */
  body: Element;
  session: string;
  /** One failed row takes back all others. */
  allOrNone: boolean;
}

/** A tree is one `result`; a list is several of them; undefined is none. */
export type Operation = (call: SoapCall) => Tree;

export type RowResult = Record<string, Tree>;

/**
 * Works row by row. A row that is refused becomes a result with errors; with `allOrNone` it takes
 * all others back, which then say so.
 */
export function workRows(
  { org, allOrNone }: SoapCall,
  rows: (() => RowResult)[],
  limit = 200,
): RowResult[] {
  if (rows.length > limit) {
    throw refuse(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${limit} records into this call`,
    );
  }
  const results = org.database.transaction(
    () => rows.map((row) => attempt(org, row)),
    (all) => !allOrNone || all.every(({ success }) => success),
  );
  if (!allOrNone || results.every(({ success }) => success)) return results;
  return results.map((result) => (result.success ? failed([ROLLED_BACK]) : result));
}

const ROLLED_BACK: Refusal = {
  code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message:
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
};

function attempt(org: SoapCall['org'], row: () => RowResult): RowResult {
  try {
    // What a row did before it was refused is taken back.
    return { ...org.database.transaction(row), success: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return failed(error.refusals);
  }
}

function failed(refusals: Refusal[]): RowResult {
  const errors = refusals.map(({ code, message, fields = [] }) => ({
    fields,
    message,
    statusCode: code,
  }));
  return { errors, success: false };
}
