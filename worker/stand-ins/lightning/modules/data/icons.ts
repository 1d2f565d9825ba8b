import { shellModel } from './shell-model.ts';

/** The icon of an object: that of its tab, or the platform's own. */
export function iconOf(object: string): string {
  const tab = Object.values(shellModel().tabs).find(({ target }) => target === object);
  return tab?.icon ?? `standard:${object.endsWith('__c') ? 'record' : object.toLowerCase()}`;
}
