import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { formTokenIn, textIn, type Browse } from './browse.ts';
import { usePages, type UsedPages } from './use-pages.ts';

const use = usePages();

async function ready() {
  const used = await use();
  const mine = used.browser();
  await used.signIn(mine);
  const formToken = formTokenIn(await mine.get('/connect/shop/bigcommerce'));
  const { storeHash: store, accessToken, clientSecret } = used.store;
  return { used, mine, form: { formToken, store, accessToken, clientSecret } };
}

async function shops({ pool }: UsedPages): Promise<number> {
  return (await pool.query('select from cartbridge.shop')).rowCount ?? 0;
}

describe('a form that was not sent from our page', () => {
  it.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from a page without an origin', { origin: 'null' }],
    ['without a word of where from', { origin: undefined }],
    ['from elsewhere, as the browser says', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_, headers) => {
    const { used, mine, form } = await ready();
    const page = await mine.post('/connect/shop/bigcommerce', form, headers);
    expect(page.status).toBe(403);
    expect(textIn(page)).toContain('This form was not sent from its own page');
    expect(await shops(used)).toBe(0);
  });

  it('is refused without its token, and with that of another session', async () => {
    const { used, mine, form } = await ready();
    const other = used.browser();
    await used.signIn(other);
    const formToken = formTokenIn(await other.get('/connect/shop/bigcommerce'));
    for (const wrong of ['', 'made-up', formToken]) {
      const page = await mine.post('/connect/shop/bigcommerce', { ...form, formToken: wrong });
      expect(page.status, wrong).toBe(403);
    }
    expect(await shops(used)).toBe(0);
  });

  it('is told so when it cannot be read', async () => {
    const { mine, form } = await ready();
    const page = await mine.post('/connect/shop/bigcommerce', {
      ...form,
      store: 'x'.repeat(30_000),
    });
    expect(page.status).toBe(413);
    expect(textIn(page)).toContain('This form could not be read');
  });
});

describe('a session', () => {
  it('is none when its cookie was changed', async () => {
    const { used, mine, form } = await ready();
    const [name, value] = sessionOf(mine);
    const [payload = '', signature = ''] = value.split('.');
    const about = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...about, org: 'other' })).toString('base64url');
    for (const forged of [`${changed}.${signature}`, payload, `${payload}.`, 'x.y', '']) {
      mine.cookies.set(name, forged);
      const page = await mine.post('/connect/shop/bigcommerce', form);
      expect(page.status, forged).toBe(401);
      expect(textIn(page)).toContain('Your sign-in has ended');
    }
    expect(await shops(used)).toBe(0);
  });

  it('ends when its owner signs out, but not at the wish of another site', async () => {
    const { mine, form } = await ready();
    const { formToken } = form;
    const forged = await mine.post('/connect/sign-out', { formToken: 'made-up' });
    expect(forged.status).toBe(403);
    expect(textIn(await mine.get('/connect'))).toContain('Salesforce is connected');
    const page = await mine.post('/connect/sign-out', { formToken });
    expect(page.url.pathname).toBe('/connect');
    expect(textIn(page)).toContain('Connect Cartbridge');
  });

  it('ends after an hour', async () => {
    const { mine } = await ready();
    const now = Date.now();
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: now + 59 * 60_000 });
    expect(textIn(await mine.get('/connect'))).toContain('Salesforce is connected');
    vi.setSystemTime(now + 3_600_001);
    expect(textIn(await mine.get('/connect'))).toContain('Connect Cartbridge');
  });
});

function sessionOf({ cookies }: Browse): [name: string, value: string] {
  const found = [...cookies].find(([name]) => name.endsWith('cartbridge_session'));
  if (!found) throw new Error('The browser has no session.');
  return found;
}

describe('cookies', () => {
  it.each([
    [
      'https://worker.example.com',
      /^__Host-cartbridge_browser=.*; Path=\/;.* HttpOnly; Secure; SameSite=Lax$/,
    ],
    [undefined, /^cartbridge_browser=.*; Path=\/;.* HttpOnly; SameSite=Lax$/],
  ])('are for no script and no other site to see, at %s', async (workerUrl, shape) => {
    const used = await use(workerUrl === undefined ? {} : { workerUrl });
    const { headers } = await used.browser().get('/connect/salesforce');
    expect(headers.get('set-cookie')).toMatch(shape);
  });
});

describe('every page', () => {
  it('forbids scripts, frames and guesses, and is kept nowhere', async () => {
    const { mine } = await ready();
    for (const path of ['/connect', '/connect/shop/bigcommerce', '/connect/nothing']) {
      const { headers } = await mine.get(path);
      expect(headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; style-src 'self'; .*form-action 'self'.*frame-ancestors 'none'$/,
      );
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  it('says what to do when there is none at an address', async () => {
    const used = await use();
    const page = await used.browser().get('/connect/nothing');
    expect(page.status).toBe(404);
    expect(textIn(page)).toContain('There is no such page');
  });

  it('says so when the database is away, and the log names the reason', async () => {
    const { used, mine } = await ready();
    await used.pool.query('alter table cartbridge.org rename to gone');
    const page = await mine.get('/connect');
    expect(page.status).toBe(500);
    expect(textIn(page)).toContain('Wait a minute and begin again.');
    expect(used.log()).toContain('"msg":"page.failed"');
  });
});
