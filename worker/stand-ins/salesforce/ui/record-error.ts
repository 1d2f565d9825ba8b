import { Refused, type Refusal } from '../records/refusal.ts';
import type { Answer, Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { themeOf } from './theme.ts';

interface RecordError {
  constituentField: string | null;
  duplicateRecordError: object | null;
  errorCode: string;
  field: string | null;
  fieldLabel: string | null;
  message: string;
}

const MESSAGE = 'An error occurred while trying to update the record. Please try again.';

/** Does a write; why it was refused is told field by field, as forms want it. */
export function answerWrite(call: Call, object: ObjectType, work: () => Answer): Answer {
  try {
    return call.org.database.transaction(work);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return recordError(call, object, error);
  }
}

export function recordError(call: Call, object: ObjectType, refused: Refused): Answer {
  const errors: RecordError[] = [];
  const fieldErrors: Record<string, RecordError[]> = {};
  for (const refusal of refused.refusals) {
    const names = refusal.fields ?? [];
    if (names.length === 0) errors.push(entry(call, object, refusal, null));
    for (const name of names) {
      (fieldErrors[name] ??= []).push(entry(call, object, refusal, name));
    }
  }
  return {
    status: refused.status,
    body: {
      message: MESSAGE,
      statusCode: refused.status,
      enhancedErrorType: 'RecordError',
      output: { errors, fieldErrors },
    },
  };
}

function entry(
  call: Call,
  object: ObjectType,
  { code, message, detail }: Refusal,
  field: string | null,
): RecordError {
  const known = field === null ? undefined : call.org.schema.field(object, field);
  return {
    constituentField: null,
    duplicateRecordError: detail ? duplicates(call, detail) : null,
    errorCode: code,
    field: known?.name ?? field,
    fieldLabel: known?.label ?? null,
    message,
  };
}

type Matches = { entityType: string; matchRecords: { record: { Id: string } }[] }[];

/** What REST tells of duplicates, in the words of this API. */
function duplicates(call: Call, detail: Record<string, unknown>): object {
  // Orgs differ in how they spell the key.
  const [found] = Object.values(detail) as { matchResults: Matches }[];
  return {
    matchResults: (found?.matchResults ?? []).map((match) => {
      const object = call.org.schema.object(match.entityType);
      return {
        apiName: match.entityType,
        matchRecordIds: match.matchRecords.map(({ record }) => record.Id),
        objectLabel: object?.label ?? match.entityType,
        objectLabelPlural: object?.labelPlural ?? match.entityType,
        themeInfo: object ? themeOf(call, object) : null,
      };
    }),
  };
}
