import type { Caller, Org } from '../org.ts';
import type { ObjectType, SharingModel } from '../schema/model.ts';
import { refuse, type Refused } from './refusal.ts';
import { textOf, type Row } from './row.ts';

/** What sharing lets somebody do with a record; who has more has all that is less. */
const NOTHING = 0;
const READ = 1;
const EDIT = 2;
const FULL = 3;

const OPEN_TO_ALL: Record<SharingModel, number> = {
  Private: NOTHING,
  Read: READ,
  ReadWrite: EDIT,
  ReadWriteTransfer: EDIT,
  FullAccess: FULL,
  ControlledByParent: NOTHING,
};

/** Whether sharing lets the caller see this record of an object that the caller may read. */
export function canRead(org: Org, caller: Caller, object: ObjectType, row: Row): boolean {
  return caller.rights.viewsAll(object) || accessTo(org, caller, object, row) >= READ;
}

/** Whether sharing lets the caller change this record. */
export function canEdit(org: Org, caller: Caller, object: ObjectType, row: Row): boolean {
  return accessTo(org, caller, object, row) >= EDIT;
}

/** Whether sharing lets the caller delete this record: public access does not go so far. */
export function canDelete(org: Org, caller: Caller, object: ObjectType, row: Row): boolean {
  return accessTo(org, caller, object, row) >= FULL;
}

/** Whether nothing of this object is hidden from the caller, so that no row need be looked at. */
export function seesAll(org: Org, caller: Caller, object: ObjectType): boolean {
  const model = org.sharing.modelOf(object);
  if (model === undefined || caller.rights.viewsAll(object)) return true;
  if (OPEN_TO_ALL[model] >= READ) return object.name !== 'Contact';
  const parents = (object.sharingParents ?? []).map((name) => parentType(org, object, name));
  return (
    model === 'ControlledByParent' &&
    object.name !== 'Contact' &&
    parents.every((parent) => parent && seesAll(org, caller, parent))
  );
}

function parentType(org: Org, object: ObjectType, reference: string): ObjectType | undefined {
  return org.schema.object(org.schema.field(object, reference)?.referenceTo[0] ?? '');
}

/** Throws unless the caller may change the record, in the words the platform has for either case. */
export function checkEdit(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  if (!canEdit(org, caller, object, row)) throw closed(org, caller, object, row);
}

/** Throws when a record changes hands by somebody who may only change what is in it. */
export function checkTransfer(
  org: Org,
  caller: Caller,
  object: ObjectType,
  before: Row,
  after: Row,
): void {
  if (before.OwnerId === after.OwnerId || org.sharing.modelOf(object) === 'ReadWriteTransfer')
    return;
  checkDelete(org, caller, object, before);
}

export function checkDelete(org: Org, caller: Caller, object: ObjectType, row: Row): void {
  if (!canDelete(org, caller, object, row)) throw closed(org, caller, object, row);
}

function closed(org: Org, caller: Caller, object: ObjectType, row: Row): Refused {
  if (!canRead(org, caller, object, row)) return noCrossReference();
  return refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
}

/** For a record that is there, and that the caller does not even know of. */
export function noCrossReference(id?: string): Refused {
  return refuse(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    `insufficient access rights on cross-reference id${id === undefined ? '' : `: ${id}`}`,
    [],
  );
}

function accessTo(org: Org, caller: Caller, object: ObjectType, row: Row): number {
  const model = org.sharing.modelOf(object);
  if (model === undefined || caller.rights.modifiesAll(object)) return FULL;
  if (textOf(row, 'OwnerId') === caller.userId) return FULL;
  const open = Math.max(
    // A person of no company is nobody's business, whatever the organisation-wide default.
    object.name === 'Contact' && !textOf(row, 'AccountId') ? NOTHING : OPEN_TO_ALL[model],
    caller.rights.viewsAll(object) ? READ : NOTHING,
  );
  if (open >= EDIT) return open;
  return Math.max(
    open,
    throughParents(org, caller, object, row, model),
    toParent(org, caller, object, row),
  );
}

/** What access to the records it hangs on gives. A detail's fate is its master's to decide. */
function throughParents(
  org: Org,
  caller: Caller,
  object: ObjectType,
  row: Row,
  model: SharingModel,
): number {
  // The right to view all accounts does not reach the people in them.
  const asker = object.name === 'Contact' ? withoutAll(caller) : caller;
  const levels = (object.sharingParents ?? []).flatMap((name) => {
    const parent = rowOf(org, textOf(row, name));
    return parent ? accessTo(org, asker, parent.object, parent.row) : [];
  });
  if (levels.length === 0) return NOTHING;
  // Activities only show to whoever sees what they are about.
  if (model !== 'ControlledByParent') return Math.min(Math.max(...levels), READ);
  const level = Math.min(...levels);
  return object.name !== 'Contact' && level >= EDIT ? FULL : level;
}

function withoutAll(caller: Caller): Caller {
  const rights = { ...caller.rights, viewsAll: () => false, modifiesAll: () => false };
  return { ...caller, rights };
}

const ACCOUNT_CHILDREN = ['Contact', 'Opportunity'];

/** Whoever owns a person or a deal of an account sees the account. */
function toParent(org: Org, caller: Caller, object: ObjectType, row: Row): number {
  if (object.name !== 'Account') return NOTHING;
  const owns = ACCOUNT_CHILDREN.some((name) => {
    const child = org.schema.object(name);
    const rows = child ? org.database.table(child).find('AccountId', row.Id) : [];
    return rows.some((one) => one.IsDeleted !== true && one.OwnerId === caller.userId);
  });
  return owns ? READ : NOTHING;
}

function rowOf(org: Org, id: string | undefined): { object: ObjectType; row: Row } | undefined {
  const object = id === undefined ? undefined : org.schema.byKeyPrefix(id.slice(0, 3));
  const row = object && org.database.table(object).get(id ?? '');
  return row && { object, row };
}
