import type { Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import type { Row } from './row.ts';

/** The living rows whose key field has this value; case counts where the field says so. */
export function findByKey(org: Org, object: ObjectType, key: Field, value: string): Row[] {
  return org.database
    .table(object)
    .find(key.name, value)
    .filter((row) => row.IsDeleted !== true && (!key.caseSensitive || row[key.name] === value));
}
