import { checkbox, picklist, reference, standardObject, system, text } from './define.ts';
import type { ObjectType } from './model.ts';

/** Queues and public groups. */
const group = standardObject(
  'Group',
  ['Group', 'Group'],
  '00G',
  [
    text('Name', 'Name', 40, { required: true, nameField: true }),
    text('DeveloperName', 'Developer Name', 80),
    picklist('Type', 'Type', 'Regular|Queue', { required: true, updateable: false }),
    text('Email', 'Queue Email', 255),
    checkbox('DoesSendEmailToMembers', 'Send Email to Members'),
  ],
  { setup: true },
);

/** Of which objects a queue may own records. */
const queueSobject = standardObject(
  'QueueSobject',
  ['Queue Sobject', 'Queue Sobject'],
  '03g',
  [
    reference('QueueId', 'Group ID', 'Group', { required: true, updateable: false }),
    text('SobjectType', 'Sobject Type', 40, { required: true, updateable: false }),
    system('Name', 'Name', 'string', { length: 40, nameField: true }),
  ],
  { setup: true },
);

export const queueObjects: ObjectType[] = [group, queueSobject];

/** Leads may belong to queues; what else may here belongs to users. */
export function ownedByQueues(object: ObjectType): ObjectType {
  const fields = object.fields.map((field) =>
    field.name === 'OwnerId' ? { ...field, referenceTo: ['User', 'Group'] } : field,
  );
  return { ...object, fields };
}
