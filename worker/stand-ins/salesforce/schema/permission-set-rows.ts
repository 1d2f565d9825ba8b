import type { Org } from '../org.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { PermissionSet } from './permission-sets.ts';

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
  const known = new Set(before.map(({ name }) => name));
  const missing = new Map(permissionSets.map((set) => [set.name, set]));
  for (const row of table.all()) {
    const name = typeof row.Name === 'string' ? row.Name : '';
    const set = missing.get(name);
    if (set && row.Label !== set.label) database.put(object, { ...row, Label: set.label });
    if (!set && known.has(name)) {
      for (const { Id } of database.table(assignments).find('PermissionSetId', row.Id)) {
        database.table(assignments).remove(Id);
      }
      table.remove(row.Id);
    }
    missing.delete(name);
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
      NamespacePrefix: null,
      IsOwnedByProfile: false,
      IsCustom: true,
    });
  }
}
