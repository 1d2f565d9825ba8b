import { textIn } from '../metadata/element.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { assignedSets, grants } from './assigned-sets.ts';
import { screenId, screensOf, type Screen } from './components.ts';
import { isSupported } from './objects.ts';
import { themeOf } from './theme.ts';

/** A tab in the words of the shell: its name, icon and the page behind it. */
export function navItem(call: Call, name: string) {
  const tab = screensOf(call.org, 'CustomTab').find((one) => one.name === name);
  const object = call.org.schema.object(name.replace(/^standard-/, ''));
  if (object && (!tab || textIn(tab.element, 'customObject') === 'true')) {
    return isSupported(object) && canOpen(call, name, object) ? objectItem(call, object) : null;
  }
  return tab && isGranted(call, tab.component.fullName) ? pageItem(call, tab) : null;
}

/** An object of one's own also needs its tab; the platform's tabs come with the object. */
function canOpen(call: Call, name: string, object: ObjectType): boolean {
  return call.caller.rights.may('read', object) && (!object.custom || isGranted(call, name));
}

function isGranted(call: Call, tab: string): boolean {
  return grants(assignedSets(call), 'tabSettings', 'tab', tab, (part) =>
    ['Visible', 'Available'].includes(textIn(part, 'visibility')),
  );
}

function objectItem(call: Call, object: ObjectType) {
  const { color, iconUrl } = themeOf(call, object);
  return {
    availableInClassic: true,
    availableInLightning: true,
    color,
    content: object.custom ? `/${object.keyPrefix}` : `/lightning/o/${object.name}/home`,
    custom: object.custom,
    developerName: object.custom ? object.name : `standard-${object.name}`,
    iconUrl,
    id: screenId('01r', object.name),
    itemType: 'Entity',
    label: object.labelPlural,
    objectApiName: object.name,
    objectLabel: object.label,
    objectLabelPlural: object.labelPlural,
    pageReference: {
      type: 'standard__objectPage',
      attributes: { objectApiName: object.name, actionName: 'home' },
      state: {},
    },
    standardType: object.custom ? null : object.name,
  };
}

const PAGES = [
  ['flexiPage', 'FlexiPage'],
  ['lwcComponent', 'LightningComponent'],
  ['url', 'Url'],
] as const;

function pageItem(call: Call, { name, element }: Screen) {
  const [kind, itemType] = PAGES.find(([one]) => textIn(element, one) !== '') ?? ['', 'Custom'];
  const icon = /^Custom(\d+):/.exec(textIn(element, 'motif'))?.[1] ?? '57';
  return {
    availableInClassic: false,
    availableInLightning: true,
    color: '0B827C',
    content: textIn(element, kind),
    custom: true,
    developerName: name,
    iconUrl: `${call.ownUrl}/img/icon/t4v35/custom/custom${icon}_120.png`,
    id: screenId('01r', name),
    itemType,
    label: textIn(element, 'label') || name,
    objectApiName: null,
    objectLabel: null,
    objectLabelPlural: null,
    pageReference: { type: 'standard__navItemPage', attributes: { apiName: name }, state: {} },
    standardType: null,
  };
}

export type NavItem = NonNullable<ReturnType<typeof navItem>>;
