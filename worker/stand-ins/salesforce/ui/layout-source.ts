import { childrenOf, deepIn, textIn, type Element } from '../metadata/element.ts';
import type { Org } from '../org.ts';
import type { ObjectType } from '../schema/model.ts';
import { screenId, screensOf } from './components.ts';

/** A place on a layout; null where it leaves one empty. */
export type Place = { field: string; behavior: string } | null;

export interface LayoutSection {
  id: string;
  heading: string;
  /** Whether the heading shows on the detail page, and on the form. */
  onDetail: boolean;
  onForm: boolean;
  columns: Place[][];
}

export interface LayoutSource {
  id: string;
  sections: LayoutSection[];
}

export type LayoutType = 'Full' | 'Compact';

/** What a page of the object shows: as it was deployed, or as the platform makes it by itself. */
export function layoutSource(org: Org, object: ObjectType, type: LayoutType): LayoutSource {
  return type === 'Full' ? fullLayout(org, object) : compactLayout(org, object);
}

/** Which of several layouts a profile sees is not told by any permission set: the first it is. */
function fullLayout(org: Org, object: ObjectType): LayoutSource {
  const layout = screensOf(org, 'Layout').find((one) => one.object === object.name);
  if (!layout) return ownLayout(object);
  const id = screenId('00h', object.name, layout.name);
  const sections = childrenOf(layout.element, 'layoutSections')
    .filter((section) => textIn(section, 'style') !== 'CustomLinks')
    .map((section, place) => ({
      id: screenId('01B', id, String(place)),
      heading: textIn(section, 'label'),
      onDetail: textIn(section, 'detailHeading') === 'true',
      onForm: textIn(section, 'editHeading') === 'true',
      columns: childrenOf(section, 'layoutColumns').map((column) =>
        childrenOf(column, 'layoutItems').map((item) => placeOf(item, layout.apiName)),
      ),
    }));
  return { id, sections };
}

function placeOf(item: Element, apiName: (name: string) => string): Place {
  const field = textIn(item, 'field');
  return field ? { field: apiName(field), behavior: textIn(item, 'behavior') || 'Edit' } : null;
}

/**
 * Fields that a deploy adds come on no layout by themselves: a custom object without one shows its
 * name and its owner, a standard one the fields it was born with.
 */
function ownLayout(object: ObjectType): LayoutSource {
  const id = screenId('00h', object.name, 'own');
  const own = object.fields.filter(
    (field) =>
      !field.custom && (field.createable || field.updateable || (field.nameField && object.custom)),
  );
  const names = own.map(({ name }) => name);
  const half = Math.ceil(names.length / 2);
  const section = (heading: string, columns: string[][]): LayoutSection => ({
    id: screenId('01B', id, heading),
    heading,
    onDetail: true,
    onForm: true,
    columns: columns.map((column) => column.map((field) => ({ field, behavior: 'Edit' }))),
  });
  return {
    id,
    sections: [
      section('Information', [names.slice(0, half), names.slice(half)]),
      section('System Information', [['CreatedById'], ['LastModifiedById']]),
    ],
  };
}

/** What the platform shows of a record in short until somebody chooses. */
const IN_SHORT: Record<string, string[]> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Site', 'Industry'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email'],
};

function compactLayout(org: Org, object: ObjectType): LayoutSource {
  const own = screensOf(org, 'CustomObject').find(({ name }) => name === object.name);
  const chosen = textIn(own?.element, 'compactLayoutAssignment');
  const layout =
    chosen === ''
      ? undefined
      : screensOf(org, 'CompactLayout').find(
          ({ object: of, component }) =>
            of === object.name && component.fullName.endsWith(`.${chosen}`),
        );
  const names = layout
    ? deepIn(layout.element, 'fields').map(({ text }) => layout.apiName(text))
    : (IN_SHORT[object.name] ?? [object.fields.find(({ nameField }) => nameField)?.name ?? 'Id']);
  const id = screenId('0AH', object.name, layout?.name ?? 'own');
  const columns = [names.map((field) => ({ field, behavior: 'Readonly' }))];
  return {
    id,
    sections: [{ id: screenId('01B', id), heading: '', onDetail: false, onForm: false, columns }],
  };
}
