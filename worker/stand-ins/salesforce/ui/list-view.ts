import { childrenOf, textIn, type Element } from '../metadata/element.ts';
import { notFound } from '../records/refusal.ts';
import { normaliseId } from '../records/ids.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { screenId, screensOf, type Screen } from './components.ts';
import { columnAt, columnOf, type Column } from './list-column.ts';
import type { Filter } from './list-filter.ts';
import { standardListViews } from './list-standard.ts';

export interface ListView {
  id: string | null;
  apiName: string;
  label: string;
  object: ObjectType;
  /** Whether it lists what the user looked at last, whatever it is. */
  recent: boolean;
  columns: Column[];
  scope: string;
  filters: Filter[];
  /** How the filters, counted from 1, are joined; all of them when it is empty. */
  logic: string;
}

export const RECENT = '__Recent';

/** All lists of an object, by their names: those that were deployed, then the platform's own. */
export function listViewsOf(call: Call, object: ObjectType): ListView[] {
  const deployed = screensOf(call.org, 'ListView')
    .filter((screen) => screen.object === object.name)
    .map((screen) => deployedView(call, object, screen));
  const names = deployed.map(({ apiName }) => apiName);
  const own = standardListViews(call, object).filter(({ apiName }) => !names.includes(apiName));
  return [...deployed, ...own].sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** The list of this name. Throws NOT_FOUND when the object has no such list. */
export function listViewNamed(call: Call, object: ObjectType, name: string): ListView {
  if (name === RECENT) return recentView(call, object, null, RECENT);
  const found = listViewsOf(call, object).find(
    ({ apiName }) => apiName.toLowerCase() === name.toLowerCase(),
  );
  if (!found) throw notFound();
  return found;
}

export function listViewOfId(call: Call, text: string): ListView {
  const id = normaliseId(text);
  for (const object of call.org.schema.objects) {
    if (!id || !call.caller.rights.may('read', object)) continue;
    const found = listViewsOf(call, object).find((view) => view.id === id);
    if (found) return found;
  }
  throw notFound();
}

function deployedView(call: Call, object: ObjectType, screen: Screen): ListView {
  const { element, name, apiName } = screen;
  const columns = childrenOf(element, 'columns').flatMap(
    ({ text }) => columnOf(call, object, apiName(text)) ?? [],
  );
  return {
    id: screenId('00B', object.name, name),
    apiName: name,
    label: textIn(element, 'label') || name,
    object,
    recent: false,
    columns,
    scope: textIn(element, 'filterScope'),
    filters: childrenOf(element, 'filters').map((filter) => filterOf(call, object, screen, filter)),
    logic: textIn(element, 'booleanFilter'),
  };
}

/** A lookup is compared by the name behind it, unless it is asked only whether there is any. */
function filterOf(call: Call, object: ObjectType, screen: Screen, filter: Element): Filter {
  const text = screen.apiName(textIn(filter, 'field'));
  const [operation, value] = [textIn(filter, 'operation'), textIn(filter, 'value')];
  const own = call.org.schema.field(object, text);
  const field = own && call.caller.rights.canSee(object, own) ? own : null;
  if (field && (field.type !== 'reference' || value === '')) {
    return { field, path: field.name, operation, value };
  }
  const column = columnOf(call, object, text);
  return { field: column?.field ?? null, path: column?.fieldApiName ?? text, operation, value };
}

/** What the user looked at last, in the columns that search results have. */
export function recentView(
  call: Call,
  object: ObjectType,
  id: string | null,
  apiName: string,
): ListView {
  const own = screensOf(call.org, 'CustomObject').find(({ name }) => name === object.name);
  const layouts = own && childrenOf(own.element, 'searchLayouts')[0];
  const more = layouts ? childrenOf(layouts, 'searchResultsAdditionalFields') : [];
  const name = object.fields.find(({ nameField }) => nameField)?.name ?? 'Id';
  const columns = [
    columnAt(call, object, name),
    ...more.map(({ text }) => columnOf(call, object, own?.apiName(text) ?? text)),
  ].flatMap((column) => column ?? []);
  const label = 'Recently Viewed';
  return { id, apiName, label, object, recent: true, columns, scope: '', filters: [], logic: '' };
}
