import { describe, expect, it } from 'vitest';
import { HOOK_SCOPES } from '../../src/compose/shops/bigcommerce/hook-scopes.ts';
import { saveShop } from '../../src/connect-shop.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { OrgId } from '../../src/shared/ids.ts';
import { findShop, openShopSecrets } from '../../src/shared/shops.ts';
import type { LocalStore } from '../../stand-ins/bigcommerce/start.ts';
import { formTokenIn, textIn, type Answer, type Browse } from './browse.ts';
import { usePages, type PagesOptions, type UsedPages } from './use-pages.ts';

const use = usePages();

interface Ready extends UsedPages {
  browser: () => Browse;
  mine: Browse;
  /** Sends the form as it is, with these fields changed. */
  send: (changes?: Record<string, string>) => Promise<Answer>;
}

async function signedIn(options?: PagesOptions): Promise<Ready> {
  const used = await use(options);
  const mine = used.browser();
  await used.signIn(mine);
  const { storeHash, accessToken, clientSecret } = used.store;
  const send = async (changes: Record<string, string> = {}): Promise<Answer> => {
    const formToken = formTokenIn(await mine.get('/connect/shop/bigcommerce'));
    const form = { formToken, store: storeHash, accessToken, clientSecret, ...changes };
    return mine.post('/connect/shop/bigcommerce', form);
  };
  return { ...used, mine, send };
}

async function shops({ pool }: UsedPages) {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    producer: string;
    api_url: string;
  }>('select id, name, producer, api_url from cartbridge.shop order by id');
  return rows;
}

async function hooksOf(store: LocalStore) {
  const headers = { 'x-auth-token': store.accessToken, accept: 'application/json' };
  const response = await fetch(`${store.apiUrl}/v3/hooks?limit=250`, { headers });
  const { data } = (await response.json()) as {
    data: { destination: string; headers: Record<string, string> }[];
  };
  return data;
}

describe('the form for a shop', () => {
  it('connects the shop, makes its hooks, and says so', async () => {
    const used = await signedIn();
    const page = await used.send();

    expect(page.url.pathname).toBe('/connect');
    expect(textIn(page)).toContain('Cartbridge is connected');
    expect(textIn(page)).toContain(`${HOOK_SCOPES.length} made, 0 put right, 0 kept`);
    const id = `bigcommerce-${used.store.storeHash}`;
    expect(await shops(used)).toMatchObject([{ id, api_url: used.store.apiUrl }]);
    const destinations = new Set((await hooksOf(used.store)).map(({ destination }) => destination));
    expect([...destinations]).toEqual([`${used.url}/webhooks/bigcommerce/${id}`]);
    const shop = await findShop(used.pool, id);
    expect(shop && (await openShopSecrets(used.vault, shop))).toMatchObject({
      api: { accessToken: used.store.accessToken },
      clientSecrets: [used.store.clientSecret],
    });
  });

  it('takes the API path as BigCommerce shows it', async () => {
    const used = await signedIn();
    const { storeHash } = used.store;
    await used.send({ store: ` https://api.bigcommerce.com/stores/${storeHash}/v3/ ` });
    expect(await shops(used)).toMatchObject([{ producer: `stores/${storeHash}` }]);
  });

  it('sent twice at once connects one shop whose hooks carry the secret that is kept', async () => {
    const used = await signedIn();
    const formToken = formTokenIn(await used.mine.get('/connect/shop/bigcommerce'));
    const { storeHash: store, accessToken, clientSecret } = used.store;
    const form = { formToken, store, accessToken, clientSecret };
    const pages = await Promise.all(
      [1, 2].map(() => used.mine.post('/connect/shop/bigcommerce', form)),
    );

    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    const [row] = await shops(used);
    const shop = await findShop(used.pool, row?.id ?? '');
    const secrets = shop && (await openShopSecrets(used.vault, shop));
    const hooks = await hooksOf(used.store);
    expect(hooks).toHaveLength(HOOK_SCOPES.length);
    for (const { headers } of hooks) {
      expect(Object.values(headers)).toEqual([secrets?.webhookSecrets[0]]);
    }
  });

  it('keeps the id of a shop that a script connected, and with it its records', async () => {
    const used = await signedIn();
    const [org] = (await used.pool.query<{ id: OrgId }>('select id from cartbridge.org')).rows;
    const { apiUrl, storeHash, accessToken, clientSecret } = used.store;
    const webhookUrl = `${used.url}/webhooks/bigcommerce/by-script`;
    await saveShop({ ...used, platforms }, org?.id ?? ('' as OrgId), {
      ...{ id: 'by-script', platform: 'bigcommerce', apiUrl, storeHash },
      ...{ accessToken, clientSecret, webhookUrl },
    });
    expect(textIn(await used.send())).toContain(`${HOOK_SCOPES.length} kept`);
    expect(await shops(used)).toMatchObject([{ id: 'by-script' }]);
  });

  it('refuses a store that belongs to another org', async () => {
    const used = await signedIn();
    await used.send();
    await used.pool.query(
      "insert into cartbridge.org (id, name, login_url, credentials) values ('other', '', '', '')",
    );
    await used.pool.query("update cartbridge.shop set org_id = 'other'");
    const page = await used.send();
    expect(page.status).toBe(422);
    expect(textIn(page)).toContain('connected to another Salesforce org');
    // Without a token of the store nobody learns so much.
    const stranger = await used.send({ accessToken: 'guess' });
    expect(textIn(stranger)).not.toContain('another Salesforce org');
  });

  it('leads back to the screen from which the person came', async () => {
    const used = await signedIn();
    const screen = `${used.org.url}/lightning/n/Setup_Assistant`;
    await used.mine.get(
      `/connect/shop/bigcommerce?${new URLSearchParams({ return: screen }).toString()}`,
    );
    expect((await used.send()).text).toContain(`href="${screen}"`);
  });

  it('asks to sign in first, and comes back', async () => {
    const used = await use();
    const browser = used.browser();
    const { away } = await browser.get('/connect/shop');
    expect(away?.origin).toBe(used.org.url);
    const page = await used.signIn(browser, { query: '?next=shop' });
    expect(page.url.pathname).toBe('/connect/shop');
  });
});

