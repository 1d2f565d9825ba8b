import { describe, it, expect } from 'vitest';
import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';
import type { Failure } from '../../src/shared/failure.ts';
import { settingsShape } from '../../src/shared/orgs.ts';
import { kindOf, useShops, type UsedShop } from './use-shop.ts';

const useShop = useShops();
const PERSON = { FirstName: 'Kim', LastName: 'Berg', Company: 'Berg & Co' };

/** Somebody makes this Lead after we looked for the person and before we write. */
function overtakenBy(shop: UsedShop, lead: object): SalesforceClient {
  let looked = false;
  return {
    ...shop.client,
    async request(method, path, body, headers) {
      const answer = await shop.client.request<never>(method, path, body, headers);
      if (!looked) await shop.admin('POST', 'Lead', { ...PERSON, ...lead });
      looked = true;
      return answer;
    },
  };
}

/** The same org, had it spelled the key of a rule's answer so. */
function spelled(key: string, client: SalesforceClient): SalesforceClient {
  return {
    ...client,
    async request(method, path, body, headers) {
      try {
        return await client.request(method, path, body, headers);
      } catch (error) {
        const { data } = ((error as Failure).cause ?? {}) as { data?: Record<string, unknown> };
        if (data?.duplicateResut) {
          const { duplicateResut, ...rest } = data;
          Object.assign((error as Failure).cause as object, {
            data: { ...rest, [key]: duplicateResut },
          });
        }
        throw error;
      }
    },
  };
}

async function shopWithRule(
  matchField: string,
  action: 'block' | 'alert' = 'block',
): Promise<UsedShop> {
  const shop = await useShop();
  shop.org.rules.duplicateRules.add({ object: 'Lead', matchField, action });
  shop.putOrder({ id: '1' });
  return shop;
}

describe('a duplicate rule', () => {
  it.each(['duplicateResut', 'duplicateResult'])(
    'that knows the person by their address names them, spelled %s',
    async (spelling) => {
      const shop = await shopWithRule('Email');
      const client = spelled(spelling, overtakenBy(shop, { Email: 'Kim@Example.com' }));

      const [first] = await shop.compose(['order:1'], { client });
      expect(kindOf(first)).toBe('person_busy');

      expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
      expect(shop.org.query('SELECT Company, Order_Count__c FROM Lead')).toMatchObject([
        { Company: 'Berg & Co', Order_Count__c: 1 },
      ]);
    },
  );

  it('that only finds the name alike leaves it to people, with its matches as evidence', async () => {
    const shop = await shopWithRule('LastName');
    await shop.admin('POST', 'Lead', { ...PERSON, Email: 'other@example.com' });

    const [outcome] = await shop.compose(['order:1']);

    expect(kindOf(outcome)).toBe('ambiguous_person');
    expect(outcome).toMatchObject({
      failure: { nextStep: expect.stringContaining('Decide the match review') as string },
    });
    const { rows } = await shop.pool.query('select reason, evidence from cartbridge.match_review');
    expect(rows).toMatchObject([
      {
        reason: 'Duplicate Rule Matches',
        evidence: { candidates: [{ email: 'other@example.com', matchedBy: ['duplicateRule'] }] },
      },
    ]);
    expect(shop.org.query('SELECT Order_Count__c FROM Lead')).toMatchObject([
      { Order_Count__c: null },
    ]);
  });

  it('that only warns of a name lets the person in, as it lets people', async () => {
    const shop = await shopWithRule('LastName', 'alert');
    await shop.admin('POST', 'Lead', { ...PERSON, Email: 'other@example.com' });

    expect(kindOf((await shop.compose(['order:1']))[0])).toBe('person_busy');
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query('SELECT Id FROM Lead')).toHaveLength(2);
    const asked = shop.org.journal.list().filter(({ path }) => path.includes('Customer_Key__c/'));
    expect(asked, 'one try to hear whom it means, one in spite of it').toHaveLength(2);
  });

  it('that names a lost record a second time is for people, and never goes round', async () => {
    const shop = await shopWithRule('Email');
    const client = overtakenBy(shop, { Email: 'kim@example.com' });
    await shop.compose(['order:1'], { client });
    await shop.pool.query('update cartbridge.person set object = null, salesforce_id = null');
    const blind = { ...shop.client, org: { ...shop.client.org } };
    blind.org.settings = settingsShape.parse({ matching: { keys: ['externalId'] } });

    const [first] = await shop.compose(['order:1'], { client: blind });
    const [second] = await shop.compose(['order:1'], { client: blind });

    expect([kindOf(first), kindOf(second)]).toEqual(['ambiguous_person', 'ambiguous_person']);
    const { rows } = await shop.pool.query('select reason from cartbridge.match_review');
    expect(rows).toEqual([{ reason: 'Duplicate Rule Matches' }]);
  });

  it('whose second answer never comes fails that order only', async () => {
    const shop = await shopWithRule('LastName');
    await shop.admin('POST', 'Lead', { ...PERSON, Email: 'other@example.com' });
    shop.putOrder({ id: '2', email: 'lee@example.com', lastName: 'Lind' });
    shop.org.faults.add({ path: '/sobjects/Lead/Customer_Key__c/', status: 503 });

    const [blocked, fine] = await shop.compose(['order:1', 'order:2']);

    expect(kindOf(blocked)).toBe('salesforce_unavailable');
    expect(fine).toMatchObject({ result: 'written' });
  });

  it('that says nothing readable leaves it to people', async () => {
    const shop = await shopWithRule('LastName');
    await shop.admin('POST', 'Lead', { ...PERSON, Email: 'other@example.com' });
    const body = [{ errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?' }];
    shop.org.faults.add({ path: '/sobjects/Lead/Customer_Key__c/', status: 400, body });

    expect(kindOf((await shop.compose(['order:1']))[0])).toBe('duplicate_record');
  });

  it('that was switched off meanwhile lets the person in', async () => {
    const shop = await shopWithRule('LastName');
    await shop.admin('POST', 'Lead', { ...PERSON, Email: 'other@example.com' });
    const client: SalesforceClient = {
      ...shop.client,
      request(method, path, body, headers) {
        if (method === 'PATCH') shop.org.rules.duplicateRules.clear();
        return shop.client.request(method, path, body, headers);
      },
    };

    expect(kindOf((await shop.compose(['order:1'], { client }))[0])).toBe('person_busy');
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query('SELECT Id FROM Lead')).toHaveLength(2);
  });
});
