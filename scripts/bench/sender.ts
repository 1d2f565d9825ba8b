import { openConnection, type Message } from './connection.ts';

export interface Sent {
  /** Answers with a status from 200 to 299. */
  accepted: number;
  refused: number;
  milliseconds: number;
}

/**
 * Posts messages to one server over so many kept connections, each connection one message at a
 * time, until the source gives no more.
 */
export async function send(next: () => Message | undefined, connections: number): Promise<Sent> {
  const sent: Sent = { accepted: 0, refused: 0, milliseconds: 0 };
  const started = performance.now();
  async function drain(): Promise<void> {
    let message = next();
    if (!message) return;
    const connection = await openConnection(message);
    try {
      for (; message; message = next()) {
        const status = await connection.post(message);
        if (status >= 200 && status < 300) sent.accepted += 1;
        else sent.refused += 1;
      }
    } finally {
      connection.close();
    }
  }
  await Promise.all(Array.from({ length: connections }, drain));
  sent.milliseconds = performance.now() - started;
  return sent;
}

/** A source that gives each message once. */
export function each(messages: Message[]): () => Message | undefined {
  const rest = messages.values();
  return () => rest.next().value;
}

/** A source that gives new messages for so long. */
export function during(milliseconds: number, make: () => Message): () => Message | undefined {
  const end = performance.now() + milliseconds;
  return () => (performance.now() < end ? make() : undefined);
}
