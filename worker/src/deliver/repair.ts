import type { RowError } from './refusal.ts';
import type { FieldValue, Row } from './row.ts';

/** What was changed to get a row past a refusal; told in the log and never silently. */
export interface Repair {
  object: string;
  field: string;
  code: string;
}

/**
 * One repair of what is only the value's fault: too long is shortened, an impossible value is left
 * out, so that an order is not lost to a phone number. Null when there is nothing to repair; a row
 * is repaired once, then parked.
 * @param localName a field's name as the row has it, without the namespace of the answer
 */
export function repair(
  row: Row,
  error: RowError,
  localName: (field: string) => string,
): { row: Row; repairs: Repair[] } | null {
  const mend = MENDERS[error.statusCode];
  if (!mend) return null;
  const fields = { ...row.fields };
  const createFields = { ...row.createFields };
  const repairs: Repair[] = [];
  for (const field of withPlaces(error, error.fields.map(localName), row)) {
    const holder = field in createFields ? createFields : fields;
    const value = holder[field];
    if (value === undefined) continue;
    const mended = mend(value, error.message);
    // A mended value of undefined leaves the field out, which keeps what Salesforce has.
    if (mended === undefined) Reflect.deleteProperty(holder, field);
    else holder[field] = mended;
    repairs.push({ object: row.object, field, code: error.statusCode });
  }
  return repairs.length > 0 ? { row: { ...row, fields, createFields }, repairs } : null;
}

/**
 * An org with picklists for states and countries that does not know one takes no state without its
 * country either, and may not know that of the row's other address: they go together, and the rest of
 * the address is kept.
 */
function withPlaces({ statusCode }: RowError, named: string[], row: Row): string[] {
  if (statusCode !== 'FIELD_INTEGRITY_EXCEPTION') return named;
  const places = PLACES.find((pattern) => named.some((field) => pattern.test(field)));
  if (!places) return named;
  const all = Object.keys({ ...row.fields, ...row.createFields });
  const beside = places === COUNTRY ? /(?:State|Country)(?:Code)?$/ : places;
  return [...new Set([...named, ...all.filter((field) => beside.test(field))])];
}

const COUNTRY = /Country(?:Code)?$/;
const PLACES = [COUNTRY, /State(?:Code)?$/];

type Mender = (value: FieldValue, message: string) => FieldValue | undefined;

const leaveOut: Mender = () => undefined;

const MENDERS: Record<string, Mender> = {
  STRING_TOO_LONG: shorten,
  INVALID_EMAIL_ADDRESS: leaveOut,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: leaveOut,
  NUMBER_OUTSIDE_VALID_RANGE: leaveOut,
  FIELD_INTEGRITY_EXCEPTION: leaveOut,
};

/** The limit stands in the message: "data value too large: … (max length=80)". */
function shorten(value: FieldValue, message: string): FieldValue | undefined {
  const limit = Number(/max length\s*=\s*(\d+)/i.exec(message)?.[1]);
  return typeof value === 'string' && limit > 0 ? value.slice(0, limit) : undefined;
}
