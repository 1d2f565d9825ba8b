import { CometD, type Message } from 'cometd';

const SETTINGS = { url: '/lightning-api/cometd/66.0', appendMessageTypeToURL: false };

export interface Stream {
  /** Resolves with what ends the subscription; rejects with the server's refusal. */
  subscribe(
    channel: string,
    replayId: number,
    onMessage: (message: unknown) => void,
  ): Promise<() => void>;
  log(flag: boolean): void;
}

/** The page's one connection to the org's events, opened by the first subscription. */
export function connectStream(onError: (error: unknown) => void): Stream {
  const client = new CometD();
  const replayIds = new Map<string, number>();
  let opened: Promise<void> | undefined;

  function open(): Promise<void> {
    client.unregisterTransport('websocket');
    // A worker for the timers would be a script of its own making, which the page's policy forbids.
    client.configure({ ...SETTINGS, useWorkerScheduler: false });
    client.registerExtension('replay', replayExtension(replayIds));
    client.addListener('/meta/connect', (message: Message) => {
      if (message.successful === false) onError(message);
    });
    return new Promise((resolve, reject) => {
      client.handshake({}, (reply: Message) => {
        if (reply.successful) resolve();
        else reject(refusal(reply));
      });
    });
  }

  return {
    async subscribe(channel, replayId, onMessage) {
      opened ??= open().catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      await opened;
      replayIds.set(channel, replayId);
      return new Promise((resolve, reject) => {
        const subscription = client.subscribe(channel, received, {}, (reply: Message) => {
          if (reply.successful) resolve(() => client.unsubscribe(subscription));
          else reject(refusal(reply));
        });
        function received(message: Message): void {
          remember(replayIds, channel, message);
          onMessage({ channel, data: message.data as unknown });
        }
      });
    },
    log(flag) {
      client.configure({
        ...SETTINGS,
        useWorkerScheduler: false,
        logLevel: flag ? 'debug' : 'warn',
      });
    },
  };
}

/** After a reconnect the org is asked for what came since the last event that was seen. */
function remember(replayIds: Map<string, number>, channel: string, message: Message): void {
  const { event } = (message.data ?? {}) as { event?: { replayId?: number } };
  if (event?.replayId !== undefined) replayIds.set(channel, event.replayId);
}

function replayExtension(replayIds: Map<string, number>) {
  return {
    outgoing(message: Message): Message {
      if (message.channel === '/meta/handshake') message.ext = { ...message.ext, replay: true };
      if (message.channel === '/meta/subscribe')
        message.ext = { ...message.ext, replay: Object.fromEntries(replayIds) };
      return message;
    },
  };
}

function refusal(reply: Message): Error {
  return Object.assign(new Error(reply.error ?? 'The events cannot be heard.'), { reply });
}
