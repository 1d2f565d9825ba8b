import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Message {
  scope: string;
  store_id: string;
  data: Record<string, unknown>;
  hash: string;
  created_at: number;
  producer: string;
}

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  /** The bytes as they came. */
  text: string;
  message: Message;
  /** Whether the library that others wrote accepts the signature. */
  isSigned: boolean;
}

/** Somebody's endpoint for hooks. */
export interface Receiver {
  url: string;
  received: Received[];
  /** What it answers from now on. */
  status: number;
  scopes(): string[];
  close(): Promise<void>;
}

export async function startReceiver(clientSecret: string): Promise<Receiver> {
  const verifier = new Webhook(Buffer.from(clientSecret, 'utf8').toString('base64'));
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        text,
        message: JSON.parse(text) as Message,
        isSigned: isSigned(verifier, text, request.headers),
      });
      response.writeHead(receiver.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    status: 204,
    scopes: () => received.map(({ message }) => message.scope),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

function isSigned(verifier: Webhook, text: string, headers: IncomingHttpHeaders): boolean {
  try {
    verifier.verify(text, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
