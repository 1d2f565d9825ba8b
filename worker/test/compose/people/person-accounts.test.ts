import { describe, expect, it } from 'vitest';
import { follow } from '../../../src/compose/people/follow.ts';
import type { SalesforceId } from '../../../src/shared/ids.ts';
import { kindOf, useShops, type UsedShop } from '../use-shop.ts';

const useShop = useShops();
const AS_PERSON_ACCOUNTS = { createPeopleAs: 'PersonAccount' };

async function withPeople(settings = {}): Promise<UsedShop> {
  const shop = await useShop({ settings });
  shop.org.enableFeature('personAccounts');
  return shop;
}

function peopleIn({ org }: UsedShop): Record<string, unknown>[] {
  return org.query(
    'SELECT Id, LastName, PersonEmail, PersonContactId, IsPersonAccount, Order_Count__pc, ' +
      'Customer_Key__pc, Company_Key__c, PersonLeadSource FROM Account ORDER BY PersonEmail',
  );
}

describe('a shopper in an org with person accounts', () => {
  it('becomes one where the policy says so, and their order points at both its halves', async () => {
    const shop = await withPeople(AS_PERSON_ACCOUNTS);
    shop.putOrder({ id: '1', email: 'kim@example.com' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    const [person] = peopleIn(shop);
    expect(person).toMatchObject({
      ...{ LastName: 'Berg', PersonEmail: 'kim@example.com', IsPersonAccount: true },
      ...{ Order_Count__pc: 1, PersonLeadSource: 'Web' },
    });
    expect(String(person?.Customer_Key__pc)).toMatch(/^bc1:guest:/);
    // By its own external id an account is made once: that of the contact in it finds no account.
    expect(person?.Company_Key__c).toBe(person?.Customer_Key__pc);
    expect(shop.org.query('SELECT Contact__c, Account__c, Lead__c FROM Order__c')).toMatchObject([
      { Contact__c: person?.PersonContactId, Account__c: person?.Id, Lead__c: null },
    ]);
    expect(shop.org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('becomes one in an org that has the package installed', async () => {
    const shop = await useShop({ settings: AS_PERSON_ACCOUNTS, namespace: 'cb' });
    shop.org.enableFeature('personAccounts');
    shop.putOrder({ id: '1', email: 'kim@example.com' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    const [person] = shop.org.query('SELECT Id, cb__Order_Count__pc, PersonEmail FROM Account');
    expect(person).toMatchObject({ cb__Order_Count__pc: 1, PersonEmail: 'kim@example.com' });
    expect(shop.org.query('SELECT cb__Account__c FROM cb__Order__c')).toMatchObject([
      { cb__Account__c: person?.Id },
    ]);
  });

  it('told again is not written, and a second order counts on the same one', async () => {
    const shop = await withPeople(AS_PERSON_ACCOUNTS);
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    const calls = shop.apiCalls();

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'unchanged' }]);
    expect(shop.apiCalls()).toBe(calls);

    shop.putOrder({ id: '2', email: 'kim@example.com' });
    await shop.compose(['order:2']);

    expect(peopleIn(shop)).toMatchObject([{ Order_Count__pc: 2 }]);
    const orders = shop.org.query('SELECT Contact__c, Account__c FROM Order__c');
    expect(new Set(orders.map(({ Contact__c }) => Contact__c)).size).toBe(1);
    expect(new Set(orders.map(({ Account__c }) => Account__c)).size).toBe(1);
    expect(shop.apiCalls() - calls).toBe(1);
  });

  it('is made once although the answer to the first try was lost', async () => {
    const shop = await withPeople(AS_PERSON_ACCOUNTS);
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    // As if nothing of it had been heard.
    await shop.pool.query('truncate cartbridge.written');
    await shop.pool.query(
      'update cartbridge.person set object = null, salesforce_id = null, contact_id = null',
    );

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    expect(peopleIn(shop)).toHaveLength(1);
  });

  it('who is there already is written through the account, whatever the policy makes', async () => {
    const shop = await withPeople();
    await shop.admin('POST', 'Account', { LastName: 'Bergström', PersonEmail: 'kim@example.com' });
    shop.putOrder({ id: '1', email: 'kim@example.com', lastName: 'Berg' });

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);

    const [person, ...others] = peopleIn(shop);
    expect(others).toEqual([]);
    expect(person).toMatchObject({ LastName: 'Bergström', Order_Count__pc: 1 });
    expect(shop.org.query('SELECT Contact__c, Account__c FROM Order__c')).toMatchObject([
      { Contact__c: person?.PersonContactId, Account__c: person?.Id },
    ]);
    const { rows } = await shop.pool.query(
      'select object, salesforce_id as id, contact_id as contact from cartbridge.person',
    );
    expect(rows).toEqual([{ object: 'Account', id: person?.Id, contact: person?.PersonContactId }]);
  });

  it('who is there twice waits for people, shown as the contacts they compare', async () => {
    const shop = await withPeople();
    for (const LastName of ['Berg', 'Bergström'])
      await shop.admin('POST', 'Account', { LastName, PersonEmail: 'kim@example.com' });
    shop.putOrder({ id: '1', email: 'kim@example.com' });

    const [outcome] = await shop.compose(['order:1']);

    expect(kindOf(outcome)).toBe('ambiguous_person');
    const { rows } = await shop.pool.query<{ evidence: { candidates: { object: string }[] } }>(
      'select evidence from cartbridge.match_review',
    );
    expect(rows[0]?.evidence.candidates.map(({ object }) => object)).toEqual([
      'Contact',
      'Contact',
    ]);
  });

  it('is the one a duplicate rule names, by their address', async () => {
    const shop = await withPeople({
      ...AS_PERSON_ACCOUNTS,
      // A search that does not look at addresses leaves it to the rule.
      matching: { keys: ['externalId'] },
    });
    await shop.admin('POST', 'Account', { LastName: 'Bergström', PersonEmail: 'kim@example.com' });
    const rule = { object: 'Account', matchField: 'PersonEmail', action: 'block' as const };
    shop.org.rules.duplicateRules.add(rule);
    shop.putOrder({ id: '1', email: 'kim@example.com' });

    const [named] = await shop.compose(['order:1']);
    const [written] = await shop.compose(['order:1']);

    expect([kindOf(named), written?.result]).toEqual(['person_busy', 'written']);
    const [person, ...others] = peopleIn(shop);
    expect(others).toEqual([]);
    expect(shop.org.query('SELECT Contact__c, Account__c FROM Order__c')).toMatchObject([
      { Contact__c: person?.PersonContactId, Account__c: person?.Id },
    ]);
  });

  it('stays who they are when changes are followed', async () => {
    const shop = await withPeople(AS_PERSON_ACCOUNTS);
    shop.putOrder({ id: '1', email: 'kim@example.com' });
    await shop.compose(['order:1']);
    const [person] = peopleIn(shop);

    const ids = [person?.Id, person?.PersonContactId] as SalesforceId[];
    expect(await follow(shop.pool, shop.client, ids)).toEqual({ moved: [], busy: [] });
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'unchanged' }]);
  });

  it('is told to wait where the org has no person accounts to make', async () => {
    const shop = await useShop({ settings: AS_PERSON_ACCOUNTS });
    shop.putOrder({ id: '1' });

    await expect(shop.compose(['order:1'])).rejects.toMatchObject({
      ...{ kind: 'salesforce_setup', message: 'The org has no person accounts to make.' },
    });
  });
});
