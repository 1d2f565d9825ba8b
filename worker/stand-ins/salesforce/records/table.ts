import type { Collection } from '../../kit/store.ts';
import type { ObjectType } from '../schema/model.ts';
import type { Row } from './row.ts';

/** The rows of one object, deleted ones included, found by id or by an indexed field. */
export interface Table {
  get(id: string): Row | undefined;
  all(): Row[];
  put(row: Row): void;
  /** Takes the row out for good; only undoing an insert does so. */
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

  for (const row of rows.values()) remember(row);

  return {
    get: (id) => rows.get(id),
    all: () => rows.values(),
    put(row) {
      const before = rows.get(row.Id);
      if (before) forget(before);
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
