import { Connection } from 'jsforce';
import { describe, expect, it } from 'vitest';
import { followAccounts } from '../../../src/compose/companies/follow-accounts.ts';
import type { SalesforceId } from '../../../src/shared/ids.ts';
import { ADMIN } from '../../deliver/use-org.ts';
import { useShops } from '../use-shop.ts';
import { accountsIn, AS_CONTACTS, buys, WHERE_IT_IS } from './companies-kit.ts';

const useShop = useShops();

describe('what people in Salesforce do', () => {
  it('a contact they moved stays where it is, and new orders go there', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    const { id } = await shop.admin('POST', 'Account', { Name: 'Other' });
    const contact = { LastName: 'Berg', Email: 'kim1@acme.example', AccountId: id };
    await shop.admin('POST', 'Contact', contact);
    buys(shop, '1', { companyId: '3' });

    await shop.compose(['order:1']);

    expect(shop.org.query(WHERE_IT_IS)).toMatchObject([
      { Account__c: id, Contact__r: { Account: { Name: 'Other' } } },
    ]);
  });

  it('an account they merged away leads to the one that stayed', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3' });
    await shop.compose(['order:1']);
    const [loser] = shop.org.query('SELECT Id FROM Account');
    const { id: winner } = await shop.admin('POST', 'Account', { Name: 'The right one' });
    const admin = new Connection({
      instanceUrl: shop.org.url,
      accessToken: ADMIN,
      version: '66.0',
    });
    const soap = admin.soap as unknown as { merge(request: object): Promise<unknown> };
    await soap.merge({
      masterRecord: { type: 'Account', Id: winner },
      recordToMergeIds: [String(loser?.Id)],
    });
    buys(shop, '2', { companyId: '3' });

    await shop.compose(['order:2']);
    await shop.compose(['order:2']);

    expect(accountsIn(shop)).toMatchObject([{ Name: 'The right one' }]);
    const orders = shop.org.query(WHERE_IT_IS);
    expect(orders.map(({ Account__c }) => Account__c)).toEqual([winner, winner]);
  });

  it('an account they deleted is not made again', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3' });
    await shop.compose(['order:1']);
    const [account] = shop.org.query('SELECT Id FROM Account');
    const id = String(account?.Id);
    await shop.admin('DELETE', `Account/${id}`);
    buys(shop, '2', { companyId: '3' });

    const [lost] = await shop.compose(['order:2']);
    const [again] = await shop.compose(['order:2']);

    expect([lost?.result, again?.result]).toEqual(['failed', 'written']);
    expect(accountsIn(shop)).toEqual([]);
    await followAccounts(shop.pool, shop.client, [id as SalesforceId]);
    expect(await shop.compose(['order:2'])).toMatchObject([{ result: 'unchanged' }]);
  });
});
