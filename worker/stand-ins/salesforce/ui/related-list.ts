import { childrenOf, textIn, type Element } from '../metadata/element.ts';
import { notFound } from '../records/refusal.ts';
import type { Call } from '../rest/call.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { screensOf, type Screen } from './components.ts';
import { columnAt, columnOf, type Column } from './list-column.ts';
import { nameFieldOf } from './objects.ts';

/** The children of a record in one relationship, as the record's page lists them. */
export interface RelatedList {
  /** The relationship's name, such as `Orders__r`. */
  id: string;
  parent: ObjectType;
  child: ObjectType;
  /** The field of the child that points at the parent. */
  reference: Field;
  label: string;
  columns: Column[];
  /** `-Placed_At__c`: as the layout sorts it; empty: by name. */
  sortBy: string[];
  onLayout: boolean;
}

/** The lists on the object's page, in the page's order. */
export function relatedListsOf(call: Call, parent: ObjectType): RelatedList[] {
  const layout = screensOf(call.org, 'Layout').find((one) => one.object === parent.name);
  if (!layout) return [];
  return childrenOf(layout.element, 'relatedLists').flatMap((element) => {
    const [child, field] = layout.apiName(textIn(element, 'relatedList')).split('.');
    const relationship = parent.children.find((one) => one.child === child && one.field === field);
    const list = relationship && open(call, parent, relationship.name);
    return list ? [onLayout(call, list, layout, element)] : [];
  });
}

/** Any list of an object's children. Throws NOT_FOUND when the caller may not see such children. */
export function relatedListNamed(call: Call, parent: ObjectType, name: string): RelatedList {
  const shown = relatedListsOf(call, parent).find(
    ({ id }) => id.toLowerCase() === name.toLowerCase(),
  );
  const list = shown ?? open(call, parent, name);
  if (!list) throw notFound();
  return list;
}

function open(call: Call, parent: ObjectType, name: string): RelatedList | undefined {
  const { org, caller } = call;
  const relationship = parent.children.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const child = relationship && org.schema.object(relationship.child);
  const reference = child && org.schema.field(child, relationship.field);
  if (!reference || !caller.rights.may('read', child)) return undefined;
  if (!caller.rights.canSee(child, reference)) return undefined;
  const nameColumn = columnAt(call, child, nameFieldOf(child)?.name ?? 'Id');
  return {
    id: relationship.name,
    parent,
    child,
    reference,
    label: labelOf(call, child, reference),
    columns: nameColumn ? [nameColumn] : [],
    sortBy: [],
    onLayout: false,
  };
}

function onLayout(call: Call, list: RelatedList, layout: Screen, element: Element): RelatedList {
  const columns = childrenOf(element, 'fields').flatMap(
    ({ text }) => columnOf(call, list.child, layout.apiName(text)) ?? [],
  );
  const sortField = textIn(element, 'sortField');
  const sort = sortField && columnOf(call, list.child, layout.apiName(sortField));
  const minus = textIn(element, 'sortOrder') === 'Desc' ? '-' : '';
  const sortBy = sort ? [`${minus}${sort.fieldApiName}`] : [];
  return { ...list, columns, sortBy, onLayout: true };
}

/** The label the lookup gives its children, or what they are called everywhere. */
function labelOf(call: Call, child: ObjectType, reference: Field): string {
  const declared = screensOf(call.org, 'CustomField').find(
    ({ object, name }) => object === child.name && name === reference.name,
  );
  return textIn(declared?.element, 'relationshipLabel') || child.labelPlural;
}
