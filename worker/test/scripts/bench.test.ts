import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { figure, median, percentile, table } from '../../../scripts/bench/figures.ts';
import { each, send } from '../../../scripts/bench/sender.ts';

describe('the figures of the bench', () => {
  it('are values that were measured, never ones in between', () => {
    const values = [40, 10, 30, 20];

    expect(median(values)).toBe(30);
    expect(percentile(values, 0.95)).toBe(40);
    expect(percentile(values, 0)).toBe(10);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('are short: thousands by comma, a decimal only where it says something', () => {
    expect([12_345.6, 12, 3.14159, 0].map(figure)).toEqual(['12,346', '12', '3.1', '0']);
  });

  it('stand below one another in a table', () => {
    expect(
      table(
        'Title',
        ['', 'ms'],
        [
          ['a', '1'],
          ['long', '200'],
        ],
      ),
    ).toBe('Title\n         ms\n  a       1\n  long  200');
  });
});

describe('the sender of the bench', () => {
  let server: Server | undefined;
  afterEach(() => new Promise((resolve) => server?.close(resolve)));

  it('counts refusals apart, keeps its connections, and loses no message', async () => {
    const heard: string[] = [];
    let connections = 0;
    server = createServer((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (body: string) => heard.push(body));
      request.once('end', () => {
        const refused = request.headers['x-number'] === '7';
        response.writeHead(refused ? 401 : 204).end(refused ? '{"code":"wrong_proof"}' : undefined);
      });
    });
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const messages = Array.from({ length: 20 }, (_, number) => ({
      url,
      headers: { 'x-number': String(number) },
      body: `körper ${number}`,
    }));

    const sent = await send(each(messages), 4);

    expect(sent).toMatchObject({ accepted: 19, refused: 1 });
    expect(heard.toSorted()).toEqual(messages.map(({ body }) => body).toSorted());
    expect(connections).toBe(4);
  });

  it('says so when the server hangs up without an answer', async () => {
    server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

    await expect(send(each([{ url, headers: {}, body: 'x' }]), 1)).rejects.toThrow(
      'closed the connection without an answer',
    );
  });
});
