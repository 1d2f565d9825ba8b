import type { Caller, Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { normaliseId } from './ids.ts';
import { refuse } from './refusal.ts';
import type { Row } from './row.ts';

/**
 * Gives a record to whom the active assignment rule of its object names, where the caller asks for
 * it. The REST API asks unless it is told not to, on changes of a record as well.
 */
export function assign(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  const { assignment } = caller;
  if (assignment === undefined || /^false$/i.test(assignment)) return;
  if (!/^true$/i.test(assignment))
    throw refuse('MALFORMED_ID', `malformed assignment rule id ${assignment}`, []);
  const rule = org.rules.assignmentRules.list().find((one) => one.object === object.name);
  if (rule) row.OwnerId = normaliseId(rule.ownerId) ?? rule.ownerId;
}

/** Throws unless the queue may own such records. */
export function checkQueue(org: Org, object: ObjectType, row: Row): void {
  const queues = org.schema.object('QueueSobject');
  if (!queues || typeof row.OwnerId !== 'string' || !row.OwnerId.startsWith('00G')) return;
  const kinds = org.database.table(queues).find('QueueId', row.OwnerId);
  if (kinds.some((one) => one.IsDeleted !== true && one.SobjectType === object.name)) return;
  throw refuse('INVALID_OPERATION', 'Queue not associated with this SObject type', ['OwnerId']);
}
