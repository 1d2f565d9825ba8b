/** A Bayeux message as a client sends it; nothing about it is sure. */
export interface Request {
  channel?: unknown;
  id?: unknown;
  clientId?: unknown;
  connectionType?: unknown;
  supportedConnectionTypes?: unknown;
  subscription?: unknown;
  advice?: { timeout?: unknown };
  ext?: { replay?: unknown };
}

/** A Bayeux message as the org sends it. */
export type Reply = Record<string, unknown>;

export const TRANSPORT = 'long-polling';
export const TIMEOUT_MS = 110_000;
/** How long a client may stay away between two connects. */
export const AWAY_MS = 40_000;

/** An answer to a message: it names the channel and the message it answers. */
export function answer({ channel, id }: Request, more: Reply): Reply {
  return { channel, ...(id !== undefined && { id }), ...more };
}

export function refusal(request: Request, error: string, more: Reply = {}): Reply {
  return answer(request, { error, successful: false, ...more });
}

export function unknownClient(request: Request): Reply {
  const advice = { reconnect: 'handshake', interval: 0 };
  return refusal(request, '403::Unknown client', { advice });
}

/** What a client is told whose session is over or was never there. */
export function unauthenticated(request: Request): Reply {
  const reason = '401::Authentication invalid';
  if (request.channel === '/meta/handshake') {
    return refusal(request, '403::Handshake denied', {
      ext: { sfdc: { failureReason: reason } },
      advice: { reconnect: 'none' },
    });
  }
  return refusal(request, reason, { advice: { reconnect: 'none', interval: 0 } });
}
