import { parentOf } from '../../schema/component.ts';
import { childOf, childrenOf, deepIn, textIn, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { isOf, type World } from '../world.ts';

/** What list views call the fields that every object has. */
const COLUMNS = [
  'NAME',
  'OBJECT_ID',
  'CREATED_DATE',
  'CREATEDBY_USER',
  'CREATEDBY_USER.ALIAS',
  'LAST_UPDATE',
  'UPDATEDBY_USER',
  'UPDATEDBY_USER.ALIAS',
  'OWNER.ALIAS',
  'OWNER.FIRST_NAME',
  'OWNER.LAST_NAME',
  'LAST_ACTIVITY',
];

export function checkLayout({ element, fullName }: Incoming, world: World): Problem[] {
  const object = fullName.split('-')[0] ?? '';
  if (!world.hasObject(object)) {
    return [at(element, `Parent entity failed to deploy: no CustomObject named ${object} found`)];
  }
  const items = childrenOf(element, 'layoutSections').flatMap((part) => deepIn(part, 'field'));
  const shown = new Set(items.map(({ text }) => text));
  return [
    ...noField(items, object, world),
    ...required(object, world)
      .filter((name) => !shown.has(name))
      .map((name) => at(element, `Layout must contain an item for required layout field: ${name}`)),
    ...twice(items),
    ...childrenOf(element, 'relatedLists').flatMap((list) => relatedList(list, object, world)),
  ];
}

export function noField(elements: Element[], object: string, world: World): Problem[] {
  return elements
    .filter(({ text }) => !world.field(object, text))
    .map((item) => at(item, `In field: field - no CustomField named ${object}.${item.text} found`));
}

function required(object: string, world: World): string[] {
  return world
    .of('CustomField')
    .filter(
      (field) =>
        isOf(object, field) &&
        world.field(object, field.fullName.slice(object.length + 1)) === 'always visible',
    )
    .map(({ fullName }) => fullName.slice(object.length + 1));
}

function twice(items: Element[]): Problem[] {
  return items
    .filter((item, place) => items.findIndex(({ text }) => text === item.text) < place)
    .map((item) => at(item, `Duplicate field: ${item.text} is on the layout twice`));
}

/** A related list is named by the lookup of the child that leads here; standard ones by the platform. */
function relatedList(list: Element, object: string, world: World): Problem[] {
  const name = childOf(list, 'relatedList');
  if (!name || /^Related\w+$/.test(name.text)) return [];
  const [child = '', lookup = ''] = name.text.split('.');
  if (textIn(world.declaration(child, lookup), 'referenceTo') !== object) {
    return [at(name, `Cannot find related list:${name.text}`)];
  }
  return [...childrenOf(list, 'fields'), ...childrenOf(list, 'sortField')].flatMap((column) =>
    columnProblem(column, child, world),
  );
}

function columnProblem(column: Element, object: string, world: World): Problem[] {
  const isCustom = column.text.endsWith('__c');
  const isKnown = isCustom
    ? world.field(object, column.text)
    : COLUMNS.includes(column.text) || !object.endsWith('__c');
  return isKnown ? [] : [at(column, `Could not resolve list view column: ${column.text}`)];
}

export function checkListView({ element, fullName }: Incoming, world: World): Problem[] {
  const object = parentOf(fullName);
  if (!world.hasObject(object)) return [orphan(element, object)];
  const filters = childrenOf(element, 'filters').flatMap((filter) => childrenOf(filter, 'field'));
  return [...childrenOf(element, 'columns'), ...filters].flatMap((column) =>
    columnProblem(column, object, world),
  );
}

export function checkCompactLayout({ element, fullName }: Incoming, world: World): Problem[] {
  const object = parentOf(fullName);
  if (!world.hasObject(object)) return [orphan(element, object)];
  return noField(childrenOf(element, 'fields'), object, world);
}

export function checkFieldSet({ element, fullName }: Incoming, world: World): Problem[] {
  const object = parentOf(fullName);
  if (!world.hasObject(object)) return [orphan(element, object)];
  const fields = deepIn(element, 'field').filter(({ text }) => !text.includes('.'));
  return noField(fields, object, world);
}

export function orphan(element: Element, object: string): Problem {
  return at(
    element,
    `Entity Enumeration Or ID: bad value for restricted picklist field: ${object}`,
  );
}
