import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { checkUnique } from './duplicates.ts';
import { wholeSeconds } from './parse-value.ts';
import { refuse } from './refusal.ts';
import type { Row } from './row.ts';
import { noRight } from './save.ts';
import { checkDelete } from './sharing.ts';

type Found = { object: ObjectType; row: Row };

/**
 * Brings a record back from the recycle bin, with the details that went with it and the references
 * that pointed at it. Throws UNDELETE_FAILED when it is not there, and DUPLICATE_VALUE when somebody
 * else has its unique value by now; nothing has changed then.
 */
export function restore(org: Org, caller: Caller, id: string): void {
  const { object, row } = inBin(org, id);
  if (!caller.rights.may('delete', object)) throw noRight();
  checkDelete(org, caller, object, row);
  org.database.transaction(() => {
    const entries = org.recycleBin.wentWith(id);
    for (const { id: one } of entries) bringBack(org, caller, one);
    for (const { id: target, cleared } of entries) {
      for (const { id: from, field } of cleared) pointAgain(org, from, field, target);
    }
    return entries;
  });
  for (const { id: one } of org.recycleBin.wentWith(id)) org.recycleBin.take(one);
}

/** Takes a record out of the bin, so that nobody can bring it back. */
export function empty(org: Org, caller: Caller, id: string): void {
  const { object, row } = inBin(org, id);
  if (!caller.rights.may('delete', object)) throw noRight();
  checkDelete(org, caller, object, row);
  for (const { id: one } of org.recycleBin.wentWith(id)) org.recycleBin.lose(one);
}

/** Forgets for good whatever has been in the bin for fifteen days. */
export function purge(org: Org): void {
  for (const { id } of org.recycleBin.takeDue()) {
    const found = find(org, id);
    if (found?.row.IsDeleted === true) org.database.table(found.object).remove(id);
  }
}

function inBin(org: Org, id: string): Found {
  const found = find(org, id);
  if (!found) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  const entry = org.recycleBin.get(id);
  if (found.row.IsDeleted !== true || entry?.root !== id || entry.lost) {
    throw refuse('UNDELETE_FAILED', 'Entity is not in the recycle bin', []);
  }
  return found;
}

function bringBack(org: Org, caller: Caller, id: string): void {
  const found = find(org, id);
  if (found?.row.IsDeleted !== true) return;
  const now = wholeSeconds(org.clock.now());
  const row: Row = {
    ...found.row,
    IsDeleted: false,
    ...('MasterRecordId' in found.row && { MasterRecordId: null }),
    LastModifiedDate: now,
    LastModifiedById: caller.userId,
    SystemModstamp: now,
  };
  checkUnique(org, caller, found.object, row);
  org.database.put(found.object, row);
}

/** Only where nobody has put something else in the meantime. */
function pointAgain(org: Org, from: string, field: string, target: string): void {
  const found = find(org, from);
  if (!found || found.row.IsDeleted === true || (found.row[field] ?? null) !== null) return;
  const SystemModstamp = wholeSeconds(org.clock.now());
  org.database.put(found.object, { ...found.row, [field]: target, SystemModstamp });
}

function find(org: Org, id: string): Found | undefined {
  const object = org.schema.byKeyPrefix(id.slice(0, 3));
  const row = object && org.database.table(object).get(id);
  return row && { object, row };
}
