export const REFRESH_EVENT = 'lightning__refreshview';

export const RefreshComplete = Object.freeze({ COMPLETE: 'COMPLETE', ERROR: 'ERROR' });

type Handler = () => Promise<unknown>;

interface Registration {
  element: EventTarget;
  handler: Handler;
}

const registrations = new Map<number, Registration>();
let next = 1;

export function register(element: EventTarget, handler: Handler): number {
  registrations.set(next, { element, handler });
  return next++;
}

export const unregister = (id: number): boolean => registrations.delete(id);

/** Calls every handler of the view; resolves when all have answered. */
export async function refreshView(): Promise<void> {
  const handlers = [...registrations.values()].map(({ handler }) => handler);
  await Promise.allSettled(handlers.map((handler) => handler()));
}
