import type { Page, PageItem } from '../../source/pages.ts';
import type { ShellModel } from '../../source/shell-model.ts';
import type { Tab } from '../../source/navigation.ts';

export type { Page, PageItem, ShellModel, Tab };
export type { Layout, LayoutItem, LayoutSection, RelatedList } from '../../source/layouts.ts';

/** What the server tells the shell when a page opens. */
export interface ShellState {
  model: ShellModel | null;
  /** Why the sources would not deploy; empty when they would. */
  problems: { file: string; reason: string }[];
  user: { id: string; name: string; username: string };
  users: { name: string; username: string }[];
}

let state: ShellState | undefined;

export async function loadShellState(): Promise<ShellState> {
  const response = await fetch('/lightning-shell.json');
  if (!response.ok) throw new Error(`The server does not say what the app is: ${response.status}`);
  state = (await response.json()) as ShellState;
  return state;
}

export function shellState(): ShellState {
  if (!state) throw new Error('The page was not begun by shell/page.');
  return state;
}

const EMPTY: ShellModel = {
  apps: [],
  tabs: {},
  pages: {},
  layouts: {},
  highlights: {},
  recordPages: {},
  bundles: {},
};

export const shellModel = (): ShellModel => shellState().model ?? EMPTY;

const APP_KEY = 'local-lightning-app';

/** The app the user chose last; the first one before. */
export function currentApp(): ShellModel['apps'][number] | undefined {
  const { apps } = shellModel();
  return apps.find(({ name }) => name === localStorage.getItem(APP_KEY)) ?? apps[0];
}

export const chooseApp = (name: string): void => localStorage.setItem(APP_KEY, name);

/** The Lightning page that shows records of an object; nothing when it has the plain one. */
export function recordPageOf(object: string): Page | undefined {
  const model = shellModel();
  const name = currentApp()?.recordPages[object] ?? model.recordPages[object];
  return name === undefined ? undefined : model.pages[name];
}
