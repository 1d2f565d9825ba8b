import { childOf, childrenOf, textIn } from '../metadata/element.ts';
import { normaliseId } from '../records/ids.ts';
import { notFound } from '../records/refusal.ts';
import type { Call, Handler } from '../rest/call.ts';
import { assignedSets, grants } from './assigned-sets.ts';
import { eTagOf, screenId, screensOf, type Screen } from './components.ts';
import { navItem, type NavItem } from './nav-items.ts';
import { choices, fromUrl, wholeNumber } from './parameters.ts';

type FormFactor = 'Large' | 'Medium' | 'Small';

/** The apps the caller may open on such a screen; the first of them is the one that opens. */
function appsOf(call: Call): Screen[] {
  const [formFactor = 'Large'] = choices<FormFactor>(fromUrl(call), 'formFactor', [
    'Large',
    'Medium',
    'Small',
  ]);
  const sets = assignedSets(call);
  return screensOf(call.org, 'CustomApplication').filter(
    ({ element, component }) =>
      childrenOf(element, 'formFactors').some(({ text }) => text === formFactor) &&
      textIn(element, 'uiType') === 'Lightning' &&
      grants(
        sets,
        'applicationVisibilities',
        'application',
        component.fullName,
        (part) => textIn(part, 'visible') === 'true',
      ),
  );
}

function show(call: Call, app: Screen, selected: boolean) {
  const { element, name, apiName } = app;
  const brand = childOf(element, 'brand');
  const appId = idOf(app);
  const navItems = childrenOf(element, 'tabs').flatMap(
    ({ text }) => navItem(call, apiName(text)) ?? [],
  );
  const flag = (key: string): boolean => textIn(element, key) === 'true';
  const shown = {
    appId,
    description: textIn(element, 'description') || null,
    developerName: name,
    formFactors: childrenOf(element, 'formFactors').map(({ text }) => text),
    headerColor: textIn(brand, 'headerColor') || '#0070D2',
    iconUrl: `${call.ownUrl}/img/icon/t4v35/standard/custom_120.png`,
    isNavAutoTempTabsDisabled: flag('isNavAutoTempTabsDisabled'),
    isNavPersonalizationDisabled: flag('isNavPersonalizationDisabled'),
    isNavTabPersistenceDisabled: flag('isNavTabPersistenceDisabled'),
    isOmniPinnedViewEnabled: false,
    label: textIn(element, 'label') || name,
    logoUrl: null,
    mobileStartUrl: null,
    navItems,
    selected,
    startUrl: `/lightning/app/${appId}`,
    type: 'Custom',
    uiType: 'Lightning',
    userNavItems: [],
    utilityItems: [],
  };
  return { ...shown, eTag: eTagOf(shown) };
}

function idOf({ name }: Screen): string {
  return screenId('06m', name);
}

export const readApps: Handler = (call) => {
  const body = { apps: appsOf(call).map((app, place) => show(call, app, place === 0)) };
  return { status: 200, body: { ...body, eTag: eTagOf(body) } };
};

export const readApp: Handler = (call, { id = '' }) => {
  const apps = appsOf(call);
  const wanted = id === 'selected' ? apps[0] : apps.find((app) => idOf(app) === normaliseId(id));
  if (!wanted) throw notFound();
  return { status: 200, body: show(call, wanted, wanted === apps[0]) };
};

/** Every tab the caller may open, in whatever app, page by page. */
export const readNavItems: Handler = (call) => {
  const ask = fromUrl(call);
  const page = wholeNumber(ask, 'page', { fallback: 0, least: 0, most: 1000 });
  const pageSize = wholeNumber(ask, 'pageSize', { fallback: 25, least: 1, most: 1000 });
  const wanted = ask('navItemNames');
  const names = new Set([
    ...screensOf(call.org, 'CustomTab').map(({ name }) => name),
    ...['standard-Account', 'standard-Contact', 'standard-Lead'],
  ]);
  const items = [...names]
    .map((name): NavItem | null => navItem(call, name))
    .filter((item) => item !== null)
    .filter(({ developerName }) => wanted.length === 0 || wanted.includes(developerName));
  const url = (number: number): string =>
    `/services/data/${call.version}/ui-api/nav-items?page=${number}&pageSize=${pageSize}`;
  const body = {
    currentPageUrl: url(page),
    navItems: items.slice(page * pageSize, (page + 1) * pageSize),
    nextPageUrl: (page + 1) * pageSize < items.length ? url(page + 1) : null,
    previousPageUrl: page > 0 ? url(page - 1) : null,
  };
  return { status: 200, body: { ...body, eTag: eTagOf(body) } };
};
