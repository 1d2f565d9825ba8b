export interface FieldInfo {
  apiName: string;
  label: string;
  dataType: string;
  reference: boolean;
  /** Digits behind the point. */
  scale: number;
  relationshipName: string | null;
  referenceToInfos: { apiName: string }[];
}

export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  nameFields: string[];
  fields: Record<string, FieldInfo>;
}

export interface Wired<Data> {
  data?: Data;
  error?: { body?: unknown };
}

export interface FieldValue {
  value: unknown;
  displayValue?: string | null;
}

export interface RecordData {
  id: string;
  apiName: string;
  fields: Record<string, FieldValue>;
}

/** A value as text; what holds further values, such as an address, shows nothing. */
export function textOf(value: unknown): string {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain ? String(value) : '';
}

/** A cell or line as shell/field shows it. */
export interface ShownField {
  key: string;
  label: string;
  info: FieldInfo | undefined;
  field: FieldValue | undefined;
}

export function shownFields(
  names: string[],
  info: ObjectInfo | undefined,
  record: RecordData | undefined,
): ShownField[] {
  return names.map((name) => ({
    key: name,
    label: labelOf(info?.fields[name]) ?? name,
    info: info?.fields[name],
    field: fieldOf(record, name, info?.fields[name]),
  }));
}

/** The label of a lookup speaks of the id that is kept; a page shows the record behind it. */
function labelOf(info: FieldInfo | undefined): string | undefined {
  return info?.reference ? info.label.replace(/ ID$/, '') : info?.label;
}

/** A lookup shows the name of its parent, which the record holds beside it. */
function fieldOf(record: RecordData | undefined, name: string, info: FieldInfo | undefined) {
  const field = record?.fields[name];
  const parent = info?.relationshipName && record?.fields[info.relationshipName];
  if (!field || !parent) return field;
  const parentName = (parent.value as RecordData | null)?.fields.Name?.value as string | null;
  return { value: field.value, displayValue: parent.displayValue ?? parentName };
}

/** Fields to ask for: a lookup comes with its parent's name. Nothing before the object is known. */
export function fieldsToAsk(names: string[], info: ObjectInfo | undefined): string[] | undefined {
  if (!info) return undefined;
  return names.flatMap((name) => {
    const relationship = info.fields[name]?.relationshipName;
    const own = `${info.apiName}.${name}`;
    return relationship ? [own, `${info.apiName}.${relationship}.Name`] : [own];
  });
}

/** The reasons of a failed request, as one sentence. */
export function reasonOf(error: { body?: unknown } | undefined): string {
  const parts = [error?.body].flat() as ({ message?: string } | undefined)[];
  return parts.map((part) => part?.message ?? 'The org did not answer.').join(' ');
}
