import { describe, expect, it } from 'vitest';
import { waitFor } from '../kit/wait-for.ts';
import { call, envelope, JSON_AND_SECRET, SECRET, useWeb, WEBHOOK_PATH } from './web-kit.ts';

const start = useWeb();

describe('an accepted delivery', () => {
  it('is stored as it came, under its org, shop and record', async () => {
    const web = await start();
    const body = envelope();
    await web.deliver(body);
    expect(web.stored).toEqual([
      {
        orgId: 'org-1',
        shopId: 'shop-1',
        scope: 'store/order/created',
        recordKey: 'shop-1:order:250',
        idempotencyKey: expect.stringMatching(/^[\w-]{43}$/) as string,
        body,
      },
    ]);
  });

  it('is answered 204 with no body and no header beyond those of HTTP', async () => {
    const web = await start();
    const { status, headers, text } = await web.deliver(envelope());
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(Object.keys(headers).sort()).toEqual(['connection', 'date']);
  });

  it('may name the encoding beside the content type', async () => {
    const web = await start();
    const headers = { ...JSON_AND_SECRET, 'content-type': 'application/json; charset=utf-8' };
    expect((await web.deliver(envelope(), headers)).status).toBe(204);
  });

  it('is answered only after the store has it', async () => {
    let keep: (() => void) | undefined;
    const web = await start({ store: () => new Promise((resolve) => (keep = resolve)) });
    let answered = false;
    const answer = web.deliver(envelope()).finally(() => (answered = true));
    await waitFor(() => keep, { what: 'the event to reach the store' });
    // Others are served meanwhile, so an answer would have had its chance.
    expect((await web.get('/health')).status).toBe(200);
    expect(answered).toBe(false);

    keep?.();
    expect((await answer).status).toBe(204);
  });

  it('leaves one log line that says what it was, without body or secret', async () => {
    const web = await start();
    await web.deliver(envelope({ data: { type: 'order', id: 250, note: 'jane@example.com' } }));
    expect(web.log).toEqual([
      expect.objectContaining({
        msg: 'event.received',
        level: 'info',
        org: 'org-1',
        shop: 'shop-1',
        scope: 'store/order/created',
        record: 'shop-1:order:250',
        status: 204,
      }),
    ]);
    expect(JSON.stringify(web.log)).not.toMatch(new RegExp(`jane|${SECRET}`));
  });
});

describe('a delivery of the wrong form', () => {
  it.each([
    ['no JSON at all', 'scope=x'],
    ['JSON cut short', '{"scope":'],
    ['an empty body', ''],
    ['JSON that is no object', '[1]'],
    ['no scope', envelope({ scope: undefined })],
    ['no data', envelope({ data: undefined })],
    ['no hash', envelope({ hash: undefined })],
    ['a time that is no number', envelope({ created_at: 'today' })],
    ['an order without an id', envelope({ data: { type: 'order' } })],
    ['an id that is no id', envelope({ data: { type: 'order', id: { $ne: 1 } } })],
    ['an id of nothing', envelope({ data: { type: 'order', id: '' } })],
    ['a fraction as an id', envelope({ data: { type: 'order', id: 2.5 } })],
    ['a zero byte in an id', envelope({ data: { type: 'order', id: '2\u00005' } })],
    ['a zero byte in a scope', envelope({ scope: 'store/\u0000' })],
  ])('with %s is refused with 400', async (_, body) => {
    const web = await start();
    const { status, text } = await web.deliver(body);
    expect({ status, ...(JSON.parse(text) as object) }).toMatchObject({
      status: 400,
      code: 'malformed',
    });
    expect(web.stored).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'of type %s is refused with 415',
    async (type) => {
      const web = await start();
      const { status } = await web.deliver(envelope(), {
        ...JSON_AND_SECRET,
        'content-type': type,
      });
      expect(status).toBe(415);
      expect(web.stored).toEqual([]);
    },
  );
});

describe('a delivery that cannot be taken now', () => {
  it.each([
    ['store', () => Promise.reject(new Error('insert of jane@example.com failed'))],
    ['shopBook', () => Promise.reject(new Error('connection terminated'))],
  ])('because the %s fails is asked for again with 503', async (name, fails) => {
    const web = await start({ [name]: fails });
    const { status, headers, text } = await web.deliver(envelope());
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('10');
    expect(JSON.parse(text)).toMatchObject({ code: 'unavailable' });
    expect(web.log).toMatchObject([{ level: 'error', refused: 'unavailable', cause: 'Error' }]);
    expect(text + JSON.stringify(web.log)).not.toContain('jane');
  });
});

describe('an address where nothing is served', () => {
  it.each([
    ['POST', '/webhooks/bigcommerce/%E0%A4%A'],
    ['POST', '/webhooks/other/shop-1'],
    ['GET', WEBHOOK_PATH],
    ['GET', '/'],
  ])('%s %s is answered 404', async (method, path) => {
    const web = await start();
    const { status, headers } = await call(web.url + path, method, JSON_AND_SECRET, '');
    expect(status).toBe(404);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
  });
});

describe('the health of the web process', () => {
  const away = { checkDatabase: () => Promise.reject(new Error('ECONNREFUSED')) };

  it('is well and ready while the database answers', async () => {
    const web = await start();
    expect((await web.get('/health')).status).toBe(200);
    expect((await web.get('/ready')).status).toBe(200);
  });

  it('is not ready while the database is away, but alive', async () => {
    const web = await start(away);
    const { status, text } = await web.get('/ready');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ error: 'The database does not answer.' });
    expect((await web.get('/health')).status).toBe(200);
  });
});
