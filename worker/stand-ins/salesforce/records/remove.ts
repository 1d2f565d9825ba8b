import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { checkLocks } from './obstacles.ts';
import { wholeSeconds } from './parse-value.ts';
import { noRight } from './save.ts';
import type { Row } from './row.ts';
import { refuse } from './refusal.ts';

/**
 * Moves a record to the recycle bin: it stays, marked as deleted. Its detail rows go with it, and
 * whatever merely pointed at it points at nothing.
 */
export function remove(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  if (!caller.rights.may('delete', object)) throw noRight();
  if (row.IsDeleted === true) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
  checkLocks(org, object, row);
  org.database.transaction(() => drop(org, caller, object, row));
}

function drop(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  const now = wholeSeconds(org.clock.now());
  org.database.put(object, {
    ...row,
    IsDeleted: true,
    LastModifiedDate: now,
    LastModifiedById: caller.userId,
    SystemModstamp: now,
  });
  for (const child of org.schema.objects) {
    for (const field of child.fields) {
      if (!field.referenceTo.includes(object.name)) continue;
      for (const found of org.database.table(child).find(field.name, row.Id)) {
        if (found.IsDeleted === true) continue;
        if (field.cascadeDelete) drop(org, caller, child, found);
        else org.database.put(child, { ...found, [field.name]: null, SystemModstamp: now });
      }
    }
  }
}
