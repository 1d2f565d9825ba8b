import { describe, expect, it } from 'vitest';
import { fieldOf, tryOrders, writesOf } from '../trial/trial-kit.ts';
import { useShops } from '../use-shop.ts';
import { accountsIn, AS_CONTACTS, buys } from './companies-kit.ts';

const useShop = useShops();

describe('a trial', () => {
  it('makes no account, and shows where the order of a company would be', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3' });

    const { records } = await tryOrders(shop, ['1']);

    expect(writesOf(records[0])).toContain('create Contact');
    expect(fieldOf(records[0], 'Order__c', 'Account__c').after).toBe('bc1:company:3');
    expect(accountsIn(shop)).toEqual([]);
    expect((await shop.pool.query('select from cartbridge.company')).rowCount).toBe(0);
  });

  it('shows a person account that would be made', async () => {
    const shop = await useShop({ settings: { createPeopleAs: 'PersonAccount' } });
    shop.org.enableFeature('personAccounts');
    shop.putOrder({ id: '1' });

    const { records } = await tryOrders(shop, ['1']);

    expect(writesOf(records[0])).toContain('create Account');
    expect(fieldOf(records[0], 'Account', 'PersonEmail').after).toBe('kim@example.com');
    expect(accountsIn(shop)).toEqual([]);
  });
});
