import { api, LightningElement, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import Launcher from 'shell/launcher';
import type { PageReference } from '../../data/page-reference.ts';
import { openUrl } from '../../data/router.ts';
import { chooseApp, currentApp, shellState, type Tab } from '../../data/shell-model.ts';
import { tabUrl } from '../../data/tab-url.ts';

interface Described {
  statusCode: number;
  result: { apiName: string; labelPlural: string };
}

/** The global header, the app's name and its tabs. */
export default class Header extends LightningElement {
  @api page: PageReference | undefined;
  /** By name; undefined until they are known. Objects that the user may not see are missing. */
  labels: Map<string, string> | undefined;
  dots = Array.from({ length: 9 }, (_, at) => `slds-r${at + 1}`);

  get userName(): string {
    return shellState().user.name;
  }

  get users() {
    const { user, users } = shellState();
    return users.map((one) => ({ ...one, isCurrent: one.username === user.username }));
  }

  get appName(): string {
    return currentApp()?.label ?? 'No app';
  }

  get objects(): string[] {
    const tabs = (currentApp()?.tabs ?? []).filter(({ kind }) => kind === 'object');
    return tabs.map(({ target }) => target);
  }

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  hear({ data }: { data?: { results: Described[] } }): void {
    const seen = data?.results.filter(({ statusCode }) => statusCode === 200);
    if (seen) this.labels = new Map(seen.map(({ result }) => [result.apiName, result.labelPlural]));
  }

  /** Tabs of objects that the user may not see are not shown, as in an org. */
  get tabs() {
    const { labels } = this;
    const tabs = (currentApp()?.tabs ?? []).filter(
      ({ kind, target }) => kind !== 'object' || labels?.has(target) !== false,
    );
    return tabs.map((tab) => {
      const isActive = this.isActive(tab);
      return {
        name: tab.name,
        label: tab.label ?? labels?.get(tab.target) ?? tab.target,
        url: tabUrl(tab),
        current: isActive ? 'page' : undefined,
        classes: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
      };
    });
  }

  private isActive(tab: Tab): boolean {
    const { apiName, objectApiName, pageName } = this.page?.attributes ?? {};
    if (tab.kind === 'object') return objectApiName === tab.target || apiName === tab.name;
    return apiName === tab.name || (pageName === 'home' && tab.target === 'home');
  }

  follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openUrl((event.currentTarget as HTMLAnchorElement).getAttribute('href') ?? '/');
  }

  skip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }

  async openLauncher(): Promise<void> {
    const name = (await Launcher.open({ label: 'App Launcher', size: 'medium' })) as string | null;
    if (!name) return;
    chooseApp(name);
    const [first] = currentApp()?.tabs ?? [];
    location.assign(tabUrl(first));
  }

  switchUser(event: CustomEvent<{ value: string }>): void {
    const to = location.pathname + location.search;
    location.assign(`/lightning-sign-in?${new URLSearchParams({ as: event.detail.value, to })}`);
  }
}
