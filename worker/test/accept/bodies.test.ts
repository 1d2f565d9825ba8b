import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { KnownShop } from '../../src/accept/shop-book.ts';
import { waitFor } from '../kit/wait-for.ts';
import { envelope, knownShop, SECRET, useWeb, WEBHOOK_PATH } from './web-kit.ts';

const start = useWeb();

describe('the size of a body', () => {
  const LIMIT = 256 * 1024;
  const padded = (size: number): string => {
    const empty = envelope({ fill: '' });
    return envelope({ fill: 'x'.repeat(size - empty.length) });
  };

  it('may be 256 kB', async () => {
    const web = await start();
    expect((await web.deliver(padded(LIMIT))).status).toBe(204);
  });

  it('is refused with 413 by its announced length alone, before any of it arrived', async () => {
    const web = await start();
    const head = await firstBytes(web.url, `content-length: ${LIMIT + 1}\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    expect(head).toMatch(/\r\nconnection: close\r\n/i);
    expect(web.stored).toEqual([]);
  });

  it('is refused with 413 as soon as an unannounced one grows past the limit', async () => {
    const web = await start();
    const size = LIMIT + 1;
    const head = await firstBytes(
      web.url,
      `transfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}`,
    );
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    expect(web.stored).toEqual([]);
  });
});

describe('a delivery whose sender hangs up in the middle', () => {
  it.each([
    ['while its body is awaited', false],
    ['before its shop is found', true],
  ])('%s stores nothing and leaves its line in the log', async (_, beforeFound) => {
    const asked = Promise.withResolvers<undefined>();
    const found = Promise.withResolvers<KnownShop>();
    const web = await start({
      shopBook: () => {
        asked.resolve(undefined);
        return found.promise;
      },
    });
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
    socket.write(`${HEAD}content-length: 100\r\n\r\n{"scope":`);
    await asked.promise;
    if (!beforeFound) found.resolve(knownShop());
    socket.destroy();
    await waitFor(async () => (await web.connections()) === 0, { what: 'the hang-up to arrive' });
    found.resolve(knownShop());
    await waitFor(() => web.log.length > 0, { what: 'the log line' });
    expect(web.log).toMatchObject([{ msg: 'event.received', refused: 'malformed' }]);
    expect(web.stored).toEqual([]);
  });
});

const HEAD =
  `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: cartbridge\r\n` +
  `content-type: application/json\r\nx-cartbridge-secret: ${SECRET}\r\n`;

/** Sends a request that never ends, and returns the first the server says to it. */
function firstBytes(url: string, rest: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', reject);
    socket.write(HEAD + rest);
  });
}
