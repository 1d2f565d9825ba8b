import { describe, expect, it } from 'vitest';
import { clarity } from '../../src/platforms/clarity.ts';
import type { ShopToSave } from '../../src/platforms/platform.ts';
import type { OrgId, ShopId } from '../../src/shared/ids.ts';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const CONNECTION = {
  ...{ id: 'acme', platform: 'clarity', apiUrl: 'https://api.acme.example' },
  webhookUrl: 'https://worker.example/webhooks/clarity/acme',
  ...{ name: 'Acme', storefrontUrl: 'https://acme.example/', currency: 'usd' },
  ...{ timeZone: 'America/Chicago', shopId: 'acme-eu' },
  access: { method: 'apiKey', header: 'X-Api-Key', apiKey: 'let-me-in' },
  proof: { method: 'signature', secrets: [SECRET] },
};
const OAUTH = {
  ...{ method: 'oauth', tokenUrl: 'https://acme.example/token' },
  ...{ clientId: 'cartbridge', clientSecret: 'hush' },
};

const read = (changes: Record<string, unknown> = {}): ShopToSave =>
  clarity.connectShape.parse({ ...CONNECTION, ...changes });

describe('the connection of a Clarity shop', () => {
  it('keeps what opens the shop among the secrets, and none of it in the settings', () => {
    const { secrets, settings, producer, facts } = read({ access: OAUTH });
    expect(secrets).toEqual({
      api: { clientId: 'cartbridge', clientSecret: 'hush' },
      ...{ clientSecrets: [SECRET], webhookSecrets: [] },
    });
    expect(settings).toEqual({
      ...{ feed: 'webhooks', idleMinutes: 60, paths: {} },
      access: { method: 'oauth', tokenUrl: 'https://acme.example/token' },
      proof: { method: 'signature' },
    });
    expect({ producer, facts }).toEqual({
      producer: 'acme-eu',
      facts: {
        ...{ name: 'Acme', url: 'https://acme.example' },
        ...{ currency: 'USD', timeZone: 'America/Chicago' },
      },
    });
  });

  it('keeps a secret that comes in a header apart from those that sign', () => {
    const proof = { method: 'header', header: 'X-Shop-Secret', secrets: ['now', 'before'] };
    const { secrets, settings } = read({ proof });
    expect(secrets).toMatchObject({ clientSecrets: [], webhookSecrets: ['now', 'before'] });
    expect(settings.proof).toEqual({ method: 'header', header: 'x-shop-secret' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a password in an address', { apiUrl: 'https://kim:hush@acme.example' }, 'apiUrl'],
    ['a currency that is none', { currency: 'dollars' }, 'currency'],
    ['no secret although it sends webhooks', { proof: undefined }, 'proof.secrets'],
    [
      'a secret that is no base64',
      { proof: { method: 'signature', secrets: ['hush'] } },
      'proof.secrets.0',
    ],
    [
      'a key with a line break',
      { access: { ...CONNECTION.access, apiKey: 'a\nb' } },
      'access.apiKey',
    ],
    ['a path to a field nobody has', { paths: { 'order.nothing': 'x' } }, 'paths.order.nothing'],
    ['carts that are idle at once', { feed: 'polling', idleMinutes: 0 }, 'idleMinutes'],
  ])('is refused with %s', (_, changes, where) => {
    const { error } = clarity.connectShape.safeParse({ ...CONNECTION, ...changes });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([where]);
  });

  it('needs no proof where the shop is asked for its changes', () => {
    expect(read({ feed: 'polling', proof: undefined }).secrets.clientSecrets).toEqual([]);
  });
});

describe('what is left to do in a Clarity shop', () => {
  const left = (settings: Record<string, unknown>): string =>
    JSON.stringify(
      clarity.form.afterwards?.({
        ...{ id: 'acme' as ShopId, orgId: 'org-1' as OrgId, platform: 'clarity', label: '' },
        ...{ apiUrl: '', producer: '', name: '', storefrontUrl: '', currency: '', timeZone: '' },
        ...{ webhookUrl: CONNECTION.webhookUrl, settings, sealedSecrets: 'sealed' },
      }),
    );

  it('is the webhook, with its address, its events and its proof', () => {
    const text = left({ feed: 'webhooks', proof: { method: 'header', header: 'x-shop-secret' } });
    for (const part of [CONNECTION.webhookUrl, 'quote.accepted', 'inventory.updated']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('in the header x-shop-secret');
    expect(left({ proof: { method: 'signature' } })).toContain('Standard Webhooks');
  });

  it('is nothing where the shop is asked for its changes', () => {
    expect(left({ feed: 'polling', idleMinutes: 90 })).toContain('90 minutes');
    expect(left({ feed: 'polling' }), 'once nobody chose').toContain('60 minutes');
  });
});
