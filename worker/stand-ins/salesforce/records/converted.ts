import type { ObjectType } from '../schema/model.ts';
import { refuse } from './refusal.ts';
import type { Row } from './row.ts';

/** Throws when the record is a lead that has become a contact: it is closed for good. */
export function refuseConverted(object: ObjectType, row: Row): void {
  if (object.name !== 'Lead' || row.IsConverted !== true) return;
  throw refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
}
