import type { Org } from '../org.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import { setKey, setKeyOfRow, type PermissionSet } from './permission-sets.ts';

/**
 * Gives every permission set of the org its record, and takes away the records, and with them the
 * assignments, of those that were there before and are gone.
 */
export function alignPermissionSets(org: Org, before: PermissionSet[]): void {
  const { schema, database, permissionSets, residents } = org;
  const object = schema.object('PermissionSet');
  const assignments = schema.object('PermissionSetAssignment');
  if (!object || !assignments) return;
  const table = database.table(object);
  const known = new Set(before.map(setKey));
  const missing = new Map(permissionSets.map((set) => [setKey(set), set]));
  for (const row of table.all()) {
    const key = setKeyOfRow(row);
    const set = missing.get(key);
    if (set && row.Label !== set.label) database.put(object, { ...row, Label: set.label });
    if (!set && known.has(key)) {
      for (const { Id } of database.table(assignments).find('PermissionSetId', row.Id)) {
        database.table(assignments).remove(Id);
      }
      table.remove(row.Id);
    }
    missing.delete(key);
  }
  const now = wholeSeconds(org.clock.now());
  for (const set of missing.values()) {
    database.put(object, {
      Id: database.newId(object),
      IsDeleted: false,
      CreatedDate: now,
      CreatedById: residents.adminId,
      LastModifiedDate: now,
      LastModifiedById: residents.adminId,
      SystemModstamp: now,
      Name: set.name,
      Label: set.label,
      NamespacePrefix: set.namespace || null,
      IsOwnedByProfile: false,
      IsCustom: true,
    });
  }
}
