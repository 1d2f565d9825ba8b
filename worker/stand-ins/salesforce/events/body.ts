import type { Row, Value } from '../records/row.ts';
import type { ObjectType } from '../schema/model.ts';
import type { ChangeType, EventValues } from './event.ts';
import { leaves, type Leaf } from './event-fields.ts';

/** What one change has to tell: the values that events carry, and which of them are news. */
export interface ChangeBody {
  type: ChangeType;
  values: EventValues;
  changed: string[];
  nulled: string[];
}

const STAMP = 'LastModifiedDate';

/** Undefined when there is nothing to tell, as when a record came and went in one transaction. */
export function bodyOf(
  object: ObjectType,
  before: Row | undefined,
  after: Row,
): ChangeBody | undefined {
  const was = before !== undefined && before.IsDeleted !== true;
  const is = after.IsDeleted !== true;
  if (!was && !is) return undefined;
  if (was && is) return updated(object, before, after);
  const type = was ? 'DELETE' : before ? 'UNDELETE' : 'CREATE';
  const body: ChangeBody = { type, values: {}, changed: [], nulled: [] };
  if (is) addFilled(body.values, leaves(object), after);
  return body;
}

function updated(object: ObjectType, before: Row, after: Row): ChangeBody {
  const body: ChangeBody = { type: 'UPDATE', values: {}, changed: [], nulled: [] };
  for (const leaf of leaves(object)) {
    const value = valueIn(after, leaf);
    const isNew = value !== valueIn(before, leaf);
    if (!isNew && leaf.path !== STAMP) continue;
    body.changed.push(leaf.path);
    if (value === null) body.nulled.push(leaf.path);
    setValue(body.values, leaf, value);
  }
  return body;
}

/** Adds the values of these fields that hold something. */
export function addFilled(values: EventValues, wanted: Leaf[], row: Row): void {
  for (const leaf of wanted) {
    const value = valueIn(row, leaf);
    if (value !== null) setValue(values, leaf, value);
  }
}

function valueIn(row: Row, { field }: Leaf): Value {
  return row[field.name] ?? (field.type === 'boolean' ? false : null);
}

function setValue(values: EventValues, { within, name }: Leaf, value: Value): void {
  if (within === undefined) {
    values[name] = value;
    return;
  }
  const parts = values[within];
  values[within] = { ...(typeof parts === 'object' ? parts : {}), [name]: value };
}
