import { randomBytes } from 'node:crypto';
import type { Org } from '../../org.ts';
import {
  answer,
  AWAY_MS,
  TIMEOUT_MS,
  unknownClient,
  type Reply,
  type Request,
} from './messages.ts';
import { subscribe, type Subscription } from './subscription.ts';

/** A client that has shaken hands: its subscriptions, and the connect that waits for events. */
export interface Client {
  id: string;
  userId: string;
  /** Undefined, or why not. */
  subscribe(channel: string, replay: number): string | undefined;
  unsubscribe(channel: string): void;
  /** Answers as soon as there is something to tell, and when the time is over. */
  connect(request: Request, respond: (replies: Reply[]) => void): void;
  close(): void;
}

/** `gone` is called when the client has stayed away, taken its leave, or was thrown out. */
export function createClient(org: Org, userId: string, gone: (id: string) => void): Client {
  const id = randomBytes(16).toString('hex');
  const subscriptions = new Map<string, Subscription>();
  let held: { request: Request; respond: (replies: Reply[]) => void } | undefined;
  let isNew = true;
  let isWaking = false;
  let stopTimer = (): void => undefined;
  const forget = org.events.streams.open(close);
  wait(AWAY_MS, close);

  function wait(milliseconds: number, task: () => void): void {
    stopTimer();
    stopTimer = org.clock.at(new Date(org.clock.now().getTime() + milliseconds), task);
  }

  /** Answers the waiting connect. */
  function release(events: Reply[], more: Reply = {}): void {
    if (!held) return;
    const { request, respond } = held;
    held = undefined;
    wait(AWAY_MS, close);
    respond([...events, answer(request, { clientId: id, successful: true, ...more })]);
  }

  function collect(): Reply[] {
    return [...subscriptions.values()].flatMap((subscription) => subscription.take());
  }

  function releaseIfAny(): void {
    isWaking = false;
    if (!held) return;
    const events = collect();
    if (events.length > 0) release(events);
  }

  /** Writers do not wait for their readers. */
  function wake(): void {
    if (isWaking) return;
    isWaking = true;
    setImmediate(releaseIfAny);
  }

  function close(): void {
    forget();
    stopTimer();
    for (const subscription of subscriptions.values()) subscription.close();
    subscriptions.clear();
    gone(id);
    held?.respond([unknownClient(held.request)]);
    held = undefined;
  }

  return {
    id,
    userId,
    subscribe(channel, replay) {
      const subscription = subscribe(org, userId, channel, replay, wake);
      if (typeof subscription === 'string') return subscription;
      subscriptions.get(channel)?.close();
      subscriptions.set(channel, subscription);
      wake();
      return undefined;
    },
    unsubscribe(channel) {
      subscriptions.get(channel)?.close();
      subscriptions.delete(channel);
    },
    connect(request, respond) {
      // A client that connects twice gets the answer to its first connect now.
      release([]);
      held = { request, respond };
      if (isNew) {
        isNew = false;
        const advice = { reconnect: 'retry', interval: 0, timeout: TIMEOUT_MS };
        release([], { advice });
        return;
      }
      const asked = request.advice?.timeout;
      wait(typeof asked === 'number' ? asked : TIMEOUT_MS, () => release(collect()));
      wake();
    },
    close,
  };
}
