import type { PageReference } from '../../data/page-reference.ts';
import { currentApp, shellModel, type Page, type Tab } from '../../data/shell-model.ts';

export interface View {
  object?: string | undefined;
  record?: string | undefined;
  list?: string | undefined;
  bundle?: string;
  properties?: Record<string, unknown>;
  lightningPage?: Page | undefined;
  heading?: string;
  text?: string;
}

const missing = (text: string): View => ({ heading: "This page isn't available", text });

export function viewOf(page: PageReference | undefined): View {
  const { type, attributes = {}, state = {} } = page ?? {};
  switch (type) {
    case 'standard__recordPage':
    case 'standard__recordRelationshipPage':
      return { object: attributes.objectApiName, record: attributes.recordId };
    case 'standard__objectPage':
      return { object: attributes.objectApiName, list: state.filterName };
    case 'standard__navItemPage':
      return viewOfTab(attributes.apiName ?? '');
    case 'standard__component':
      return viewOfComponent(attributes.componentName ?? '');
    case 'standard__namedPage':
      return viewOfHome(attributes.pageName ?? '');
    default:
      return missing('The address leads to nothing that Local Lightning has.');
  }
}

function viewOfTab(name: string): View {
  const { tabs, pages } = shellModel();
  const tab: Tab | undefined = tabs[name] ?? currentApp()?.tabs.find((one) => one.name === name);
  if (!tab) return missing(`There is no tab ${name}.`);
  if (tab.kind === 'object') return { object: tab.target, list: undefined };
  if (tab.kind === 'component') return { bundle: tab.target, properties: {} };
  const page = pages[tab.target];
  return page ? { lightningPage: page } : missing(`The tab ${name} names no page of the sources.`);
}

/** Only components that say so can be opened by an address, and only with a namespace. */
function viewOfComponent(name: string): View {
  const bundle = name.replace(/^\w+?__/, '');
  const known = shellModel().bundles[bundle];
  if (!name.includes('__') || !known) return missing(`There is no component ${name}.`);
  if (!known.targets.includes('lightning__UrlAddressable'))
    return missing(`${bundle} has not the target lightning__UrlAddressable.`);
  return { bundle, properties: {} };
}

function viewOfHome(name: string): View {
  const { pages } = shellModel();
  const home = Object.values(pages).find(({ type }) => type === 'HomePage');
  if (name !== 'home') return missing(`There is no page ${name}.`);
  if (home) return { lightningPage: home };
  return { heading: 'Home', text: 'The sources hold no home page. Open a tab above.' };
}
