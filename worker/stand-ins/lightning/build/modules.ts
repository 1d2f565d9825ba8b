import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publicBaseModules } from './base-components.ts';
import { BASE_SOURCES, MODULES } from './places.ts';

/** The file with which a module begins; none when there is no such module in the folder. */
export function entryOf(folder: string, name: string): string | undefined {
  return ['.ts', '.js', '.html', '.css']
    .map((ending) => join(folder, name, `${name}${ending}`))
    .find((file) => existsSync(file));
}

/** The platform's module as this stand-in has it: our own first, else that of the npm package. */
export function platformModule(namespace: string, name: string): string | undefined {
  const own = entryOf(join(MODULES, namespace), name);
  return own ?? (namespace === 'lightning' ? entryOf(BASE_SOURCES, name) : undefined);
}

const ownModules = readdirSync(join(MODULES, 'lightning')).map((name) => `lightning/${name}`);

/** Every `lightning/...` that a component may import or use as a tag. */
export const publicModules = new Set([...publicBaseModules, ...ownModules]);

/** Parts of the platform that exist in an org and not here, so that a refusal can say so. */
const ABSENT = new Set(
  `accessTokenProvider actionsApi analyticsWaveApi barcodeScanner clickToDial cmsDeliveryApi
  cmsVideo conversationToolkitApi digitalSignature emptyState fileUpload fileUploadHelper flow
  flowSupport industriesEducationPublicApi inputField inputRichText locationService logger map
  mobileCapabilities notificationsLibrary omnistudioPubsub platformResourceLoader
  platformScopedNotifications messages outputField
  platformUtilityBarApi quickActionPanel recordEditForm recordForm recordPicker recordViewForm
  richTextToolbarButton
  richTextToolbarButtonGroup salesforceMobileSdk serviceCloudVoiceToolkitApi stateManagerLayout
  stateManagerRecord stateManagerRelatedListRecords timelineApi uiAppsApi uiActionsApi
  uiLayoutApi uiLookupsApi unifiedBaseComponents`
    .split(/\s+/)
    .map((name) => `lightning/${name}`),
);

/** Why a bundle may not have `lightning/...`; nothing when it may. */
export function refusalOfModule(id: string): string | undefined {
  if (publicModules.has(id)) return undefined;
  if (ABSENT.has(id))
    return `${id} exists in an org, but Local Lightning has no stand-in for it yet.`;
  return `No MODULE named ${id} found: the platform has no such public module or component.`;
}
