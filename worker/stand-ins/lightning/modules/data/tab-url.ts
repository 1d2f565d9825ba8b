import { urlOf } from './page-reference.ts';

interface Target {
  name: string;
  kind: string;
  target: string;
}

export const HOME_URL = '/lightning/page/home';

/** Where a tab leads, below the server; home when there is no tab. */
export function tabUrl(tab: Target | undefined): string {
  if (!tab || (tab.kind === 'page' && tab.target === 'home')) return HOME_URL;
  if (tab.kind !== 'object')
    return urlOf({ type: 'standard__navItemPage', attributes: { apiName: tab.name }, state: {} });
  const attributes = { objectApiName: tab.target, actionName: 'list' };
  return urlOf({ type: 'standard__objectPage', attributes, state: {} });
}
