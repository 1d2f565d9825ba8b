import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoreRequest {
  method: string;
  /** With the query, decoded. */
  path: string;
  /** As it came over the wire. */
  rawPath: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface StoreAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON; text as it is. */
  body?: unknown;
  /** Never answer. */
  silent?: boolean;
  /** Cut the connection. */
  drop?: boolean;
}

export interface SmallStore {
  url: string;
  requests: StoreRequest[];
  /** Paths asked for, in order, with their method unless it is GET. */
  asked: () => string[];
  close(): Promise<void>;
}

/** A store that answers documented shapes; 404 where `answer` has nothing. */
export async function startSmallStore(
  answer: (request: StoreRequest) => StoreAnswer | undefined,
): Promise<SmallStore> {
  const requests: StoreRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const seen: StoreRequest = {
        method: request.method ?? '',
        path: decodeURIComponent(request.url ?? '').replace(/^\/stores\/abc123/, ''),
        rawPath: request.url ?? '',
        headers: request.headers,
        body: request.headers['content-type']?.includes('json') ? JSON.parse(text) : text,
      };
      requests.push(seen);
      const { status = 200, headers = {}, body, silent, drop } = answer(seen) ?? { status: 404 };
      if (drop) request.socket.destroy();
      if (drop || silent) return;
      response.writeHead(status, headers);
      response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stores/abc123`,
    requests,
    asked: () =>
      requests.map(({ method, path }) => (method === 'GET' ? path : `${method} ${path}`)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
