import type { Caller, Org } from '../org.ts';
import { parseValue } from '../records/parse-value.ts';
import type { Draft } from '../records/read-body.ts';
import { Refused, refuse } from '../records/refusal.ts';
import type { Value } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';

/** What one column of an upload fills: a field, or a reference by a key of the parent. */
export interface UploadColumn {
  field: Field;
  parent?: { object: ObjectType; key: Field };
}

/** Finds what each column means. Throws when one means nothing, which ends the whole job. */
export function readHeader(
  { org, caller }: { org: Org; caller: Caller },
  object: ObjectType,
  names: string[],
): UploadColumn[] {
  return names.map((name) => {
    const column = name.includes('.')
      ? byParentKey(org, caller, object, name)
      : ownField(org, caller, object, name);
    if (!column) throw refuse('InvalidBatch', `Field name not found : ${name}`);
    return column;
  });
}

function ownField(
  org: Org,
  caller: Caller,
  object: ObjectType,
  name: string,
): UploadColumn | undefined {
  const field = org.schema.field(object, name.trim());
  return field && caller.rights.canSee(object, field) ? { field } : undefined;
}

/** `Lead__r.Customer_Key__c`, or with the parent's type before it where there may be several. */
function byParentKey(
  org: Org,
  caller: Caller,
  object: ObjectType,
  name: string,
): UploadColumn | undefined {
  const [, type, relationship = '', keyName = ''] =
    /^(?:(\w+):)?(\w+)\.(\w+)$/.exec(name.trim()) ?? [];
  const field = org.schema.relationship(object, relationship);
  const parent = field && org.schema.object(type ?? field.referenceTo[0] ?? '');
  if (!parent || !field.referenceTo.includes(parent.name)) return undefined;
  const key = org.schema.field(parent, keyName);
  const isKey = key && (key.idLookup || key.type === 'id');
  const isVisible = key && caller.rights.canSee(object, field) && caller.rights.canSee(parent, key);
  return isKey && isVisible ? { field, parent: { object: parent, key } } : undefined;
}

/** A row's cells as a draft of a record. An empty cell says nothing; `#N/A` empties the field. */
export function readCells(columns: UploadColumn[], cells: string[]): Draft {
  const draft: Draft = { values: new Map(), parents: [] };
  for (const [place, { field, parent }] of columns.entries()) {
    const cell = cells[place] ?? '';
    if (cell === '') continue;
    if (cell === '#N/A') draft.values.set(field, field.type === 'boolean' ? false : null);
    else if (!parent) draft.values.set(field, readCell(field, cell));
    else {
      const value = readCell(parent.key, cell);
      draft.parents.push({
        reference: field,
        parent: parent.object,
        key: parent.key,
        value: typeof value === 'string' ? value : null,
      });
    }
  }
  return draft;
}

const YES = /^(yes|y|true|on|1)$/i;
const NO = /^(no|n|false|off|0)$/i;

function readCell(field: Field, cell: string): Value {
  if (field.type === 'boolean' && YES.test(cell)) return true;
  if (field.type === 'boolean' && NO.test(cell)) return false;
  try {
    return parseValue(field, cell);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw refuse(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      `${field.label}: value not of required type: ${cell}`,
      [field.name],
    );
  }
}
