import type { Call, Handler } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { eTagOf } from './components.ts';
import { layoutSource, type LayoutSection, type LayoutType, type Place } from './layout-source.ts';
import { isPerson, objectNamed } from './objects.ts';
import { choices, fromUrl } from './parameters.ts';
import { notFound } from '../records/refusal.ts';
import { normaliseId } from '../records/ids.ts';
import { recordTypeOf } from './object-info.ts';

export type Mode = 'Create' | 'Edit' | 'View';

/** A layout with what of it the caller may see, row by row. */
export function layout(call: Call, object: ObjectType, type: LayoutType, mode: Mode) {
  const { id, sections } = layoutSource(call.org, object, type);
  const body = {
    id,
    layoutType: type,
    mode,
    objectApiName: object.name,
    recordTypeId: recordTypeOf(object),
    saveOptions: [],
    sections: sections
      .map((section) => sectionOf(call, object, section, mode))
      .filter(({ rows }) => rows > 0),
  };
  return { eTag: eTagOf(body), ...body };
}

function sectionOf(call: Call, object: ObjectType, section: LayoutSection, mode: Mode) {
  const columns = section.columns.map((places) =>
    places
      .filter((place) => place === null || shown(call, object, place.field, mode))
      .map((place) => itemOf(call, object, place)),
  );
  const rows = Math.max(0, ...columns.map((items) => items.length));
  return {
    collapsible: false,
    columns: Math.max(columns.length, 1),
    heading: section.heading,
    id: section.id,
    layoutRows: Array.from({ length: rows }, (_, row) => ({
      layoutItems: columns.map((items) => items[row] ?? itemOf(call, object, null)),
    })),
    rows,
    useHeading: mode === 'View' ? section.onDetail : section.onForm,
  };
}

/** What the platform computes stands on no form. */
export function shown(call: Call, object: ObjectType, name: string, mode: Mode): boolean {
  const field = call.org.schema.field(object, name);
  if (!field || !call.caller.rights.canSee(object, field)) return false;
  return mode === 'View' || !field.calculated;
}

function itemOf({ org, caller }: Call, object: ObjectType, place: Place) {
  const field = place ? org.schema.field(object, place.field) : undefined;
  if (!place || !field) {
    return {
      editableForNew: false,
      editableForUpdate: false,
      label: '',
      layoutComponents: [{ apiName: null, componentType: 'EmptySpace', label: null }],
      lookupIdApiName: null,
      required: false,
      sortable: false,
    };
  }
  const parts = componentsOf(isPerson(org, object), field.name).flatMap(
    (name) => org.schema.field(object, name) ?? [],
  );
  const open = place.behavior !== 'Readonly';
  const writable = (mode: 'createable' | 'updateable', action: 'create' | 'edit'): boolean =>
    open &&
    caller.rights.may(action, object) &&
    parts.some((part) => part[mode] && caller.rights.canWrite(object, part));
  return {
    editableForNew: writable('createable', 'create'),
    editableForUpdate: writable('updateable', 'edit'),
    label: labelOf(field),
    layoutComponents: parts.map(({ name, label }) => ({
      apiName: name,
      componentType: 'Field',
      label,
    })),
    lookupIdApiName: field.nameField ? 'Id' : field.type === 'reference' ? field.name : null,
    required: place.behavior === 'Required' || parts.some(({ required }) => required),
    sortable: false,
  };
}

/** Names of people are written in parts, and who did something stands with when. */
export function componentsOf(person: boolean, name: string): string[] {
  if (person && name === 'Name') return ['Salutation', 'FirstName', 'LastName'];
  if (name === 'CreatedById') return ['CreatedById', 'CreatedDate'];
  if (name === 'LastModifiedById') return ['LastModifiedById', 'LastModifiedDate'];
  return [name];
}

/** Pages say "Owner" where the field is the "Owner ID". */
export function labelOf({ label, type }: Field): string {
  return type === 'reference' ? label.replace(/ ID$/, '') : label;
}

export const readLayout: Handler = (call, { object: name }) => {
  const object = objectNamed(call, name);
  const ask = fromUrl(call);
  const [type = 'Full'] = choices<LayoutType>(ask, 'layoutType', ['Full', 'Compact']);
  const [mode = 'View'] = choices<Mode>(ask, 'mode', ['Create', 'Edit', 'View']);
  checkRecordType(object, ask('recordTypeId')[0]);
  return { status: 200, body: layout(call, object, type, mode) };
};

/** Sections a user has folded are not remembered: every one is open. */
export const readUserState: Handler = (call, { object: name }) => {
  const object = objectNamed(call, name);
  const ask = fromUrl(call);
  const [type = 'Full'] = choices<LayoutType>(ask, 'layoutType', ['Full', 'Compact']);
  const [mode = 'View'] = choices<Mode>(ask, 'mode', ['Create', 'Edit', 'View']);
  const { id, sections } = layoutSource(call.org, object, type);
  const states = sections.map((one): [string, object] => [
    one.id,
    { collapsed: false, id: one.id },
  ]);
  return {
    status: 200,
    body: {
      apiName: object.name,
      id,
      layoutType: type,
      mode,
      recordTypeId: recordTypeOf(object),
      sectionUserStates: Object.fromEntries(states),
    },
  };
};

/** Throws NOT_FOUND for any record type but the master, which is the only one. */
export function checkRecordType(object: ObjectType, text: string | undefined): void {
  if (text !== undefined && normaliseId(text) !== recordTypeOf(object)) throw notFound();
}
