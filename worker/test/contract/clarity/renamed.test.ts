import { describe, expect, it } from 'vitest';
import type { ContractKind } from '../../../src/compose/shops/clarity/contract-fields.ts';
import { createTranslator } from '../../../src/compose/shops/clarity/translate.ts';
import { RENAMED } from '../../../stand-ins/clarity/names/renamed.ts';
import { liveThroughEverything, openShop } from '../../stand-ins/clarity/clarity-kit.ts';
import { flaws } from './published.ts';

const KINDS: Record<string, ContractKind> = {
  ...{ customers: 'customer', orders: 'order', carts: 'cart', products: 'product' },
  ...{ inventory: 'inventory', shipments: 'shipment', returns: 'return' },
};

describe('a Clarity installation whose records have other names', () => {
  it('keeps the contract once its table of paths has translated them', async () => {
    const shop = await openShop({ renamed: true });
    await liveThroughEverything(shop);
    const listed = async (path: string): Promise<object[]> =>
      ((await shop.read(`${path}?limit=200`)).body as { data: object[] }).data;
    for (const [path, kind] of Object.entries(KINDS)) {
      await shop.ask('installation', { renamed: true });
      const own = await listed(path);
      expect(own.length, `records at /v1/${path}`).toBeGreaterThan(0);
      expect(flaws(kind, own[0]), `the other names at /v1/${path}`).not.toEqual([]);
      const { toContract } = createTranslator(kind, RENAMED);
      const translated = own.map(toContract);
      expect(translated.flatMap((record) => flaws(kind, record))).toEqual([]);
      await shop.ask('installation', { renamed: false });
      expect(translated).toMatchObject(await listed(path));
    }
  });

  it('names the records of its events otherwise too', async () => {
    const shop = await openShop({ renamed: true });
    await shop.ask('shopper/start-cart', { items: [{ productId: '93', quantity: 1 }] });
    await shop.settled();
    const [cart] = shop.received;
    expect(Object.keys(cart?.event.data ?? {})).toEqual(expect.arrayContaining(['id', 'lines']));
    expect(cart?.event.data).not.toHaveProperty('cartId');
  });
});
