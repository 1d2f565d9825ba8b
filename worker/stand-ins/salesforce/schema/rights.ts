import type { Field, ObjectType } from './model.ts';
import type { ObjectAccess, PermissionSet } from './permission-sets.ts';

/** What one user may do. Sharing is not imitated: who may read an object may read all its rows. */
export interface Rights {
  /** Whether the user may call the API at all. */
  api: boolean;
  /** Whether the user may change the org's metadata. */
  metadata: boolean;
  may(action: keyof ObjectAccess, object: ObjectType): boolean;
  canSee(object: ObjectType, field: Field): boolean;
  canWrite(object: ObjectType, field: Field): boolean;
}

/** A system administrator sees and writes whatever the platform lets anyone write. */
export const administrator: Rights = {
  api: true,
  metadata: true,
  may: () => true,
  canSee: () => true,
  canWrite: () => true,
};

/** The sum of the user's permission sets; a profile beneath them grants nothing. */
export function rightsFrom(sets: PermissionSet[]): Rights {
  const may = (action: keyof ObjectAccess, object: ObjectType): boolean => {
    if (object.setup && action === 'read') return true;
    return sets.some((set) => set.objects.get(object.name)?.[action] === true);
  };
  const granted = (kind: 'read' | 'edit', object: ObjectType, field: Field): boolean =>
    sets.some((set) => set.fields.get(`${object.name}.${field.guardedBy ?? ''}`)?.[kind] === true);
  return {
    api: sets.some((set) => set.system.includes('ApiEnabled')),
    metadata: sets.some((set) =>
      set.system.some((name) => ['ModifyAllData', 'ModifyMetadata'].includes(name)),
    ),
    may,
    canSee: (object, field) =>
      may('read', object) &&
      (object.setup || field.guardedBy === null || granted('read', object, field)),
    canWrite: (object, field) => field.guardedBy === null || granted('edit', object, field),
  };
}
