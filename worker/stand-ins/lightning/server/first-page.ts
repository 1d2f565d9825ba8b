import type { ShellModel } from '../source/shell-model.ts';

const HOME = '/lightning/page/home';

/** Where somebody lands who opens the org: on the first tab of the first app, as in an org. */
export function firstPage(model: ShellModel | undefined): string {
  const tab = model?.apps[0]?.tabs[0];
  if (!tab || (tab.kind === 'page' && tab.target === 'home')) return HOME;
  return tab.kind === 'object' ? `/lightning/o/${tab.target}/list` : `/lightning/n/${tab.name}`;
}
