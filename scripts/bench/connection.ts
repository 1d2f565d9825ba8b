import { connect, type Socket } from 'node:net';

/** A message as it goes over the wire. */
export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** One kept HTTP/1.1 connection that posts one message at a time. */
export interface Connection {
  /** The status of the answer. */
  post(message: Message): Promise<number>;
  close(): void;
}

/**
 * Written by hand, for node:http's own client costs more than the server it would measure: on two
 * cores a figure of the server would be one of the client.
 */
export async function openConnection({ url }: Pick<Message, 'url'>): Promise<Connection> {
  const { hostname, port } = new URL(url);
  const socket = await connected(connect(Number(port), hostname));
  socket.setNoDelay();
  let received = '';
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  const fail = (error: Error): void => waiting?.reject(error);
  socket.setEncoding('latin1');
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`${url} closed the connection without an answer.`)));
  socket.on('data', (chunk: string) => {
    received += chunk;
    const status = wholeAnswer(received);
    if (status === undefined) return;
    received = '';
    const asked = waiting;
    waiting = undefined;
    asked?.resolve(status);
  });

  return {
    post: (message) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(toText(message));
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

function toText({ url, headers, body }: Message): string {
  const { host, pathname } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [`POST ${pathname} HTTP/1.1`, `host: ${host}`, ...lines, length, '', body].join('\r\n');
}

/** The status of an answer that has arrived whole; undefined while some of it is missing. */
function wholeAnswer(received: string): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.slice(0, end);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (received.length < end + 4 + length) return undefined;
  return Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
}
