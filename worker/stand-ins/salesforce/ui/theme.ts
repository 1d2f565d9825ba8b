import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { screensOf } from './components.ts';
import { textIn } from '../metadata/element.ts';

export interface Theme {
  color: string;
  /** Below the org's own address; the last part names the icon, such as `custom/custom18`. */
  iconUrl: string;
}

const STANDARD: Record<string, string> = {
  Account: '5867E8',
  Contact: '9602C7',
  Lead: 'FF538A',
  Opportunity: 'FF5D2D',
  User: '0B827C',
};
const CUSTOM_COLOR = '0B827C';

/** The colour and icon of an object: its tab's motif, as `Custom18: Form`, when it is a custom one. */
export function themeOf(call: Pick<Call, 'org' | 'ownUrl'>, object: ObjectType): Theme {
  const icon = `${call.ownUrl}/img/icon/t4v35`;
  if (!object.custom) {
    return {
      color: STANDARD[object.name] ?? CUSTOM_COLOR,
      iconUrl: `${icon}/standard/${object.name.toLowerCase()}_120.png`,
    };
  }
  const tab = screensOf(call.org, 'CustomTab').find(({ name }) => name === object.name);
  const number = /^Custom(\d+):/.exec(textIn(tab?.element, 'motif'))?.[1] ?? '57';
  return { color: CUSTOM_COLOR, iconUrl: `${icon}/custom/custom${number}_120.png` };
}
