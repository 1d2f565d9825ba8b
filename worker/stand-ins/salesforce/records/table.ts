import type { Collection } from '../../kit/store.ts';
import type { ObjectType } from '../schema/model.ts';
import type { Row } from './row.ts';

/** The rows of one object, deleted ones included, found by id or by an indexed field. */
export interface Table {
  get(id: string): Row | undefined;
  all(): Row[];
  put(row: Row): void;
  /** Takes the row out for good: an insert is undone, or the recycle bin gives it up. */
  remove(id: string): void;
  isIndexed(field: string): boolean;
  /** Rows whose indexed field has this value, in any case of letters. */
  find(field: string, value: string): Row[];
}

/** Keeps the indexes of a table beside its rows in the store. */
export function createTable(object: ObjectType, rows: Collection<Row>): Table {
  const indexes = new Map<string, Map<string, Set<string>>>();
  for (const field of object.fields) {
    if (field.idLookup || field.unique || field.type === 'reference') {
      indexes.set(field.name, new Map());
    }
  }

  function forget(row: Row): void {
    for (const [field, ids] of indexes) {
      const value = row[field];
      if (typeof value === 'string') ids.get(value.toLowerCase())?.delete(row.Id);
    }
  }

  function remember(row: Row): void {
    for (const [field, ids] of indexes) {
      const value = row[field];
      if (typeof value !== 'string') continue;
      const key = value.toLowerCase();
      const known = ids.get(key);
      if (known) known.add(row.Id);
      else ids.set(key, new Set([row.Id]));
    }
  }

  const prepare = computedFields(object);
  for (const row of rows.values()) {
    prepare(row);
    remember(row);
  }

  return {
    get: (id) => rows.get(id),
    all: () => rows.values(),
    put(row) {
      const before = rows.get(row.Id);
      if (before) forget(before);
      prepare(row);
      rows.set(row.Id, row);
      remember(row);
    },
    remove(id) {
      const row = rows.get(id);
      if (row) forget(row);
      rows.delete(id);
    },
    isIndexed: (field) => indexes.has(field),
    find: (field, value) =>
      [...(indexes.get(field)?.get(value.toLowerCase()) ?? [])].flatMap((id) => rows.get(id) ?? []),
  };
}

/**
 * Lets rows of an object with calculated fields answer for those as for any other: whoever reads
 * `row.Total__c` gets what it is now, and whoever copies or keeps a row leaves it out.
 */
function computedFields({ fields }: ObjectType): (row: Row) => void {
  const computed = fields.filter((field) => field.formula ?? field.summary);
  const prototype = computed.length > 0 ? {} : Object.prototype;
  for (const field of computed) {
    Object.defineProperty(prototype, field.name, {
      get(this: Row) {
        return field.compute?.(this) ?? null;
      },
    });
  }
  return (row) => {
    for (const { name } of computed) {
      if (Object.hasOwn(row, name)) Reflect.deleteProperty(row, name);
    }
    // Rows stay when the schema is made anew, and may have been of one with other such fields.
    if (Object.getPrototypeOf(row) !== prototype) Object.setPrototypeOf(row, prototype);
  };
}
