import type { LightningElement } from 'lwc';
import Bundle from 'shell/bundle';
import Details from 'shell/details';
import FieldList from 'shell/fieldList';
import Highlights from 'shell/highlights';
import ListPage from 'shell/listPage';
import Message from 'shell/message';
import RelatedLists from 'shell/relatedLists';
import RichText from 'shell/richText';
import Tabs from 'shell/tabs';
import { bundleName, designProperties } from '../../data/bundle.ts';
import { shellModel, type PageItem } from '../../data/shell-model.ts';

export interface Place {
  recordId: string | undefined;
  objectApiName: string | undefined;
  facets: Record<string, PageItem[]>;
}

export interface Part {
  component: typeof LightningElement;
  properties: Record<string, unknown>;
}

const text = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ');

/** What shows a component of a page; what is not imitated shows a box that says so. */
export function partOf(item: PageItem, place: Place): Part {
  const { properties } = item;
  const record = { recordId: place.recordId, objectApiName: place.objectApiName };
  const bundle = bundleName(item.component);
  if (bundle) return { component: Bundle, properties: bundleProperties(bundle, item, record) };
  switch (item.component) {
    case 'force:highlightsPanel':
      return { component: Highlights, properties: record };
    case 'force:detailPanel':
      return { component: Details, properties: record };
    case 'force:relatedListContainer':
      return { component: RelatedLists, properties: record };
    case 'force:relatedListSingleContainer':
    case 'lst:dynamicRelatedList': {
      const single = text(properties.relatedListApiName);
      return { component: RelatedLists, properties: { ...record, single } };
    }
    case 'flexipage:tabset':
    case 'flexipage:tabset2':
      return { component: Tabs, properties: { ...record, item, facets: place.facets } };
    case 'flexipage:fieldSection':
      return { component: FieldList, properties: { ...record, item, facets: place.facets } };
    case 'flexipage:richText':
      return { component: RichText, properties: { value: text(properties.richTextValue) } };
    case 'flexipage:filterListCard': {
      const list = text(properties.filterName);
      return {
        component: ListPage,
        properties: { objectApiName: text(properties.entityName), list },
      };
    }
    default:
      return notImitated(item.component || text(item.field));
  }
}

function bundleProperties(name: string, item: PageItem, record: Record<string, unknown>) {
  const { recordId, objectApiName } = record;
  const given = designProperties(name, item);
  const isOnRecord = shellModel().bundles[name]?.targets.includes('lightning__RecordPage');
  return {
    name,
    properties: isOnRecord && recordId ? { ...given, recordId, objectApiName } : given,
  };
}

function notImitated(name: string): Part {
  return {
    component: Message,
    properties: {
      variant: 'warning',
      heading: name,
      text: 'An org shows this component here. Local Lightning does not imitate it.',
    },
  };
}
