import type { Org } from '../../org.ts';
import { callerOf } from '../../rest/sign-in.ts';
import { toMessage } from '../json.ts';
import { asSeenBy, findTopic, maySubscribe } from '../topics.ts';
import type { Reply } from './messages.ts';

const MOST_AT_ONCE = 200;
export const NEW_ONLY = -1;
export const ALL_RETAINED = -2;

/** One client's place in one channel. */
export interface Subscription {
  /** What has come since the last call, as messages. */
  take(): Reply[];
  close(): void;
}

/** Subscribes a user to a channel; `wake` is called when something comes. Answers an error's text. */
export function subscribe(
  org: Org,
  userId: string,
  channel: string,
  replay: number,
  wake: () => void,
): Subscription | string {
  const topic = findTopic(org, channel);
  if (!topic) return `400::The channel you requested to subscribe to does not exist {${channel}}`;
  if (!maySubscribe(callerOf(org, userId), topic)) {
    return `403::User not allowed to subscribe to the channel {${channel}}`;
  }
  const { bus } = org.events;
  if (org.events.allocations.deliveredPerDay.remaining() === 0) {
    return '403::Organization total events daily limit exceeded';
  }
  if (replay >= 0 && !bus.isKnown(channel, replay)) {
    return (
      `400::The replayId {${replay}} you provided was invalid. Please provide a valid ID, -2 to ` +
      'replay all events, or -1 to replay only new events.'
    );
  }
  let position = replay === NEW_ONLY ? bus.end() : Math.max(replay, 0);
  return {
    take() {
      const batch = bus.after(channel, position, MOST_AT_ONCE);
      position = batch.at(-1)?.replayId ?? position;
      const caller = callerOf(org, userId);
      return batch.flatMap(({ replayId, body }): Reply[] => {
        const seen = asSeenBy(org, caller, body);
        const schema = seen && org.events.schemas.get(seen.schemaId);
        const { deliveredPerDay } = org.events.allocations;
        if (!schema || deliveredPerDay.remaining() === 0) return [];
        deliveredPerDay.count(1);
        return [{ data: toMessage(schema, replayId, seen), channel }];
      });
    },
    close: bus.listen(channel, wake),
  };
}
