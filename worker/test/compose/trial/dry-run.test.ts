import { describe, expect, it } from 'vitest';
import { cartOf } from '../books/carts.ts';
import { useShops } from '../use-shop.ts';
import { dumpBooks, heldLocks } from './dump.ts';
import { fieldOf, tryOrders, writesOf } from './trial-kit.ts';

const useShop = useShops();

describe('a dry run', () => {
  it('changes neither the books nor Salesforce, and leaves no lock behind', async () => {
    const shop = await useShop();
    await shop.publish();
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    shop.putOrder({ id: '1', email: 'lee@example.com', amount: '20' });
    shop.putOrder({ id: '2', email: 'new@example.com' });
    shop.carts.set('9', cartOf(9, { id: '9' }));
    shop.putOrder({ id: '3', email: 'kim@example.com', cartId: '9' });
    const books = await dumpBooks(shop.pool);
    shop.org.journal.clear();

    const { records, calls } = await tryOrders(shop, ['1', '2', '3']);

    expect(records.map(({ writes }) => writes.some(({ action }) => action !== 'nothing'))).toEqual([
      ...[true, true, true],
    ]);
    expect(calls.write).toBe(1);
    expect(await dumpBooks(shop.pool)).toEqual(books);
    const writing = shop.org.journal
      .list()
      .filter(({ method, path, body }) => method !== 'GET' && isWriting(path, body ?? ''));
    expect(writing).toEqual([]);
    expect(await heldLocks(shop.pool)).toEqual([]);
  });

  it('does not keep live work waiting, not even for the same order', async () => {
    const shop = await useShop();
    await shop.publish();
    shop.putOrder({ id: '1' });
    shop.putOrder({ id: '2', email: 'lee@example.com' });
    // Salesforce takes its time; meanwhile the trial holds nothing.
    shop.org.faults.add({ path: 'composite', delayMs: 300 });

    const [tried, outcomes] = await Promise.all([
      tryOrders(shop, ['1', '2']),
      shop.compose(['order:1', 'order:2']),
    ]);

    expect(outcomes).toMatchObject([{ result: 'written' }, { result: 'written' }]);
    expect(tried.records).toHaveLength(2);
    expect(shop.org.query('SELECT Id FROM Order__c')).toHaveLength(2);
  });

  it('works in an org where the package is installed', async () => {
    const shop = await useShop({ namespace: 'cb' });
    await shop.publish();
    shop.putOrder({ id: '1' });
    await shop.compose(['order:1']);
    shop.putOrder({ id: '1', amount: '25' });
    shop.org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'alert' });
    shop.putOrder({ id: '2', email: 'lee@example.com' });

    const { records, duplicatesUnknown } = await tryOrders(shop, ['1', '2']);

    expect(duplicatesUnknown).toBeNull();
    expect(fieldOf(records[0], 'Order__c', 'Total__c')).toMatchObject({
      ...{ before: 10, after: '25', change: 'changed' },
    });
    expect(writesOf(records[1])).toEqual(['create Lead', 'nothing Shop__c', 'create Order__c']);
    expect(records.flatMap(({ writes }) => writes.flatMap(({ refusals }) => refusals))).toEqual([]);
  });

  it('says why a record would not be written at all', async () => {
    const shop = await useShop();
    const { records } = await tryOrders(shop, ['404']);
    expect(records).toMatchObject([
      { id: '404', person: { who: 'none' }, writes: [], note: /not in the shop/ },
    ]);
  });
});

function isWriting(path: string, body: string): boolean {
  if (path.includes('/oauth2/') || body.includes('findDuplicates')) return false;
  return !path.endsWith('/composite') || /"method":"(POST|PATCH|DELETE|PUT)"/.test(body);
}
