import type { Request as HttpRequest, Response } from 'express';
import { bodyText } from '../../../kit/server.ts';
import type { Org } from '../../org.ts';
import { Refused } from '../../records/refusal.ts';
import { signIn } from '../../rest/sign-in.ts';
import { createClient, type Client } from './client.ts';
import {
  answer,
  refusal,
  TRANSPORT,
  unauthenticated,
  unknownClient,
  type Reply,
  type Request,
} from './messages.ts';
import { NEW_ONLY } from './subscription.ts';

const OLDEST = 23;
const PATH = /^\/cometd(?:\/replay)?(?:\/([^/]*))?$/;

export interface Cometd {
  /** Answers a request below /cometd; false: it is none. */
  answer(org: Org, path: string, request: HttpRequest, response: Response): boolean;
}

/** The Streaming API: Bayeux over long polling, at `/cometd/66.0`. */
export function createCometd(adminToken: string | undefined): Cometd {
  const clients = new Map<string, Client>();
  return {
    answer(org, path, request, response) {
      const found = PATH.exec(path);
      if (!found) return false;
      const problem = findProblem(found[1] ?? '', request);
      const messages = problem ? undefined : readMessages(request);
      if (!messages) {
        const text = problem ?? '400::The request is not a Bayeux message in JSON';
        response.status(400).type('text/plain').end(text);
        return true;
      }
      void answerAll(org, userOf(org, request, adminToken), messages).then((replies) => {
        response.set('Content-Type', 'application/json;charset=UTF-8');
        response.end(JSON.stringify(replies));
      });
      return true;
    },
  };

  async function answerAll(org: Org, userId: string | undefined, messages: Request[]) {
    const replies: Reply[] = [];
    for (const message of messages) replies.push(...(await handle(org, userId, message)));
    return replies;
  }

  async function handle(org: Org, userId: string | undefined, message: Request): Promise<Reply[]> {
    if (userId === undefined) return [unauthenticated(message)];
    if (message.channel === '/meta/handshake') return [shakeHands(org, userId, message)];
    const client = clients.get(String(message.clientId));
    if (client?.userId !== userId) return [unknownClient(message)];
    if (message.channel === '/meta/connect') {
      if (message.connectionType !== TRANSPORT) {
        return [refusal(message, `400::Invalid connection type ${String(message.connectionType)}`)];
      }
      return new Promise((resolve) => client.connect(message, resolve));
    }
    return [direct(client, message)];
  }

  function shakeHands(org: Org, userId: string, message: Request): Reply {
    const offered = message.supportedConnectionTypes;
    if (!Array.isArray(offered) || !offered.includes(TRANSPORT)) {
      return refusal(message, '400::Invalid connection type', { advice: { reconnect: 'none' } });
    }
    const client = createClient(org, userId, (id) => clients.delete(id));
    clients.set(client.id, client);
    return answer(message, {
      ext: { replay: true, 'payload.format': true },
      minimumVersion: '1.0',
      clientId: client.id,
      supportedConnectionTypes: [TRANSPORT],
      version: '1.0',
      successful: true,
    });
  }
}

/** Everything but a handshake and a connect. */
function direct(client: Client, message: Request): Reply {
  const { subscription } = message;
  const own = { clientId: client.id };
  if (message.channel === '/meta/disconnect') {
    client.close();
    return answer(message, { ...own, successful: true });
  }
  if (message.channel === '/meta/unsubscribe') {
    for (const channel of [subscription].flat()) client.unsubscribe(String(channel));
    return answer(message, { ...own, subscription, successful: true });
  }
  if (message.channel !== '/meta/subscribe') {
    return refusal(message, `403::Not allowed to publish to ${String(message.channel)}`, own);
  }
  for (const channel of [subscription].flat()) {
    const error =
      checkName(channel) ?? client.subscribe(String(channel), replayOf(message, channel));
    if (error !== undefined) return refusal(message, error, { ...own, subscription });
  }
  return answer(message, { ...own, subscription, successful: true });
}

function checkName(channel: unknown): string | undefined {
  if (typeof channel !== 'string' || channel === '') return '400::Channel name not specified';
  return channel.startsWith('/')
    ? undefined
    : "400::Channel subscriptions must start with a leading '/'";
}

/** Where in the stream the client wants to begin, as its replay extension says. */
function replayOf({ ext }: Request, channel: unknown): number {
  const replay = (ext?.replay as Record<string, unknown> | undefined)?.[String(channel)];
  return typeof replay === 'number' ? replay : NEW_ONLY;
}

function findProblem(version: string, request: HttpRequest): string | undefined {
  if (request.method !== 'POST') return '400::Only long-polling is supported';
  const format = "URI format: '/cometd/66.0'";
  if (version === '') return `400::API version in the URI is mandatory. ${format}`;
  if (!/^\d+\.0$/.test(version) || Number(version) < OLDEST) {
    const text = `Unsupported API version. Only API versions '${OLDEST}.0' and above are supported.`;
    return `400::${text} ${format}`;
  }
  return undefined;
}

function readMessages(request: HttpRequest): Request[] | undefined {
  try {
    const parsed = JSON.parse(bodyText(request)) as unknown;
    const messages = [parsed].flat();
    const areMessages = messages.every((one) => typeof one === 'object' && one !== null);
    return areMessages ? messages : undefined;
  } catch {
    return undefined;
  }
}

function userOf(
  org: Org,
  request: HttpRequest,
  adminToken: string | undefined,
): string | undefined {
  try {
    return signIn(org, (name) => request.get(name), adminToken).userId;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
