import { REFRESH_EVENT, register, RefreshComplete, unregister } from '../../data/refresh-view.ts';

/** Asks the page to bring its components up to date. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(REFRESH_EVENT, { bubbles: true, composed: true });
  }
}

export const REFRESH_COMPLETE = RefreshComplete.COMPLETE;
export const REFRESH_COMPLETE_WITH_ERRORS = 'COMPLETE_WITH_ERRORS';
export const REFRESH_ERROR = RefreshComplete.ERROR;

/** The handler answers a promise of one of the REFRESH constants. Answers an id. */
export function registerRefreshHandler(
  element: EventTarget,
  handler: () => Promise<unknown>,
): number {
  return register(element, handler);
}

export function unregisterRefreshHandler(id: number): boolean {
  return unregister(id);
}
