import { describe, expect, it } from 'vitest';
import { useShops } from '../use-shop.ts';
import { accountsIn, AS_CONTACTS, buys, WHERE_IT_IS } from './companies-kit.ts';

const useShop = useShops();

describe('a company with an id in the shop', () => {
  it('is made once for two of its people, below the one above it', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    const billing = {
      ...{ name: null, company: null, line1: 'Road 1', line2: null, city: 'Lund', region: null },
      ...{ postalCode: null, country: 'SE', phone: '046 1' },
    };
    buys(shop, '1', { companyId: '3', parentCompanyId: '1', company: 'Acme North', billing });
    buys(shop, '2', { companyId: '3', parentCompanyId: '1', company: 'Acme North' });
    buys(shop, '3', { companyId: '1', company: 'Acme' });

    const outcomes = await shop.compose(['order:1', 'order:2', 'order:3']);

    expect(outcomes.map(({ result }) => result)).toEqual(['written', 'written', 'written']);
    expect(accountsIn(shop)).toMatchObject([
      { Name: 'Acme', Company_Key__c: 'bc1:company:1', Website: 'acme.example' },
      {
        ...{ Name: 'Acme North', Company_Key__c: 'bc1:company:3', BillingCity: 'Lund' },
        Parent: { Name: 'Acme' },
      },
    ]);
    const [first, second, third] = shop.org.query(WHERE_IT_IS);
    expect(first).toMatchObject({ Contact__r: { Account: { Name: 'Acme North' } } });
    expect(first?.Account__c).toBe((first?.Contact__r as { AccountId: string }).AccountId);
    expect(second?.Account__c).toBe(first?.Account__c);
    expect(third).toMatchObject({ Contact__r: { Account: { Name: 'Acme' } } });
    // People are looked for, then accounts, twice as the org has no person accounts; those above are
    // made, those below, and the rest.
    expect(shop.apiCalls()).toBe(6);
  });

  it('told again writes nothing and asks nobody, and its next shopper costs no look for it', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3' });
    await shop.compose(['order:1']);
    const calls = shop.apiCalls();
    expect(await shop.compose(['order:1', 'customer:1'])).toMatchObject([
      { result: 'unchanged' },
      { result: 'unchanged' },
    ]);
    expect(shop.apiCalls()).toBe(calls);

    buys(shop, '2', { companyId: '3' });
    await shop.compose(['order:2']);

    expect(shop.apiCalls() - calls).toBe(2);
    expect(accountsIn(shop)).toHaveLength(1);
  });

  it('that was made before the one above it hangs below that as soon as it is there', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3', parentCompanyId: '1', company: 'Acme North' });
    await shop.compose(['order:1']);
    buys(shop, '2', { companyId: '1', company: 'Acme', email: 'kim@acme-group.example' });

    await shop.compose(['order:2']);

    expect(accountsIn(shop)).toMatchObject([
      { Name: 'Acme', Parent: null },
      { Name: 'Acme North', Parent: { Name: 'Acme' } },
    ]);
  });

  it('is found and made in an org that has the package installed', async () => {
    const shop = await useShop({ settings: AS_CONTACTS, namespace: 'cb' });
    const website = { Website: 'http://known.example' };
    const { id } = await shop.admin('POST', 'Account', { Name: 'Known', ...website });
    buys(shop, '1', { companyId: '3' });
    buys(shop, '2', { companyId: '4', email: 'kim@known.example' });

    await shop.compose(['order:1', 'order:2']);

    const keys = 'SELECT Name, cb__Company_Key__c FROM Account ORDER BY Name';
    expect(shop.org.query(keys)).toMatchObject([
      { Name: 'Acme Inc.', cb__Company_Key__c: 'bc1:company:3' },
      { Name: 'Known', cb__Company_Key__c: 'bc1:company:4' },
    ]);
    const orders = shop.org.query('SELECT cb__Account__c FROM cb__Order__c ORDER BY Name');
    expect(orders[1]).toMatchObject({ cb__Account__c: id });
    expect(orders[0]?.cb__Account__c).toBeTruthy();
  });

  it('is one account for two workers who meet it at once', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    buys(shop, '1', { companyId: '3' });
    buys(shop, '2', { companyId: '3' });

    await Promise.all([shop.compose(['order:1']), shop.compose(['order:2'])]);
    // Whoever came second may have been told to come again.
    await shop.compose(['order:1', 'order:2']);

    expect(accountsIn(shop)).toHaveLength(1);
    const [first, second] = shop.org.query(WHERE_IT_IS);
    expect(first?.Account__c).toBeTruthy();
    expect(second?.Account__c).toBe(first?.Account__c);
  });

  it('is the account with its domain, which gets its key and keeps its name', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    await shop.admin('POST', 'Account', {
      Name: 'ACME (EU)',
      Website: 'https://www.acme.example/',
    });
    buys(shop, '1', { companyId: '3' });

    await shop.compose(['order:1']);

    expect(accountsIn(shop)).toMatchObject([
      { Name: 'ACME (EU)', Company_Key__c: 'bc1:company:3', Website: 'https://www.acme.example/' },
    ]);
    const [order] = shop.org.query(WHERE_IT_IS);
    expect(order).toMatchObject({ Contact__r: { Account: { Name: 'ACME (EU)' } } });
  });

  it('is not made where two accounts have its domain; its people go on and it is told', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    for (const Name of ['One', 'Two'])
      await shop.admin('POST', 'Account', { Name, Website: 'acme.example' });
    buys(shop, '1', { companyId: '3' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(accountsIn(shop)).toHaveLength(2);
    const [order] = shop.org.query('SELECT Contact__r.AccountId, Account__c FROM Order__c');
    expect(order).toMatchObject({ Contact__r: { AccountId: null }, Account__c: null });
    const { rows } = await shop.pool.query('select target, field from cartbridge.mapping_trouble');
    expect(rows).toContainEqual({ target: 'Company', field: 'Website' });
  });

  it('is not made where the policy does not want it', async () => {
    const shop = await useShop({ settings: { ...AS_CONTACTS, companies: { create: false } } });
    buys(shop, '1', { companyId: '3' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(accountsIn(shop)).toEqual([]);
  });

  it('that a duplicate rule knows is the account that rule names', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    const { id } = await shop.admin('POST', 'Account', { Name: 'Acme Inc.' });
    shop.org.rules.duplicateRules.add({ object: 'Account', matchField: 'Name', action: 'block' });
    buys(shop, '1', { companyId: '3' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(shop.org.query(WHERE_IT_IS)).toMatchObject([{ Account__c: id }]);
    expect(accountsIn(shop)).toHaveLength(1);
  });
});

describe('a shopper without a company id', () => {
  it('belongs to the account with their domain, and never makes one', async () => {
    const shop = await useShop({ settings: AS_CONTACTS });
    const { id } = await shop.admin('POST', 'Account', { Name: 'Acme', Website: 'acme.example' });
    shop.putOrder({ id: '1', email: 'kim@acme.example', company: 'Acme Inc.' });
    shop.putOrder({ id: '2', email: 'lee@gmail.com', company: 'Acme' });

    await shop.compose(['order:1', 'order:2']);

    expect(shop.org.query(WHERE_IT_IS)).toMatchObject([
      { Account__c: id, Contact__r: { AccountId: id } },
      { Account__c: null, Contact__r: { AccountId: null } },
    ]);
    expect(accountsIn(shop)).toHaveLength(1);
  });

  it('belongs to the account with their company’s name where the policy looks at names', async () => {
    const shop = await useShop({
      settings: { ...AS_CONTACTS, companies: { keys: ['companyId', 'domain', 'name'] } },
    });
    const { id } = await shop.admin('POST', 'Account', { Name: 'ACME, Inc' });
    buys(shop, '1', { email: 'kim@gmail.com', company: 'Acme Inc.' });

    await shop.compose(['order:1']);

    expect(shop.org.query(WHERE_IT_IS)).toMatchObject([{ Account__c: id }]);
  });

  it('who becomes a Lead is asked for no account', async () => {
    const shop = await useShop();
    buys(shop, '1', { companyId: '3' });

    await shop.compose(['order:1']);

    expect(accountsIn(shop)).toEqual([]);
    expect(shop.org.query('SELECT Company FROM Lead')).toMatchObject([{ Company: 'Acme Inc.' }]);
    expect(shop.apiCalls()).toBe(2);
  });
});
