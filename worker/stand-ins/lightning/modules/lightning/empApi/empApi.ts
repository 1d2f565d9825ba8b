import { connectStream } from '../../data/stream.ts';

interface Subscription {
  id: string;
  channel: string;
  replayId: number;
}

type Callback = (message: unknown) => void;

const stops = new Map<string, () => void>();
const errorListeners = new Set<Callback>();
const stream = connectStream((error) => {
  for (const listener of errorListeners) listener(error);
});
let next = 1;

/** `replayId` -1 begins with new events, -2 with all that are kept. */
export async function subscribe(
  channel: string,
  replayId: number,
  onMessage: Callback,
): Promise<Subscription> {
  const stop = await stream.subscribe(channel, replayId, onMessage);
  const subscription = { id: `${channel}#${next++}`, channel, replayId };
  stops.set(subscription.id, stop);
  return subscription;
}

export function unsubscribe(subscription: Subscription, callback?: Callback): Promise<unknown> {
  stops.get(subscription.id)?.();
  stops.delete(subscription.id);
  const reply = {
    channel: '/meta/unsubscribe',
    subscription: subscription.channel,
    successful: true,
  };
  callback?.(reply);
  return Promise.resolve(reply);
}

export function onError(listener: Callback): void {
  errorListeners.add(listener);
}

export function setDebugFlag(flag: boolean): void {
  stream.log(flag);
}

export const isEmpEnabled = (): Promise<boolean> => Promise.resolve(true);
