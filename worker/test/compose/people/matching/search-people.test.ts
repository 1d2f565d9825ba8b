import { describe, it, expect } from 'vitest';
import type { Chosen, Seeker } from '../../../../src/compose/people/matching/candidate.ts';
import { searchPeople } from '../../../../src/compose/people/matching/search-people.ts';
import type { PersonId, ShopId } from '../../../../src/shared/ids.ts';
import type { Matching } from '../../../../src/shared/people-policy.ts';
import { ADMIN, useOrgs, type UsedOrg } from '../../../deliver/use-org.ts';

const useOrg = useOrgs();
const SHOP = 'bc1' as ShopId;

function seekerOf(number: number, more: Partial<Seeker> = {}): Seeker {
  return {
    id: `person-${number}` as PersonId,
    keys: [`bc1:customer:${number}`],
    email: `p${number}@example.com`,
    phone: null,
    customerNumbers: [String(number)],
    isMadeAnew: false,
    ...more,
  };
}

async function add({ org }: UsedOrg, object: string, records: object[]): Promise<string[]> {
  const rows = records.map((fields) => ({ attributes: { type: object }, ...fields }));
  const response = await fetch(`${org.url}/services/data/v66.0/composite/sobjects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allOrNone: true, records: rows }),
  });
  const results = (await response.json()) as { id: string; success: boolean }[];
  expect(results.every(({ success }) => success)).toBe(true);
  org.journal.clear();
  return results.map(({ id }) => id);
}

function search(
  { client }: UsedOrg,
  seekers: Seeker[],
  matching: Partial<Matching> = {},
): Promise<Map<PersonId, Chosen>> {
  const policy = { ...client.org.settings.matching, ...matching };
  return searchPeople(client, { shop: SHOP, country: 'US', matching: policy }, seekers);
}

function idOf(found: Chosen | undefined): string | undefined {
  return found && 'candidate' in found ? found.candidate.id : undefined;
}

describe('looking for people in Salesforce', () => {
  it('takes one API call for 200 guests, and no query longer than an address may be', async () => {
    const used = await useOrg();
    const seekers = Array.from({ length: 200 }, (_, index) =>
      seekerOf(index + 1, { keys: [`bc1:guest:${String(index).padStart(20, '0')}`] }),
    );
    const ids = await add(
      used,
      'Lead',
      seekers.map(({ email }) => ({ LastName: 'Known', Company: 'Shop', Email: email })),
    );

    const found = await search(used, seekers);

    expect(seekers.map(({ id }) => idOf(found.get(id)))).toEqual(ids);
    expect(used.apiCalls()).toBe(1);
    const bodies = used.org.journal.list().map(({ body }) => body ?? '');
    const urls = bodies.flatMap((body) =>
      [...body.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? ''),
    );
    expect(Math.max(...urls.map(({ length }) => length))).toBeLessThan(16_384);
  });

  it('finds by key and by email, whatever the letters’ case, and learns what it sees', async () => {
    const used = await useOrg();
    const [AccountId] = await add(used, 'Account', [{ Name: 'Berg' }]);
    const [contact] = await add(used, 'Contact', [
      { LastName: 'Berg', AccountId, Customer_Key__c: 'bc1:customer:1', HasOptedOutOfEmail: true },
    ]);
    const [lead] = await add(used, 'Lead', [
      { LastName: 'Berg', Company: 'Shop', Email: 'P2@Example.com' },
    ]);

    const found = await search(used, [seekerOf(1, { email: null }), seekerOf(2), seekerOf(3)]);

    expect(Object.fromEntries(found)).toMatchObject({
      'person-1': { candidate: { object: 'Contact', id: contact, accountId: AccountId } },
      'person-2': { candidate: { object: 'Lead', id: lead, optedOut: false } },
      'person-3': { nobody: true },
    });
    expect(found.get('person-1' as PersonId)).toMatchObject({ candidate: { optedOut: true } });
  });

  it('finds by phone and customer number where the policy asks for them', async () => {
    const used = await useOrg();
    const [phone, mobile, number] = await add(used, 'Lead', [
      { LastName: 'One', Company: 'Shop', Phone: '(415) 555-0101' },
      { LastName: 'Two', Company: 'Shop', MobilePhone: '+14155550102' },
      { LastName: 'Three', Company: 'Shop', Fax: '3' },
    ]);
    const seekers = [
      seekerOf(1, { phone: '415-555-0101' }),
      seekerOf(2, { phone: '415-555-0102' }),
      seekerOf(3),
    ];

    const byPhone = await search(used, seekers, { keys: ['externalId', 'email', 'phone'] });
    expect(idOf(byPhone.get(seekerOf(1).id))).toBe(phone);
    expect(idOf(byPhone.get(seekerOf(2).id))).toBe(mobile);

    const numbers = { keys: ['customerNumber' as const], customerNumberField: 'Phone' };
    await used.admin('PATCH', `Lead/${number ?? ''}`, { Phone: '3' });
    const byNumber = await search(used, seekers, numbers);
    expect(seekers.map(({ id }) => idOf(byNumber.get(id)))).toEqual([undefined, undefined, number]);
  });

  it('does without fields that the worker’s user may not see', async () => {
    const used = await useOrg();
    const [lead] = await add(used, 'Lead', [
      { LastName: 'Berg', Company: 'Shop', Email: 'p1@example.com' },
    ]);
    const client = {
      ...used.client,
      request: (...[method, path, body]: Parameters<typeof used.client.request>) =>
        used.client.request<never>(
          method,
          path,
          JSON.parse(JSON.stringify(body).replaceAll('HasOptedOutOfEmail', 'Hidden__c')),
        ),
    };

    const found = await search({ ...used, client }, [seekerOf(1)]);

    expect(idOf(found.get(seekerOf(1).id))).toBe(lead);
    expect(found.get(seekerOf(1).id)).not.toHaveProperty('candidate.optedOut');
  });

  it('is not led astray by a quote or a backslash in an address', async () => {
    const used = await useOrg();
    const email = "o'neil\\' OR Name != '@example.com";
    await add(used, 'Lead', [{ LastName: 'Other', Company: 'Shop' }]);

    const found = await search(used, [
      seekerOf(1, { email }),
      seekerOf(2, { email: "o'neil@example.com" }),
    ]);

    expect([...found.values()]).toEqual([{ nobody: true }, { nobody: true }]);
  });

  it('finds the fields of an installed package by its namespace', async () => {
    const used = await useOrg({ namespace: 'cb' });
    const [AccountId] = await add(used, 'Account', [{ Name: 'Berg' }]);
    const [id] = await add(used, 'Contact', [
      { LastName: 'Berg', AccountId, cb__Customer_Key__c: 'bc1:customer:1' },
    ]);

    const found = await search(used, [seekerOf(1)]);

    expect(idOf(found.get(seekerOf(1).id))).toBe(id);
  });

  it('that Salesforce cannot answer fails as a whole', async () => {
    const used = await useOrg();
    used.org.faults.add({ path: '/composite$', status: 503 });

    await expect(search(used, [seekerOf(1)])).rejects.toMatchObject({
      kind: 'salesforce_unavailable',
    });
  });
});
