import { Failure, type FailureKind } from '../shared/failure.ts';
import type { Row } from './row.ts';

/** One error of one row of a Collections answer. The wire says `statusCode` there. */
export interface RowError {
  statusCode: string;
  message: string;
  fields: string[];
}

/** What is known of the record that was refused. */
type Refused = Pick<Row, 'object'> &
  Partial<Pick<Row, 'target' | 'isLast' | 'references' | 'createReferences'>>;

/**
 * A row's refusal by its code. What is not named here is the org's own rule (validation, required
 * field, missing access, somebody's flow) and needs a person.
 */
const KINDS: Record<string, FailureKind> = {
  UNABLE_TO_LOCK_ROW: 'record_locked',
  SERVER_UNAVAILABLE: 'salesforce_unavailable',
  UNKNOWN_EXCEPTION: 'salesforce_unavailable',
  QUERY_TIMEOUT: 'salesforce_unavailable',
  TXN_SECURITY_METERING_ERROR: 'salesforce_unavailable',
  LIMIT_EXCEEDED: 'salesforce_unavailable',
  REQUEST_LIMIT_EXCEEDED: 'salesforce_quota',
  STORAGE_LIMIT_EXCEEDED: 'salesforce_quota',
  DUPLICATES_DETECTED: 'duplicate_record',
  STRING_TOO_LONG: 'record_data',
  INVALID_EMAIL_ADDRESS: 'record_data',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'record_data',
  NUMBER_OUTSIDE_VALID_RANGE: 'record_data',
  FIELD_INTEGRITY_EXCEPTION: 'record_data',
  JSON_PARSER_ERROR: 'record_data',
  // The person we knew was deleted, merged or converted.
  ENTITY_IS_DELETED: 'link_lost',
  CANNOT_UPDATE_CONVERTED_LEAD: 'link_lost',
  INVALID_CROSS_REFERENCE_KEY: 'link_lost',
  NOT_FOUND: 'link_lost',
};

const NEXT_STEPS: Partial<Record<FailureKind, string>> = {
  record_refused:
    'Change the rule or the record in Salesforce, or grant the field to the worker’s permission set; then replay.',
  record_data: 'Correct the value in the shop or its mapping; then replay.',
  duplicate_record:
    'Merge the records, or exempt the worker’s user from the duplicate rule; then replay.',
  ambiguous_person: 'Decide in Salesforce whose the key is, clear it on the other; then replay.',
};

export function rowFailure(row: Refused, error: RowError): Failure {
  const kind = kindOf(row, error);
  const fields = error.fields.length > 0 ? ` (${error.fields.join(', ')})` : '';
  return new Failure(kind, `${row.object}${fields}: ${error.message}`, {
    ...(NEXT_STEPS[kind] && { nextStep: NEXT_STEPS[kind] }),
    details: { code: error.statusCode, object: row.object, fields: error.fields },
  });
}

function kindOf(row: Refused, error: RowError): FailureKind {
  const code = error.statusCode;
  if (row.isLast) return addedKind(row, error);
  if (code === 'DUPLICATE_VALUE') {
    // Two workers met a new record at once: the other one's is found at the next try. A person we
    // address by id whose key another record already holds is a contradiction for people to solve.
    return row.target && 'id' in row.target ? 'ambiguous_person' : 'link_lost';
  }
  return KINDS[code] ?? 'record_refused';
}

/**
 * What an admin added may be refused for reasons that say nothing of the person: only where it points
 * at them by id, and nothing else is blamed, are they looked for anew.
 */
function addedKind({ references, createReferences }: Refused, error: RowError): FailureKind {
  const { statusCode, fields } = error;
  // Two workers made the same record at once, or another field of it is unique: it comes again.
  if (statusCode === 'DUPLICATE_VALUE') return 'record_locked';
  const kind = KINDS[statusCode] ?? 'record_refused';
  if (kind !== 'link_lost') return kind;
  const byId = Object.entries({ ...createReferences, ...references })
    .filter(([, { by }]) => 'id' in by)
    .map(([field]) => field);
  const isBlamed = (field: string): boolean => fields.length === 0 || fields.includes(field);
  return byId.some(isBlamed) ? kind : 'record_refused';
}

/** An order whose person could not be written has no one to refer to: the cause is the other row. */
export function isConsequence(error: RowError): boolean {
  return error.statusCode === 'INVALID_FIELD' && /foreign key external id/i.test(error.message);
}
