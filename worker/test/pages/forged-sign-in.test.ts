import { describe, expect, it } from 'vitest';
import { logIn } from '../kit/log-in.ts';
import { textIn, type Browse } from './browse.ts';
import { usePages, type UsedPages } from './use-pages.ts';

const use = usePages();

async function begin(browser: Browse): Promise<URL> {
  const { away } = await browser.get('/connect/salesforce');
  return logIn(away?.href ?? '', { user: 'worker@' });
}

async function orgs({ pool }: UsedPages): Promise<number> {
  return (await pool.query('select from cartbridge.org')).rowCount ?? 0;
}

describe('the way back from Salesforce', () => {
  it('is refused with a state that nobody began', async () => {
    const used = await use();
    const browser = used.browser();
    const back = await begin(browser);
    back.searchParams.set('state', 'forged');
    const page = await browser.get(back);
    expect(page.status).toBe(400);
    expect(textIn(page)).toContain('Begin again in this browser');
    expect(await orgs(used)).toBe(0);
  });

  it('is refused in another browser, and still good in its own', async () => {
    const used = await use();
    const [mine, other] = [used.browser(), used.browser()];
    const back = await begin(mine);
    await begin(other);
    expect((await other.get(back)).status).toBe(400);
    expect((await used.browser().get(back)).status).toBe(400);
    expect(await orgs(used)).toBe(0);
    expect((await mine.get(back)).status).toBe(200);
  });

  it('is good once', async () => {
    const used = await use();
    const browser = used.browser();
    const back = await begin(browser);
    expect((await browser.get(back)).status).toBe(200);
    expect((await browser.get(back)).status).toBe(400);
  });

  it('is refused when the code was not made for this sign-in', async () => {
    const used = await use();
    const browser = used.browser();
    const [mine, stolen] = [await begin(browser), await begin(used.browser())];
    mine.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    const page = await browser.get(mine);
    expect(textIn(page)).toContain('Salesforce refused the sign-in');
    expect(await orgs(used)).toBe(0);
  });

  it('comes too late after ten minutes', async () => {
    const used = await use();
    const browser = used.browser();
    const back = await begin(browser);
    await used.pool.query("update cartbridge.sign_in set started_at = now() - interval '601 s'");
    const page = await browser.get(back);
    expect(page.status).toBe(400);
    expect(textIn(page)).toContain('More than ten minutes have passed');
    expect(await orgs(used)).toBe(0);
  });

  it('may be walked by two windows of one browser', async () => {
    const used = await use();
    const browser = used.browser();
    const [first, second] = [await begin(browser), await begin(browser)];
    expect((await browser.get(second)).status).toBe(200);
    expect((await browser.get(first)).status).toBe(200);
  });
});

describe('the address to return to', () => {
  it.each([
    'https://acme.lightning.force.com/lightning/n/Setup?x=1',
    'https://acme--dev.sandbox.lightning.force.com/',
    'https://acme.my.salesforce.com/lightning/page/home',
    'https://login.salesforce.com/',
  ])('is linked when it is Salesforce’s: %s', async (address) => {
    const used = await use();
    const query = `?${new URLSearchParams({ return: address }).toString()}`;
    const page = await used.signIn(used.browser(), { query });
    expect(page.text).toContain(`href="${address}"`);
  });

  it('is none of the others', async () => {
    const used = await use();
    const wrong = [
      'https://evil.example/',
      'https://evil.example/lightning.force.com',
      'https://lightning.force.com.evil.example/',
      'https://evilsalesforce.com/',
      'https://salesforce.com@evil.example/',
      'https://user:word@acme.my.salesforce.com/',
      'http://acme.my.salesforce.com/',
      'https://acme.my.salesforce.com:8443/',
      'javascript:alert(1)//.salesforce.com',
      '//evil.example/.salesforce.com',
      'https://evil.example\\.salesforce.com/',
      'data:text/html,<script>',
    ];
    for (const address of wrong) {
      const query = `?${new URLSearchParams({ return: address }).toString()}`;
      const page = await used.signIn(used.browser(), { query });
      expect(textIn(page), address).toContain('Salesforce is connected');
      expect(textIn(page), address).not.toContain('Back to Salesforce');
      expect(page.text, address).not.toContain('evil');
    }
  });
});

describe('what a sign-in leaves behind', () => {
  it('holds no secret: not the log, no page, no cookie that a script may read', async () => {
    const used = await use({ app: { clientSecret: 'app-secret' } });
    const browser = used.browser();
    const back = await begin(browser);
    const page = await browser.get(back);
    const granted = used.org.journal.list().find(({ path }) => path === '/services/oauth2/token');
    expect(granted?.body).toContain('code_verifier');

    const [code, state] = ['code', 'state'].map((name) => back.searchParams.get(name) ?? '');
    const { rows } = await used.pool.query('select * from cartbridge.org');
    for (const secret of [code, state, 'app-secret', '5Aep861']) {
      expect(secret).not.toBe('');
      expect(used.log()).not.toContain(secret);
      expect(page.text + page.url.href).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect([...browser.cookies.values()].join()).not.toContain(secret ?? '');
    }
  });

  it('is a sign-in table that lets nobody finish what it holds', async () => {
    const used = await use();
    const back = await begin(used.browser());
    const { rows } = await used.pool.query('select * from cartbridge.sign_in');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(back.searchParams.get('state'));
  });
});
