import type { Field, ObjectType } from './model.ts';
import type { ObjectAccess, PermissionSet } from './permission-sets.ts';

/** What one user may do; which records of an object, is for sharing to say. */
export interface Rights {
  /** Whether the user may call the API at all. */
  api: boolean;
  /** Whether the user may change the org's metadata. */
  metadata: boolean;
  /** Whether the user may turn leads into accounts and contacts. */
  convertLeads: boolean;
  may(action: 'read' | 'create' | 'edit' | 'delete', object: ObjectType): boolean;
  /** Whether sharing does not hold the user back from seeing, or from changing, any record. */
  viewsAll(object: ObjectType): boolean;
  modifiesAll(object: ObjectType): boolean;
  canSee(object: ObjectType, field: Field): boolean;
  canWrite(object: ObjectType, field: Field): boolean;
}

/** A system administrator sees and writes whatever the platform lets anyone write. */
export const administrator: Rights = {
  api: true,
  metadata: true,
  convertLeads: true,
  may: (action, object) => action === 'read' || !object.fixed,
  viewsAll: () => true,
  modifiesAll: () => true,
  canSee: () => true,
  canWrite: () => true,
};

/** The sum of the user's permission sets; a profile beneath them grants nothing. */
export function rightsFrom(sets: PermissionSet[]): Rights {
  const has = (name: string): boolean => sets.some((set) => set.system.includes(name));
  const may = (action: keyof ObjectAccess, object: ObjectType): boolean => {
    if (object.setup && action === 'read') return true;
    if (has('ModifyAllData') || (has('ViewAllData') && action === 'read')) return !object.setup;
    return sets.some((set) => set.objects.get(object.name)?.[action] === true);
  };
  const granted = (kind: 'read' | 'edit', object: ObjectType, field: Field): boolean =>
    sets.some(
      (set) =>
        set.fields.get(field.securedLike ?? `${object.name}.${field.guardedBy ?? ''}`)?.[kind] ===
        true,
    );
  const allOf = (kind: 'viewAll' | 'modifyAll', object: ObjectType): boolean =>
    sets.some((set) => set.objects.get(object.name)?.[kind] === true);
  const modifiesAll = (object: ObjectType): boolean =>
    has('ModifyAllData') || allOf('modifyAll', object);
  return {
    api: sets.some((set) => set.system.includes('ApiEnabled')),
    metadata: sets.some((set) =>
      set.system.some((name) => ['ModifyAllData', 'ModifyMetadata'].includes(name)),
    ),
    convertLeads: has('ConvertLeads'),
    may,
    viewsAll: (object) => has('ViewAllData') || allOf('viewAll', object) || modifiesAll(object),
    modifiesAll,
    canSee: (object, field) =>
      may('read', object) &&
      (object.setup || field.guardedBy === null || granted('read', object, field)),
    canWrite: (object, field) => field.guardedBy === null || granted('edit', object, field),
  };
}
