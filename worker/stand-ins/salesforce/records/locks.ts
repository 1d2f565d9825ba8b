import type { Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { normaliseId } from './ids.ts';
import { refuse } from './refusal.ts';
import type { Row } from './row.ts';
import type { Lock } from './rules.ts';

/**
 * A write needs the record itself and, for a moment, every record it points at. Throws
 * UNABLE_TO_LOCK_ROW when somebody else holds one of them, and counts that against the lock.
 */
export function checkLocks(org: Org, object: ObjectType, row: Row): void {
  const locks = org.rules.locks.list();
  if (locks.length === 0) return;
  const touched = new Set([row.Id, ...pointedAt(object, row)]);
  const held = locks.filter((lock) => isHeld(org, lock));
  const hit = held.find(({ recordId }) => touched.has(longId(recordId)));
  if (!hit) return;
  if (hit.times !== undefined) org.rules.countLock(hit);
  throw refuse(
    'UNABLE_TO_LOCK_ROW',
    `unable to obtain exclusive access to this record or 1 records: ${longId(hit.recordId)}`,
    [],
  );
}

function longId(id: string): string {
  return normaliseId(id) ?? id;
}

function isHeld(org: Org, { until }: Lock): boolean {
  return until === undefined || org.clock.now().toISOString() < until;
}

function pointedAt(object: ObjectType, row: Row): string[] {
  return (
    object.fields
      // Every user's writes name the same users; the platform does not lock those.
      .filter((field) => field.type === 'reference' && !field.referenceTo.includes('User'))
      .map((field) => row[field.name])
      .filter((id) => typeof id === 'string')
  );
}
