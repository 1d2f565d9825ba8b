import type { DataCallback } from '../../data/wire.ts';

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

interface Channel {
  name: string;
}

interface Subscription {
  channel: string;
  listener: (message: unknown) => void;
}

const subscriptions = new Set<Subscription>();

/** Channels reach over the whole page here: there is one browser tab and no console. */
export function subscribe(
  _context: object,
  { name }: Channel,
  listener: (message: unknown) => void,
): Subscription {
  const subscription = { channel: name, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
  if (subscription) subscriptions.delete(subscription);
}

export function publish(_context: object, { name }: Channel, message?: unknown): void {
  // What is published must be plain data, as it crosses from one technology to another in an org.
  const copy: unknown = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
  for (const { channel, listener } of [...subscriptions]) if (channel === name) listener(copy);
}

export const createMessageContext = (): object => Object.freeze({});

export function releaseMessageContext(): void {
  // A context holds nothing here: subscriptions are ended one by one.
}

/** The wire that gives a component its context. */
export class MessageContext {
  constructor(callback: DataCallback) {
    callback(createMessageContext());
  }

  connect(): void {
    // The context is there from the beginning.
  }

  update(): void {
    // The adapter has no parameters.
  }

  disconnect(): void {
    // Nothing is held.
  }
}
