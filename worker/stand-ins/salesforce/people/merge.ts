import type { Caller, Org } from '../org.ts';
import { refuseConverted } from '../records/converted.ts';
import { checkLocks } from '../records/locks.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Draft } from '../records/read-body.ts';
import { refuse } from '../records/refusal.ts';
import { discard } from '../records/remove.ts';
import type { Row } from '../records/row.ts';
import { noRight, update } from '../records/save.ts';
import { checkDelete } from '../records/sharing.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { found } from './converter.ts';

const MERGEABLE = ['Account', 'Contact', 'Lead'];
const MOST_LOSERS = 2;

export interface Merge {
  object: ObjectType;
  masterId: string;
  /** What the winner takes on; all else it keeps. */
  draft: Draft;
  /** One or two records of the same object. */
  loserIds: string[];
}

export interface Merged {
  id: string;
  mergedRecordIds: string[];
  /** The records that pointed at a loser and point at the winner now. */
  updatedRelatedIds: string[];
}

/**
 * Makes one record of up to three. The losers go to the recycle bin and remember by whom they were
 * taken over. Throws Refused, and has then changed nothing.
 */
export function merge(org: Org, caller: Caller, { object, draft, ...ids }: Merge): Merged {
  if (!MERGEABLE.includes(object.name)) {
    throw refuse('INVALID_OPERATION', `entity type ${object.name} does not support merge`, []);
  }
  checkCount(ids.loserIds);
  if (!caller.rights.may('edit', object) || !caller.rights.may('delete', object)) throw noRight();
  const { row: master } = found(org, ids.masterId, object.name);
  const losers = ids.loserIds.map((id) => found(org, id, object.name).row);
  const all = [master, ...losers];
  if (new Set(all.map(({ Id }) => Id)).size < all.length) {
    throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  }
  for (const loser of losers) {
    refuseConverted(object, loser);
    checkDelete(org, caller, object, loser);
    checkLocks(org, object, loser);
  }
  return org.database.transaction(() => {
    update(org, caller, object, master, draft);
    const updatedRelatedIds = losers.flatMap((loser) => takeOver(org, object, master.Id, loser.Id));
    for (const loser of losers) {
      const now = org.database.table(object).get(loser.Id) ?? loser;
      discard(org, caller, object, now, { MasterRecordId: master.Id });
    }
    return { id: master.Id, mergedRecordIds: losers.map(({ Id }) => Id), updatedRelatedIds };
  });
}

function checkCount(loserIds: string[]): void {
  if (loserIds.length === 0) {
    throw refuse('REQUIRED_FIELD_MISSING', 'Required fields are missing: [recordToMergeIds]', []);
  }
  if (loserIds.length <= MOST_LOSERS) return;
  throw refuse('EXCEEDED_ID_LIMIT', `no more than ${MOST_LOSERS} records can be merged into one`);
}

/** Points at the winner whatever pointed at the loser, and answers its ids. */
function takeOver(org: Org, object: ObjectType, masterId: string, loserId: string): string[] {
  const SystemModstamp = wholeSeconds(org.clock.now());
  const moved: string[] = [];
  for (const child of org.schema.objects) {
    for (const field of child.fields.filter((one) => pointsAt(object, one))) {
      for (const row of org.database.table(child).find(field.name, loserId)) {
        if (row.IsDeleted === true || isMemberToo(org, child, field, row, masterId)) continue;
        // The winner cannot be its own parent.
        const target = row.Id === masterId ? null : masterId;
        org.database.put(child, { ...row, [field.name]: target, SystemModstamp });
        moved.push(row.Id);
      }
    }
  }
  return moved;
}

function pointsAt(object: ObjectType, field: Field): boolean {
  return field.referenceTo.includes(object.name) && field.name !== 'MasterRecordId';
}

/** Where the winner is in the campaign already, the loser's membership goes with the loser. */
function isMemberToo(
  org: Org,
  child: ObjectType,
  field: Field,
  row: Row,
  masterId: string,
): boolean {
  if (child.name !== 'CampaignMember') return false;
  const own = org.database.table(child).find(field.name, masterId);
  return own.some((one) => one.IsDeleted !== true && one.CampaignId === row.CampaignId);
}
