import { describe, it, expect } from 'vitest';
import { searchPeople } from '../../../src/compose/people/search.ts';
import type { Person } from '../../../src/compose/people/person.ts';
import type { PersonId, ShopId } from '../../../src/shared/ids.ts';
import { ADMIN, useOrgs, type UsedOrg } from '../../deliver/use-org.ts';

const useOrg = useOrgs();
const SHOP = 'bc1' as ShopId;

function personOf(number: number, email: string | null = `p${number}@example.com`): Person {
  return {
    id: `person-${number}` as PersonId,
    customerKey: `bc1:customer:${number}`,
    email,
    customerGroup: null,
    link: null,
    cartBlock: null,
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

const search = ({ client }: UsedOrg, people: Person[]): ReturnType<typeof searchPeople> =>
  searchPeople(client, SHOP, people, ({ customerKey }) => [customerKey]);

describe('looking for people in Salesforce', () => {
  it('takes one API call for 150 of them, and no query longer than an address may be', async () => {
    const used = await useOrg();
    const people = Array.from({ length: 150 }, (_, index) => personOf(index + 1));
    const ids = await add(
      used,
      'Lead',
      people.map(({ email }) => ({ LastName: 'Known', Company: 'Shop', Email: email })),
    );

    const found = await search(used, people);

    expect(people.map(({ id }) => found.get(id))).toEqual(
      ids.map((id) => ({ object: 'Lead', id })),
    );
    expect(used.apiCalls()).toBe(1);
    const bodies = used.org.journal.list().map(({ body }) => body ?? '');
    const urls = bodies.flatMap((body) =>
      [...body.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? ''),
    );
    expect(urls).toHaveLength(2);
    expect(Math.max(...urls.map(({ length }) => length))).toBeLessThan(16_384);
  });

  it('finds by key and by email, whatever the letters’ case, and tells who is nobody', async () => {
    const used = await useOrg();
    const [AccountId] = await add(used, 'Account', [{ Name: 'Berg' }]);
    const [contact] = await add(used, 'Contact', [
      { LastName: 'Berg', AccountId, Customer_Key__c: 'bc1:customer:1' },
    ]);
    const [lead] = await add(used, 'Lead', [
      { LastName: 'Berg', Company: 'Shop', Email: 'P2@Example.com' },
    ]);

    const found = await search(used, [personOf(1, null), personOf(2), personOf(3)]);

    expect(Object.fromEntries(found)).toEqual({
      'person-1': { object: 'Contact', id: contact },
      'person-2': { object: 'Lead', id: lead },
      'person-3': { nobody: true },
    });
  });

  it('is not led astray by a quote or a backslash in an address', async () => {
    const used = await useOrg();
    const email = "o'neil\\' OR Name != '@example.com";
    await add(used, 'Lead', [{ LastName: 'Other', Company: 'Shop' }]);

    const found = await search(used, [personOf(1, email), personOf(2, "o'neil@example.com")]);

    expect([...found.values()]).toEqual([{ nobody: true }, { nobody: true }]);
  });

  it('finds the fields of an installed package by its namespace', async () => {
    const used = await useOrg({ namespace: 'cb' });
    const [AccountId] = await add(used, 'Account', [{ Name: 'Berg' }]);
    const [id] = await add(used, 'Contact', [
      { LastName: 'Berg', AccountId, cb__Customer_Key__c: 'bc1:customer:1' },
    ]);

    const found = await search(used, [personOf(1)]);

    expect(found.get(personOf(1).id)).toEqual({ object: 'Contact', id });
  });

  it('that Salesforce cannot answer fails as a whole', async () => {
    const used = await useOrg();
    used.org.faults.add({ path: '/composite$', status: 503 });

    await expect(search(used, [personOf(1)])).rejects.toMatchObject({
      kind: 'salesforce_unavailable',
    });
  });
});
