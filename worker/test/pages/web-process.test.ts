import { randomBytes } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { createDatabase } from '../kit/database.ts';
import { startWorker } from '../kit/processes.ts';
import { browse, textIn } from './browse.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

it('the web process serves the pages beside the webhooks', async () => {
  const database = await createDatabase();
  endings.push(() => database.drop());
  const keys = `k1:${randomBytes(32).toString('base64url')}`;
  const worker = await startWorker({ databaseUrl: database.url, keys });
  endings.push(() => worker.stop());
  const browser = browse(worker.url);

  const start = await browser.get('/');
  expect(start.url.pathname).toBe('/connect');
  expect(textIn(start)).toContain('Connect Cartbridge');
  expect(start.headers.get('x-powered-by')).toBe(null);
  expect((await browser.get('/connect/style.css')).headers.get('content-type')).toContain('css');

  expect(JSON.parse((await browser.get('/ready')).text)).toEqual({ status: 'ready' });
  const refused = await browser.post('/webhooks/bigcommerce/nobody', {});
  expect(refused.status).toBe(401);
  expect(refused.headers.get('x-powered-by')).toBe(null);
  expect(JSON.parse((await browser.get('/nothing')).text)).toMatchObject({ code: 'not_found' });
});
