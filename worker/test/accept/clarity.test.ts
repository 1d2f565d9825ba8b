import { describe, expect, it } from 'vitest';
import type { KnownShop } from '../../src/accept/shop-book.ts';
import {
  CLARITY_PATH,
  clarityShop,
  deliver,
  event,
  JSON_ONLY,
  KEY,
  OLD_KEY,
  signed,
} from './clarity-kit.ts';
import { useWeb, type Answer, type Web } from './web-kit.ts';

const start = useWeb();
const open = (known: KnownShop = clarityShop()): Promise<Web> =>
  start({ shopBook: (id) => Promise.resolve(id === 'shop-1' ? known : undefined) });

function expectRefused(web: Web, answer: Answer, status: number, code: string): void {
  const { code: said } = JSON.parse(answer.text) as { code: string };
  expect({ status: answer.status, code: said }).toEqual({ status, code });
  expect(web.stored).toEqual([]);
}

describe('an event of a Clarity shop', () => {
  it('is stored under its record, and answered with an empty 204', async () => {
    const web = await open();
    const { status, text } = await deliver(web, event());
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(web.stored).toMatchObject([
      { orgId: 'org-1', shopId: 'shop-1', scope: 'order.created', recordKey: 'shop-1:order:O-1' },
    ]);
  });

  it('leaves neither the person in it nor a secret in the log and in what is stored', async () => {
    const web = await open();
    await deliver(web, event({ data: { orderId: 'O-1', billing: { name: 'Jane Doe' } } }));
    expect(JSON.stringify([web.stored, web.log])).not.toMatch(/jane|Jane|Doe|whsec/);
  });

  it('of another shop is refused, whatever it is signed with', async () => {
    const web = await open();
    const answer = await deliver(web, event({ shop: { id: 'other' } }));
    expectRefused(web, answer, 401, 'wrong_proof');
  });

  it('of a shop of another platform does not open this one', async () => {
    const { shop, secrets } = clarityShop();
    const web = await open({ shop: { ...shop, platform: 'bigcommerce' }, secrets });
    expectRefused(web, await deliver(web, event()), 401, 'wrong_proof');
  });

  it('must be JSON by its content type', async () => {
    const web = await open();
    const headers = { ...signed(event()), 'content-type': 'text/plain' };
    const answer = await web.deliver(event(), headers, CLARITY_PATH);
    expectRefused(web, answer, 415, 'not_json');
  });

  it('must not be larger than 256 kB', async () => {
    const web = await open();
    const body = event({ data: { orderId: 'O-1', note: 'x'.repeat(300_000) } });
    expectRefused(web, await deliver(web, body), 413, 'too_large');
  });
});

describe('the signature of a Clarity shop', () => {
  const MINUTE = 60;
  const other = Buffer.from('a key nobody of us has ever seen');

  it.each([
    ['with the present secret', [KEY], 0],
    ['with the former secret', [OLD_KEY], 0],
    ['with both, while the shop rotates', [OLD_KEY, KEY], 0],
    ['beside one that does not fit', [other, KEY], 0],
    ['of four minutes ago', [KEY], -4 * MINUTE],
    ['of a clock four minutes ahead', [KEY], 4 * MINUTE],
  ])('is taken %s', async (_, keys, offset) => {
    const web = await open();
    const body = event();
    expect((await deliver(web, body, signed(body, keys, offset))).status).toBe(204);
  });

  it.each([
    ['of another key', [other], 0],
    ['of six minutes ago', [KEY], -6 * MINUTE],
    ['of a clock six minutes ahead', [KEY], 6 * MINUTE],
    ['made with the letters of the secret', [Buffer.from(`whsec_${KEY.toString('base64')}`)], 0],
  ])('is refused %s', async (_, keys, offset) => {
    const web = await open();
    const answer = await deliver(web, event(), signed(event(), keys, offset));
    expectRefused(web, answer, 401, 'wrong_proof');
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'is refused without %s',
    async (name) => {
      const web = await open();
      const headers = Object.entries(signed(event())).filter(([key]) => key !== name);
      const answer = await deliver(web, event(), Object.fromEntries(headers));
      expectRefused(web, answer, 401, 'wrong_proof');
    },
  );

  it('is asked for before the body is read', async () => {
    const web = await open();
    const answer = await web.deliver('no JSON', { 'content-type': 'text/plain' }, CLARITY_PATH);
    expectRefused(web, answer, 401, 'wrong_proof');
  });

  it('is refused over another body, also where only a blank differs', async () => {
    const web = await open();
    const answer = await deliver(web, `${event()} `, signed(event()));
    expectRefused(web, answer, 401, 'wrong_proof');
  });

  it('is refused by a shop without any secret, such as one that is asked for its changes', async () => {
    const web = await open(clarityShop({ feed: 'polling' }, { clientSecrets: [] }));
    expectRefused(web, await deliver(web, event()), 401, 'wrong_proof');
  });
});

describe('the header of a Clarity shop that signs nothing', () => {
  const byHeader = (): KnownShop =>
    clarityShop(
      { proof: { method: 'header', header: 'x-shop-secret' } },
      { clientSecrets: [], webhookSecrets: ['now', 'before'] },
    );

  it.each(['now', 'before'])('is taken with the secret “%s”', async (secret) => {
    const web = await open(byHeader());
    expect((await deliver(web, event(), { 'x-shop-secret': secret })).status).toBe(204);
  });

  it.each<[string, Record<string, string>]>([
    ['absent', {}],
    ['empty', { 'x-shop-secret': '' }],
    ['a guess', { 'x-shop-secret': 'guess' }],
    ['another header', { 'x-cartbridge-secret': 'now' }],
    ['a signature instead', signed(event())],
  ])('is refused when it is %s', async (_, headers) => {
    const web = await open(byHeader());
    expectRefused(web, await deliver(web, event(), headers), 401, 'wrong_proof');
  });

  it('is no proof for a shop that signs', async () => {
    const { secrets } = byHeader();
    const web = await open(clarityShop({}, { webhookSecrets: secrets.webhookSecrets }));
    const answer = await deliver(web, event(), { ...JSON_ONLY, 'x-shop-secret': 'now' });
    expectRefused(web, answer, 401, 'wrong_proof');
  });
});
