import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_SECRET,
  envelope,
  JSON_AND_SECRET,
  knownShop,
  OLD_CLIENT_SECRET,
  OLD_SECRET,
  SECRET,
  useWeb,
  WEBHOOK_PATH,
  type Answer,
  type Web,
} from './web-kit.ts';

const start = useWeb();
const JSON_ONLY = { 'content-type': 'application/json' };
const BODY = envelope();

/** Refused alike in every case: a stranger must not learn how close the guess was. */
function expectNoProof(web: Web, { status, text }: Answer): void {
  expect(status).toBe(401);
  expect(JSON.parse(text)).toEqual({
    code: 'wrong_proof',
    error: 'The delivery does not prove that it comes from this shop. Connect the shop again.',
  });
  expect(web.stored).toEqual([]);
}

describe('the secret of a hook', () => {
  it.each([
    ['the current one', SECRET],
    ['the one before, while deliveries of older hooks still come', OLD_SECRET],
  ])('is taken: %s', async (_, secret) => {
    const web = await start();
    const answer = await web.deliver(BODY, { ...JSON_ONLY, 'x-cartbridge-secret': secret });
    expect(answer.status).toBe(204);
  });

  it.each([
    ['absent', {}],
    ['empty', { 'x-cartbridge-secret': '' }],
    ['a guess', { 'x-cartbridge-secret': 'guess' }],
    ['a part of it', { 'x-cartbridge-secret': SECRET.slice(0, -1) }],
    ['in another case', { 'x-cartbridge-secret': SECRET.toUpperCase() }],
    ['a list of both', { 'x-cartbridge-secret': `${SECRET}, ${OLD_SECRET}` }],
    ['in another header', { authorization: SECRET }],
    ['the client secret', { 'x-cartbridge-secret': CLIENT_SECRET }],
  ])('is refused when it is %s', async (_, headers) => {
    const web = await start();
    expectNoProof(web, await web.deliver(BODY, { ...JSON_ONLY, ...headers }));
  });

  it('is asked for before anything else about the delivery', async () => {
    const web = await start();
    expectNoProof(web, await web.deliver('no JSON', { 'content-type': 'text/plain' }));
  });

  it.each([
    ['an unknown shop', '/webhooks/bigcommerce/shop-2'],
    ['a shop id nobody can have', '/webhooks/bigcommerce/%00'],
  ])('does not open %s', async (_, path) => {
    const web = await start();
    expectNoProof(web, await web.deliver(BODY, JSON_AND_SECRET, path));
  });

  it('does not open a shop of another platform', async () => {
    const { shop, secrets } = knownShop();
    const other = { shop: { ...shop, platform: 'clarity' }, secrets };
    const web = await start({ shopBook: () => Promise.resolve(other) });
    expectNoProof(web, await web.deliver(BODY));
  });

  it('does not make another store’s event ours', async () => {
    const web = await start();
    expectNoProof(web, await web.deliver(envelope({ producer: 'stores/other' })));
  });
});

describe('a Standard Webhooks signature', () => {
  const MINUTE = 60;

  it.each([
    ['with the current client secret', [CLIENT_SECRET], 0],
    ['with the former client secret', [OLD_CLIENT_SECRET], 0],
    ['of four minutes ago', [CLIENT_SECRET], -4 * MINUTE],
    ['of a clock four minutes ahead', [CLIENT_SECRET], 4 * MINUTE],
    ['beside one that does not fit', ['another', CLIENT_SECRET], 0],
    ['before one that does not fit', [CLIENT_SECRET, 'another'], 0],
  ])('is taken %s', async (_, keys, offset) => {
    const web = await start();
    const answer = await web.deliver(BODY, { ...JSON_AND_SECRET, ...signed(BODY, keys, offset) });
    expect(answer.status).toBe(204);
    expect(web.stored).toHaveLength(1);
  });

  it.each([
    ['of another key', ['another'], 0],
    ['of several keys, none of them ours', ['another', 'a third'], 0],
    ['made with the hook’s secret', [SECRET], 0],
    ['of six minutes ago', [CLIENT_SECRET], -6 * MINUTE],
    ['of a clock six minutes ahead', [CLIENT_SECRET], 6 * MINUTE],
  ])('is refused %s, even with the right secret', async (_, keys, offset) => {
    const web = await start();
    const headers = { ...JSON_AND_SECRET, ...signed(BODY, keys, offset) };
    expectNoProof(web, await web.deliver(BODY, headers));
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'is refused when %s is missing',
    async (name) => {
      const web = await start();
      const partial = Object.entries(signed(BODY, [CLIENT_SECRET])).filter(([key]) => key !== name);
      const headers = { ...JSON_AND_SECRET, ...Object.fromEntries(partial) };
      expectNoProof(web, await web.deliver(BODY, headers));
    },
  );

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'is refused when %s alone is there',
    async (name) => {
      const web = await start();
      const value = signed(BODY, [CLIENT_SECRET])[name] ?? '';
      expectNoProof(web, await web.deliver(BODY, { ...JSON_AND_SECRET, [name]: value }));
    },
  );

  it('is refused over another body, also where only a space differs', async () => {
    const web = await start();
    const headers = { ...JSON_AND_SECRET, ...signed(BODY, [CLIENT_SECRET]) };
    expectNoProof(web, await web.deliver(`${BODY} `, headers));
  });

  it('is refused when its id was changed', async () => {
    const web = await start();
    const headers = {
      ...JSON_AND_SECRET,
      ...signed(BODY, [CLIENT_SECRET]),
      'webhook-id': 'msg_other',
    };
    expectNoProof(web, await web.deliver(BODY, headers));
  });

  it('is over the raw bytes, whatever letters they hold', async () => {
    const web = await start();
    const body = envelope({ note: 'Zürich 🛒' });
    const headers = { ...JSON_AND_SECRET, ...signed(body, [CLIENT_SECRET]) };
    expect((await web.deliver(body, headers)).status).toBe(204);
  });

  it('is refused where the shop has no client secret to check it with', async () => {
    const { shop, secrets } = knownShop();
    const web = await start({
      shopBook: () => Promise.resolve({ shop, secrets: { ...secrets, clientSecrets: [] } }),
    });
    const headers = { ...JSON_AND_SECRET, ...signed(BODY, [CLIENT_SECRET]) };
    expectNoProof(web, await web.deliver(BODY, headers));
  });

  it('is not a substitute for the secret', async () => {
    const web = await start();
    const headers = { ...JSON_ONLY, ...signed(BODY, [CLIENT_SECRET]) };
    expectNoProof(web, await web.deliver(BODY, headers, WEBHOOK_PATH));
  });
});

/** One signature for each key, as the public description of Standard Webhooks has it. */
function signed(body: string, keys: string[], offsetSeconds = 0): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000) + offsetSeconds;
  const sign = (key: string): string =>
    createHmac('sha256', key).update(`msg_1.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': keys.map((key) => `v1,${sign(key)}`).join(' '),
  };
}