describe('what is wrong in the form', () => {
  it('is told at each field, without losing what was typed or showing a secret again', async () => {
    const used = await signedIn();
    const page = await used.send({
      store: 'no store! <b>',
      accessToken: '',
      clientSecret: 'typed secret',
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: ');
    expect(page.text).toContain('value="no store! &lt;b&gt;"');
    expect(page.text).not.toContain('typed secret');
    expect(page.text.match(/aria-invalid="true"/g)).toHaveLength(3);
    expect(textIn(page)).toContain('Error: This holds no store hash');
    expect(textIn(page)).toContain('Error: Enter the access token.');
    expect(textIn(page)).toContain('Error: There is a blank or a line break in it');
    expect(await shops(used)).toEqual([]);
  });

  it('is the token, when BigCommerce refuses it: nothing is saved', async () => {
    const used = await signedIn();
    const page = await used.send({ accessToken: 'wrong-token' });
    expect(page.status).toBe(422);
    expect(textIn(page)).toContain('Error: BigCommerce does not accept this token');
    expect(page.text).not.toContain('wrong-token');
    expect(used.log()).not.toContain('wrong-token');
    expect(await shops(used)).toEqual([]);
  });

  it('is a token that lacks scopes, which are named', async () => {
    const used = await signedIn();
    for (const path of ['/v2/orders', '/v3/customers']) {
      used.store.faults.add({ path, times: 9, status: 403 });
    }
    const page = await used.send();
    expect(textIn(page)).toContain('it may not read: Orders, Customers.');
    expect(await shops(used)).toEqual([]);
  });

  it('is the shop, when it does not answer: the form may be sent again', async () => {
    const used = await signedIn();
    used.store.faults.add({ path: '/v2/store', times: 1, status: 503 });
    expect(textIn(await used.send())).toContain('Wait a minute, then press Connect again.');
    expect(textIn(await used.send())).toContain('Cartbridge is connected');
  });

  it('is the webhooks, when they cannot be made: sending it again makes the rest', async () => {
    const used = await signedIn();
    used.store.faults.add({ method: 'POST', path: '/v3/hooks', times: 1, status: 422 });
    expect(textIn(await used.send())).toContain('but not all its webhooks were made');
    expect(textIn(await used.send())).toContain('Cartbridge is connected');
    expect(await hooksOf(used.store)).toHaveLength(HOOK_SCOPES.length);
  });

  it('is the worker’s address, when BigCommerce could not deliver there', async () => {
    const used = await signedIn({ bigcommerceUrl: 'https://api.bigcommerce.com' });
    expect(textIn(await used.send())).toContain('WORKER_URL, must begin with https');
    expect(await shops(used)).toEqual([]);
  });

  it('never leads the token to another host', async () => {
    const used = await signedIn();
    const page = await used.send({ store: 'https://evil.example/stores/../x' });
    expect(page.status).toBe(422);
    expect(await shops(used)).toEqual([]);
  });
});
