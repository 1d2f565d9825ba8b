import { describe, expect, it } from 'vitest';
import { cartOf } from './books/carts.ts';
import { useShops } from './use-shop.ts';

const useShop = useShops();

describe('a cart block that Salesforce refused', () => {
  it('is not remembered as told, and is told at the next try', async () => {
    const shop = await useShop();
    shop.putOrder({ id: '1' });
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    shop.carts.set('7', cartOf(9, { id: '7' }));
    shop.org.rowFaults.add({
      object: 'Lead',
      statusCode: 'UNABLE_TO_LOCK_ROW',
      message: 'unable to obtain exclusive access to this record',
    });

    expect(await shop.compose(['cart:7'])).toMatchObject([{ result: 'failed' }]);
    const { rows } = await shop.pool.query<{ status: string }>(
      `select cart_block->>'status' as status from cartbridge.person`,
    );
    expect(rows).toEqual([{ status: 'None' }]);

    expect(await shop.compose(['cart:7'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query('SELECT Cart_Status__c FROM Lead')).toMatchObject([
      { Cart_Status__c: 'Open' },
    ]);
  });
});
