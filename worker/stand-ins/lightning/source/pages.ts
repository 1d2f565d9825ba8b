import { elementsOf, readXml, textOf, textsOf, type XmlElement } from './xml.ts';

/** A Lightning page as the Lightning App Builder keeps it. */
export interface Page {
  name: string;
  label: string;
  /** `RecordPage`, `AppPage` or `HomePage`. */
  type: string;
  object: string | undefined;
  template: string;
  /** What stands in the places of the template, in their order. */
  regions: Record<string, PageItem[]>;
  /** What components such as tabsets hold, by name. */
  facets: Record<string, PageItem[]>;
}

export interface PageItem {
  /** Such as `c:orders`, `force:highlightsPanel` or `flexipage:tabset`; empty for a field. */
  component: string;
  /** A property that is a list is kept as one. */
  properties: Record<string, string | string[]>;
  /** Such as `Record.Email`, where a field stands by itself. */
  field?: string;
}

export function readPage(name: string, file: string): Page {
  const meta = readXml(file);
  const [template] = elementsOf(meta, 'template');
  const readAll = (isFacet: boolean) =>
    Object.fromEntries(
      elementsOf(meta, 'flexiPageRegions')
        .filter((region) => (textOf(region, 'type') === 'Facet') === isFacet)
        .map((region): [string, PageItem[]] => [textOf(region, 'name') ?? '', readItems(region)]),
    );
  return {
    name,
    label: textOf(meta, 'masterLabel') ?? name,
    type: textOf(meta, 'type') ?? '',
    object: textOf(meta, 'sobjectType'),
    template: (template && textOf(template, 'name')) ?? '',
    regions: readAll(false),
    facets: readAll(true),
  };
}

/** Older files name their components in the region itself. */
function readItems(region: XmlElement): PageItem[] {
  const instances = elementsOf(region, 'itemInstances');
  const components = elementsOf(region, 'componentInstances').map(readComponent);
  return [...components, ...instances.flatMap(readInstance)];
}

function readInstance(instance: XmlElement): PageItem[] {
  const fields = elementsOf(instance, 'fieldInstance').map((field): PageItem => ({
    component: '',
    properties: {},
    field: textOf(field, 'fieldItem') ?? '',
  }));
  return [...elementsOf(instance, 'componentInstance').map(readComponent), ...fields];
}

function readComponent(element: XmlElement): PageItem {
  const properties = elementsOf(element, 'componentInstanceProperties').map(
    (property): [string, string | string[]] => {
      const list = elementsOf(property, 'valueList').flatMap((values) =>
        elementsOf(values, 'valueListItems').map((item) => textOf(item, 'value') ?? ''),
      );
      const single = textsOf(property, 'value')[0] ?? '';
      return [textOf(property, 'name') ?? '', list.length > 0 ? list : single];
    },
  );
  const component = textOf(element, 'componentName') ?? '';
  return { component, properties: Object.fromEntries(properties) };
}
