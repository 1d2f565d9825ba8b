import { reference, system } from './define.ts';
import type { Field, ObjectType } from './model.ts';
import { leaf, type Xml } from './xml.ts';

/**
 * A platform event. It has no Id, no owner and no history, for it is never kept as a record; and
 * field-level security knows nothing of it.
 */
export function readEvent(name: string, xml: Xml, own: Field[]): Omit<ObjectType, 'keyPrefix'> {
  const label = leaf(xml, 'label') ?? name;
  const closed = { createable: false, updateable: false, guardedBy: null };
  return {
    name,
    label,
    labelPlural: leaf(xml, 'pluralLabel') ?? label,
    custom: true,
    fields: [
      system('ReplayId', 'Replay ID', 'string', { length: 1000 }),
      system('CreatedDate', 'Created Date', 'datetime'),
      reference('CreatedById', 'Created By ID', 'User', closed),
      system('EventUuid', 'Event UUID', 'string', { length: 36 }),
      ...own.map((field): Field => ({ ...field, updateable: false, guardedBy: null })),
    ],
    children: [],
    setup: false,
    event: {
      publishes:
        leaf(xml, 'publishBehavior') === 'PublishImmediately' ? 'immediately' : 'after commit',
    },
  };
}
