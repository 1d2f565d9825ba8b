import { recordsChanged } from '../../data/cache.ts';
import { fieldName, fieldNames, RECORDS, requestAdapter, segment } from '../../data/queries.ts';
import { request, type Request } from '../../data/request.ts';
import { wireAdapter, type Config } from '../../data/wire.ts';

export { generateRecordInputForCreate, generateRecordInputForUpdate } from './inputs.ts';

export interface FieldValue {
  value: unknown;
  displayValue?: string | null;
}

export interface RecordRepresentation {
  id: string;
  apiName: string;
  fields: Record<string, FieldValue>;
  /** ISO 8601. */
  lastModifiedDate: string;
}

export interface RecordInput {
  apiName?: string;
  fields: Record<string, unknown>;
  allowSaveOnDuplicate?: boolean;
}

const asList = (value: unknown): string[] | undefined =>
  value === undefined ? undefined : [value].flat().map(String);

function whatOf(config: Config): Request['query'] | undefined {
  const fields = fieldNames(config.fields);
  const optionalFields = fieldNames(config.optionalFields);
  const layoutTypes = asList(config.layoutTypes);
  if (!fields?.length && !optionalFields?.length && !layoutTypes) return undefined;
  return { fields, optionalFields, layoutTypes, modes: asList(config.modes) };
}

export const getRecord = requestAdapter(RECORDS, (config) => {
  const query = whatOf(config);
  if (!config.recordId || !query) return undefined;
  return { path: `ui-api/records/${segment(config.recordId)}`, query };
});

/** Each element of `records` names ids and fields; the answer holds one result per id. */
export const getRecords = wireAdapter((config) => {
  const parts = config.records as Config[] | null;
  if (!parts?.length) return undefined;
  const asked = parts.map((part): Request => {
    const ids = (part.recordIds as string[]).map(segment).join(',');
    return { path: `ui-api/records/batch/${ids}`, query: whatOf(part) };
  });
  const load = async () => {
    const answers = await Promise.all(asked.map((one) => request<{ results: unknown[] }>(one)));
    return { hasErrors: false, ...answers[0], results: answers.flatMap(({ results }) => results) };
  };
  return { key: JSON.stringify(asked), freshFor: RECORDS, load };
});

export const getRecordCreateDefaults = requestAdapter(RECORDS, (config) => {
  const object = objectOf(config.objectApiName);
  if (!object) return undefined;
  return {
    path: `ui-api/record-defaults/create/${segment(object)}`,
    query: {
      formFactor: config.formFactor as string | undefined,
      recordTypeId: config.recordTypeId as string | undefined,
      optionalFields: fieldNames(config.optionalFields),
    },
  };
});

const objectOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : ((value as { objectApiName?: string } | null)?.objectApiName ?? '');

export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  return request({ method: 'POST', path: 'ui-api/records', body: input });
}

/** Resolves once what shows the record has been asked again. */
export async function updateRecord(
  { fields, ...rest }: RecordInput,
  options: { ifUnmodifiedSince?: string } = {},
): Promise<RecordRepresentation> {
  const { Id, ...values } = fields;
  if (typeof Id !== 'string') throw new TypeError('updateRecord needs the record: fields.Id');
  const since = options.ifUnmodifiedSince;
  const record = await request<RecordRepresentation>({
    method: 'PATCH',
    path: `ui-api/records/${segment(Id)}`,
    body: { ...rest, fields: values },
    ...(since && { headers: { 'if-unmodified-since': since } }),
  });
  await recordsChanged([Id]);
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await request({ method: 'DELETE', path: `ui-api/records/${segment(recordId)}` });
  await recordsChanged([recordId]);
}

export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void> {
  return recordsChanged(records.map(({ recordId }) => recordId));
}

/** The older name of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(records: { recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

/** Follows `Contact.Account.Name` through the record's parents. */
function findField(record: unknown, field: unknown): FieldValue | undefined {
  const [, ...path] = fieldName(field).split('.');
  let holder = record as RecordRepresentation | null | undefined;
  let found: FieldValue | undefined;
  for (const name of path) {
    found = holder?.fields[name];
    holder = found?.value as RecordRepresentation | null | undefined;
  }
  return found;
}

export const getFieldValue = (record: unknown, field: unknown): unknown =>
  findField(record, field)?.value;

export const getFieldDisplayValue = (record: unknown, field: unknown): unknown =>
  findField(record, field)?.displayValue;
