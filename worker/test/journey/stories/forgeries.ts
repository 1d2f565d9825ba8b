import { equal, match } from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Story } from '../story.ts';

interface Hook {
  scope: string;
  headers: Record<string, string>;
}

const SECRET_HEADER = 'x-cartbridge-secret';

/** A body as the shop would send it. */
function envelope(hash: string, extra: object = {}): string {
  const producer = { store_id: '1025646', producer: 'stores/will-be-replaced' };
  const created_at = Math.floor(Date.now() / 1000);
  const data = { type: 'order', id: 100 };
  return JSON.stringify({
    scope: 'store/order/created',
    ...producer,
    data,
    hash,
    created_at,
    ...extra,
  });
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    // A refusal may close the connection before the whole body was sent.
    call.on('error', reject);
    call.end(body);
  });
}

interface Answer {
  status: number;
  text: string;
}

export const FORGERIES: Story[] = [
  {
    title: 'forged, replayed, oversized and malformed calls are refused, and nothing is stored',
    async run(t) {
      const hooks = await t.step('the hooks the worker made at the shop', () =>
        t.shop.api<{ data: Hook[] }>('GET', 'v3/hooks?limit=250'),
      );
      const secret = hooks.data[0]?.headers[SECRET_HEADER] ?? '';
      const store = await t.shop.api<{ id: string }>('GET', 'v2/store');
      const producer = { producer: `stores/${store.id}` };
      const json = { 'content-type': 'application/json', [SECRET_HEADER]: secret };
      const send = (body: string, headers: Record<string, string>): Promise<Answer> =>
        post(t.worker.webhookUrl, body, headers);

      await t.step('no secret, a wrong secret, another shop’s address: 401', async () => {
        const forged = { 'content-type': 'application/json' };
        await refused(send(envelope('a', producer), forged), 401);
        await refused(send(envelope('a', producer), { ...json, [SECRET_HEADER]: 'guess' }), 401);
        await refused(post(`${t.worker.webhookUrl}x`, envelope('a', producer), json), 401);
        await refused(send(envelope('a'), json), 401);
      });
      await t.step('a signature of another key, or of ten minutes ago: 401', async () => {
        const now = Math.floor(Date.now() / 1000);
        const body = envelope('b', producer);
        await refused(send(body, { ...json, ...signed(body, 'another secret', now) }), 401);
        const { clientSecret } = t.shop;
        await refused(send(body, { ...json, ...signed(body, clientSecret, now - 600) }), 401);
      });
      await t.step('too large: 413; no JSON: 415; malformed: 400', async () => {
        await refused(send(envelope('c', { ...producer, fill: 'x'.repeat(300_000) }), json), 413);
        await refused(send('scope=x', { ...json, 'content-type': 'text/plain' }), 415);
        await refused(send('{"scope":', json), 400);
        await refused(send('{"scope":"store/order/created"}', json), 400);
        await refused(send(envelope('d', { ...producer, data: { type: 'order' } }), json), 400);
      });
      await t.step('nothing of it was stored', async () => {
        for (const state of ['waiting', 'done', 'ignored', 'parked']) {
          equal(await t.worker.events(state), 0, `There are ${state} events.`);
        }
      });
      await t.step(
        'an honest one is taken with an empty answer, an unknown scope too',
        async () => {
          const honest = await send(envelope('e', producer), json);
          equal(`${honest.status} ${honest.text}`, '204 ');
          const unknown = await send(
            envelope('f', { ...producer, scope: 'store/new/thing' }),
            json,
          );
          equal(unknown.status, 204);
          await t.quiet();
          equal(await t.worker.events('ignored'), 1);
        },
      );
    },
  },
];

async function refused(answer: Promise<Answer>, status: number): Promise<void> {
  const { status: actual, text } = await answer;
  equal(actual, status);
  match(text, /^\{"code":"[a-z_]+","error":".+"\}$/, 'The answer is one line of JSON.');
}

function signed(body: string, secret: string, seconds: number): Record<string, string> {
  const id = 'msg_1';
  const signature = createHmac('sha256', secret)
    .update(`${id}.${seconds}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
