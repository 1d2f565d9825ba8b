import type { DataCallback } from '../../data/wire.ts';

/** The app is a standard one, not a console: there are no workspace tabs. */
export class IsConsoleNavigation {
  constructor(callback: DataCallback) {
    callback(false);
  }

  connect(): void {
    // The answer never changes.
  }

  update(): void {
    // The adapter has no parameters.
  }

  disconnect(): void {
    // Nothing is held.
  }
}

const refuse = (): Promise<never> =>
  Promise.reject(new Error('Workspace tabs exist in console apps only; this app is none.'));

export const closeTab = refuse;
export const focusTab = refuse;
export const getFocusedTabInfo = refuse;
export const openSubtab = refuse;
export const openTab = refuse;
export const refreshTab = refuse;
export const setTabIcon = refuse;
export const setTabLabel = refuse;
