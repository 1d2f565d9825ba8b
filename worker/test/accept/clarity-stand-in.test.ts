import { expect, it, onTestFinished } from 'vitest';
import type { KnownShop } from '../../src/accept/shop-book.ts';
import { RENAMED } from '../../stand-ins/clarity/names/renamed.ts';
import { startClarity } from '../../stand-ins/clarity/start.ts';
import { waitFor } from '../kit/wait-for.ts';
import { CLARITY_PATH, clarityShop } from './clarity-kit.ts';
import { useWeb } from './web-kit.ts';

const start = useWeb();
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const HEADER = 'x-shop-secret';

it.each([
  ['that signs', { method: 'signature' as const }, false],
  ['that sends a secret', { method: 'header' as const, header: HEADER }, false],
  ['with names of its own', { method: 'signature' as const }, true],
])('what a shop %s delivers is taken, under its records', async (_, proof, renamed) => {
  const { shop, secrets } = clarityShop(
    { proof, paths: renamed ? RENAMED : {} },
    { clientSecrets: [SECRET], webhookSecrets: [SECRET] },
  );
  const known: KnownShop = { shop: { ...shop, producer: 'home-and-garden' }, secrets };
  const web = await start({ shopBook: () => Promise.resolve(known) });
  const webhook = { webhookUrl: web.url + CLARITY_PATH, webhookSecret: SECRET };
  const clarity = await startClarity({ ...webhook, proof, renamed });
  onTestFinished(() => clarity.close());
  const wish = async (name: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${clarity.url}/__local__/shopper/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status, name).toBeLessThan(300);
    return response.status === 204 ? {} : ((await response.json()) as Record<string, string>);
  };

  const person = { email: 'mara@example.com', firstName: 'Mara', lastName: 'Voss' };
  const { customerId } = await wish('register', person);
  await wish('delete-customer', { customerId });
  await waitFor(() => web.stored.length >= 2 || web.log.some(({ refused }) => refused), {
    what: 'both events to be stored, or one to be refused',
  });
  expect(web.log.filter(({ refused }) => refused)).toEqual([]);
  const told = web.stored.map(({ scope, recordKey }) => [scope, recordKey]).sort();
  expect(told).toEqual([
    ['customer.created', `shop-1:customer:${customerId}`],
    ['customer.deleted', `shop-1:customer:${customerId}`],
  ]);
  expect(JSON.stringify(web.stored)).not.toContain('mara');
});
