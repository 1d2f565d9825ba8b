import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { refuseConverted } from './converted.ts';
import { checkLocks } from './locks.ts';
import { wholeSeconds } from './parse-value.ts';
import { refusePersonContact } from './person-accounts.ts';
import { noRight } from './save.ts';
import type { Discarded } from './recycle-bin.ts';
import type { Row } from './row.ts';
import { refuse } from './refusal.ts';
import { checkDelete } from './sharing.ts';

/**
 * Moves a record to the recycle bin: it stays, marked as deleted. Its detail rows go with it, and
 * whatever merely pointed at it points at nothing.
 */
export function remove(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  if (!caller.rights.may('delete', object)) throw noRight();
  if (row.IsDeleted === true) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
  checkDelete(org, caller, object, row);
  refuseConverted(object, row);
  refusePersonContact(object, row);
  checkLocks(org, object, row);
  org.database.transaction(() => discard(org, caller, object, row));
}

/** Deletes without asking for rights; what is given is written on the record as it goes. */
export function discard(
  org: Org,
  caller: Caller,
  object: ObjectType,
  row: Row,
  more: Partial<Row> = {},
  root = row.Id,
): void {
  const now = wholeSeconds(org.clock.now());
  const changed = { ...row, ...more } as Row;
  org.database.put(object, {
    ...changed,
    IsDeleted: true,
    LastModifiedDate: now,
    LastModifiedById: caller.userId,
    SystemModstamp: now,
  });
  const cleared: Discarded['cleared'] = [];
  for (const child of org.schema.objects) {
    for (const field of child.fields) {
      if (!field.referenceTo.includes(object.name)) continue;
      for (const found of org.database.table(child).find(field.name, row.Id)) {
        if (found.IsDeleted === true) {
          // A detail that was deleted before its master cannot come back without it.
          if (field.cascadeDelete && field.required) {
            org.database.afterCommit(() => org.recycleBin.lose(found.Id));
          }
        } else if (field.cascadeDelete) {
          discard(org, caller, child, found, {}, root);
        } else {
          org.database.put(child, { ...found, [field.name]: null, SystemModstamp: now });
          cleared.push({ id: found.Id, field: field.name });
        }
      }
    }
  }
  org.database.afterCommit(() => org.recycleBin.add({ id: row.Id, root, cleared }));
}
