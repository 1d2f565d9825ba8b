import { Connection } from 'jsforce';
import { describe, it, expect } from 'vitest';
import { decide, type Deciding } from '../../../../src/compose/people/matching/decide.ts';
import type { SalesforceId } from '../../../../src/shared/ids.ts';
import { ADMIN } from '../../../deliver/use-org.ts';
import { kindOf, useShops, type UsedShop } from '../../use-shop.ts';

const useShop = useShops();
const PERSON = { FirstName: 'Kim', LastName: 'Berg', Company: 'Berg & Co' };

interface InDoubt extends UsedShop {
  /** The two Leads that may be the shopper. */
  leads: [SalesforceId, SalesforceId];
  review: string;
  decided: (decision: Deciding['decision'], chosenId?: SalesforceId) => ReturnType<typeof decide>;
}

/** Two Leads with one address, and an order of it that waits. */
async function inDoubt(): Promise<InDoubt> {
  const shop = await useShop();
  const make = async (): Promise<SalesforceId> => {
    const lead = { ...PERSON, Email: 'Kim@Example.com' };
    return (await shop.admin('POST', 'Lead', lead)).id as SalesforceId;
  };
  const leads: InDoubt['leads'] = [await make(), await make()];
  shop.putOrder({ id: '1' });
  const [outcome] = await shop.compose(['order:1']);
  expect(kindOf(outcome)).toBe('ambiguous_person');
  const { rows } = await shop.pool.query<{ id: string }>('select id from cartbridge.match_review');
  const review = rows[0]?.id ?? 'none was opened';
  return {
    ...{ ...shop, leads, review },
    decided: (decision, chosenId) =>
      decide(shop.pool, shop.client, { review, decision, chosenId: chosenId ?? null }),
  };
}

function counts({ org }: UsedShop): (number | null)[] {
  const leads = org.query('SELECT Order_Count__c FROM Lead ORDER BY CreatedDate, Id');
  return leads.map(({ Order_Count__c }) => Order_Count__c as number | null);
}

describe('a shopper whom several records match', () => {
  it('waits for people, who see them side by side; other shoppers go on', async () => {
    const shop = await inDoubt();
    shop.putOrder({ id: '2', email: 'lee@example.com' });

    const [doubtful, clear] = await shop.compose(['order:1', 'order:2']);

    expect(clear).toMatchObject({ result: 'written' });
    expect(doubtful).toMatchObject({
      failure: {
        details: { review: shop.review, reason: 'Several Records Match' },
        nextStep: expect.stringMatching(/^Decide the match review bc1:guest:/) as string,
      },
    });
    const { rows } = await shop.pool.query('select status, evidence from cartbridge.match_review');
    expect(rows, 'one review, however often they come').toMatchObject([
      {
        status: 'Open',
        evidence: {
          shopper: { email: 'kim@example.com' },
          candidates: shop.leads.map((id) => ({
            ...{ id, object: 'Lead', name: 'Kim Berg', company: 'Berg & Co' },
            matchedBy: ['email'],
          })),
        },
      },
    ]);
  });

  it('is the record somebody chose, and the same decision again is harmless', async () => {
    const shop = await inDoubt();
    const [, second] = shop.leads;

    const answer = await shop.decided('Use This Record', second);

    expect(answer).toEqual({ reviews: [shop.review], usedId: second });
    expect(await shop.decided('Use This Record', second)).toEqual(answer);
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(shop.org.query(`SELECT Order_Count__c FROM Lead WHERE Id = '${second}'`)).toMatchObject([
      { Order_Count__c: 1 },
    ]);
    await expect(shop.decided('Create New')).rejects.toThrow(
      `This shopper is ${second} in Salesforce meanwhile.`,
    );
  });

  it('is what the chosen record was merged into meanwhile', async () => {
    const shop = await inDoubt();
    const [first, second] = shop.leads;
    await merge(shop, first, second);

    expect(await shop.decided('Use This Record', second)).toMatchObject({ usedId: first });
    await shop.compose(['order:1']);
    expect(counts(shop)).toEqual([1]);
  });

  it('cannot be a record that was deleted: nothing changes', async () => {
    const shop = await inDoubt();
    await shop.admin('DELETE', `Lead/${shop.leads[0]}`);

    await expect(shop.decided('Use This Record', shop.leads[0])).rejects.toThrow('was deleted');
    const { rows } = await shop.pool.query('select status from cartbridge.match_review');
    expect(rows).toEqual([{ status: 'Open' }]);
  });

  it('is made anew where nobody is them', async () => {
    const shop = await inDoubt();

    await shop.decided('Create New');

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
    expect(counts(shop).toSorted()).toEqual([1, null, null]);
  });

  it('is left alone where somebody decides so, until they decide otherwise', async () => {
    const shop = await inDoubt();
    await shop.decided('Leave');

    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'ignored' }]);
    expect(counts(shop)).toEqual([null, null]);

    await shop.decided('Use This Record', shop.leads[0]);
    expect(await shop.compose(['order:1'])).toMatchObject([{ result: 'written' }]);
  });
});

/** As somebody merges two leads in Salesforce. */
async function merge(shop: UsedShop, master: SalesforceId, loser: SalesforceId): Promise<void> {
  const { instanceUrl } = await shop.client.session();
  const connection = new Connection({ instanceUrl, accessToken: ADMIN, version: '66.0' });
  const soap = connection.soap as unknown as { merge(request: object): Promise<object> };
  await soap.merge({ masterRecord: { type: 'Lead', Id: master }, recordToMergeIds: [loser] });
}
