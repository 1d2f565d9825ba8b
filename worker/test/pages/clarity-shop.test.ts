import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findShop, openShopSecrets } from '../../src/shared/shops.ts';
import { startClarity } from '../../stand-ins/clarity/start.ts';
import { formTokenIn, textIn, type Answer } from './browse.ts';
import { usePages } from './use-pages.ts';

const use = usePages();
const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const KEY = 'let-me-in';

/** A shop without a single record: it lets the key in, except to the lists it keeps to itself. */
async function openSmallShop(kept: string[] = []): Promise<string> {
  const statusOf = ({ url = '', headers }: IncomingMessage): number => {
    if (headers['x-api-key'] !== KEY) return 401;
    if (kept.some((path) => url.startsWith(path))) return 403;
    return url.startsWith('/v1/') && !url.startsWith('/v1/shop') ? 200 : 404;
  };
  const server = createServer((request, response) => {
    response.writeHead(statusOf(request), { 'content-type': 'application/json' });
    response.end('{"data":[]}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function ready(kept?: string[]) {
  const used = await use();
  const mine = used.browser();
  await used.signIn(mine);
  const apiUrl = await openSmallShop(kept);
  const formToken = formTokenIn(await mine.get('/connect/shop/clarity'));
  const form = {
    ...{ formToken, name: 'Acme', shopId: 'acme eu', storefrontUrl: 'https://acme.example' },
    ...{ currency: 'EUR', timeZone: 'Europe/Berlin', apiUrl, accessMethod: 'apiKey' },
    ...{ apiKeyHeader: 'X-Api-Key', apiKey: KEY, feed: 'webhooks', idleMinutes: '60' },
    ...{ proofMethod: 'signature', signingSecret: SECRET, paths: '' },
  };
  const send = (changes: Record<string, string> = {}, query = ''): Promise<Answer> =>
    mine.post(`/connect/shop/clarity${query}`, { ...form, ...changes });
  const shops = async () =>
    (await used.pool.query<{ id: string }>('select id from cartbridge.shop order by id')).rows;
  return { used, mine, send, shops };
}

describe('the form for a Clarity shop', () => {
  it('connects the shop, and says where it is to deliver what', async () => {
    const { used, mine, send, shops } = await ready();
    expect(textIn(await mine.get('/connect/shop'))).toContain('Clarity eCommerce');
    const page = await send({ paths: '{"order.totalAmount": "amounts.total"}' });

    expect(page.url.pathname).toBe('/connect');
    const [{ id } = { id: '' }] = await shops();
    expect(id).toMatch(/^clarity-acme-eu-[0-9a-f]{6}$/);
    expect(textIn(page)).toContain('Acme: Set up the webhook in the shop');
    expect(textIn(page)).toContain(`${used.url}/webhooks/clarity/${id}`);
    expect(page.text).not.toContain(SECRET);
    const shop = await findShop(used.pool, id);
    expect(shop).toMatchObject({
      ...{ producer: 'acme eu', currency: 'EUR', timeZone: 'Europe/Berlin' },
      settings: {
        ...{ feed: 'webhooks', idleMinutes: 60, hooks: { alive: 0, wanted: 0 } },
        ...{ access: { method: 'apiKey', header: 'x-api-key' }, proof: { method: 'signature' } },
        paths: { 'order.totalAmount': 'amounts.total' },
      },
    });
    expect(shop && (await openShopSecrets(used.vault, shop))).toEqual({
      ...{ api: { apiKey: KEY }, clientSecrets: [SECRET], webhookSecrets: [] },
    });
  });

  it('brings the same shop up to date, and takes one of another address for another', async () => {
    const { used, mine, send, shops } = await ready();
    await send();
    const page = await send({ feed: 'polling', idleMinutes: '90', signingSecret: '' });
    expect(textIn(page)).toContain('nobody changed for 90 minutes');
    const [first] = await shops();
    const shop = await findShop(used.pool, first?.id ?? '');
    expect(shop && (await openShopSecrets(used.vault, shop)).clientSecrets).toEqual([SECRET]);
    const again = await mine.get(`/connect/shop?shop=${first?.id ?? ''}`);
    expect(again.text).toContain('value="acme eu"');
    expect(again.text).toMatch(/value="polling"\s+checked/);
    expect(again.text).not.toContain(KEY);
    await send({ apiUrl: await openSmallShop() });
    expect(await shops()).toHaveLength(2);
    await send({ apiUrl: await openSmallShop() }, `?shop=${first?.id ?? ''}`);
    expect(await shops(), 'the first one, at its new address').toHaveLength(2);
  });

  it('tells at each field what is wrong, keeps what was typed, and shows no secret again', async () => {
    const { send, shops } = await ready();
    const page = await send({
      ...{ name: '', currency: 'euros', accessMethod: 'oauth', clientId: 'me', clientSecret: '' },
      ...{ tokenUrl: 'nowhere', signingSecret: 'typed secret', paths: '{"order.totl": "x"}' },
    });
    expect(page.status).toBe(422);
    for (const sentence of [
      'Enter the shop’s name.',
      'Enter a currency code of three letters',
      'Enter the address at which the shop gives tokens',
      'Enter the client secret.',
      'Enter the signing secret',
      'order.totl is no field of the contract',
    ]) {
      expect(textIn(page)).toContain(`Error: ${sentence}`);
    }
    expect(page.text).toContain('value="euros"');
    expect(page.text).not.toContain('typed secret');
    expect(await shops()).toEqual([]);
  });

  it('saves nothing when the shop refuses the key, keeps something from it, or is not there', async () => {
    const { used, send, shops } = await ready(['/v1/returns']);
    const refused = await send({ apiKey: 'wrong-key' });
    expect(textIn(refused)).toContain('API key: The shop’s API does not accept this access.');
    const partly = await send();
    expect(textIn(partly)).toContain('it may not read: returns.');
    const elsewhere = await send({ apiUrl: used.url });
    expect(textIn(elsewhere)).toMatch(/API address: /);
    expect(elsewhere.status).toBe(422);
    expect(await shops()).toEqual([]);
    expect(used.log()).not.toMatch(/wrong-key|let-me-in/);
  });

  it('lets Cartbridge in by OAuth, or says whose secret was refused', async () => {
    const { send, shops } = await ready();
    const shop = await startClarity({ seed: false });
    onTestFinished(() => shop.close());
    const { clientId, clientSecret } = shop.identity;
    const oauth = {
      ...{ accessMethod: 'oauth', apiUrl: shop.url, tokenUrl: `${shop.url}/oauth/token` },
      ...{ clientId, clientSecret, scope: '' },
    };
    const refused = await send({ ...oauth, clientSecret: 'wrong' });
    expect(textIn(refused)).toContain('Client secret: The shop gives no token for this client id');
    expect(await shops()).toEqual([]);
    expect((await send(oauth)).url.pathname).toBe('/connect');
    expect(await shops()).toHaveLength(1);
  });

  it('is none for a platform nobody registered', async () => {
    const { mine } = await ready();
    const page = await mine.get('/connect/shop/corner');
    expect(page.status).toBe(404);
    expect(textIn(page)).toContain('There is no such page');
  });
});
