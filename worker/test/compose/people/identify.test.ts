import { describe, it, expect } from 'vitest';
import { guestKey, identify, type Mention } from '../../../src/compose/people/identify.ts';
import { loadKeys, loadPeople, type Person } from '../../../src/compose/people/person.ts';
import type { OrgId, PersonId, ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { useDatabase } from '../use-database.ts';

const { pool, newOrg } = useDatabase();
const SHOP = 'bc1' as ShopId;
const OTHER_SHOP = 'bc2' as ShopId;
const EMAIL = 'kim@example.com';

const guest = (email = EMAIL): Mention => ({ customerId: null, email });
const customer = (customerId: string, email: string | null = EMAIL): Mention => ({
  customerId,
  email,
});

async function meet(org: OrgId, mention: Mention, shop = SHOP): Promise<PersonId | null> {
  const [person = null] = await meetAll(org, [mention], shop);
  return person;
}

/** They are to be held and merged by now, if they are several. */
async function meetAll(org: OrgId, mentions: Mention[], shop = SHOP): Promise<(PersonId | null)[]> {
  const found = await identify(pool(), org, shop, mentions, settingsShape.parse({}));
  return found.map((one) => one?.person ?? null);
}

async function load(id: PersonId | null): Promise<Person | undefined> {
  return id ? (await loadPeople(pool(), [id])).get(id) : undefined;
}

async function peopleIn(org: OrgId): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(*)::int as count from cartbridge.person where org_id = $1',
    [org],
  );
  return rows[0]?.count ?? 0;
}

describe('one person', () => {
  it('is a guest who registers later, and goes by the customer’s key from then on', async () => {
    const org = await newOrg();
    const asGuest = await meet(org, guest());
    expect((await load(asGuest))?.customerKey).toBe(guestKey(SHOP, EMAIL));

    const asCustomer = await meet(org, customer('11'));

    expect(asCustomer).toBe(asGuest);
    expect((await load(asCustomer))?.customerKey).toBe('bc1:customer:11');
  });

  it('is a customer who orders as a guest afterwards', async () => {
    const org = await newOrg();
    const asCustomer = await meet(org, customer('11'));

    expect(await meet(org, guest())).toBe(asCustomer);
    expect((await load(asCustomer))?.customerKey).toBe('bc1:customer:11');
  });

  it('is a customer with another address than last time', async () => {
    const org = await newOrg();
    const kim = await meet(org, customer('11'));

    expect(await meet(org, customer('11', 'kim@new.example.com'))).toBe(kim);
    expect(await meet(org, guest('kim@new.example.com'))).toBe(kim);
    expect((await load(kim))?.email).toBe(EMAIL);
  });

  it('is whoever has the address in two shops of one org', async () => {
    const org = await newOrg();
    const kim = await meet(org, customer('11'));

    expect(await meet(org, customer('500'), OTHER_SHOP)).toBe(kim);
    const keys = kim ? (await loadKeys(pool(), [kim])).get(kim) : [];
    expect(keys?.toSorted()).toEqual([
      ...['bc1:customer:11', `bc1:email:${EMAIL}`, 'bc2:customer:500', `bc2:email:${EMAIL}`],
      `email:${EMAIL}`,
    ]);
  });

  it('is a customer whose address is not told but who is known', async () => {
    const org = await newOrg();
    const kim = await meet(org, customer('11'));

    expect(await meet(org, customer('11', null))).toBe(kim);
  });

  it('keeps the customer group until the customer record says otherwise', async () => {
    const org = await newOrg();
    const kim = await meet(org, { ...customer('11'), customerGroup: 'Wholesale' });

    await meet(org, customer('11'));
    expect((await load(kim))?.customerGroup).toBe('Wholesale');
    await meet(org, { ...customer('11'), customerGroup: null });
    expect((await load(kim))?.customerGroup).toBeNull();
  });
});

describe('two people', () => {
  it('are two customers of one shop, even with one address', async () => {
    const org = await newOrg();
    const first = await meet(org, customer('11'));
    const second = await meet(org, customer('12'));

    expect(second).not.toBe(first);
    expect(await meet(org, customer('12'))).toBe(second);
    // A guest with that address is whoever had it first.
    expect(await meet(org, guest())).toBe(first);
  });

  it('are guests with two addresses', async () => {
    const org = await newOrg();

    expect(await meet(org, guest('a@example.com'))).not.toBe(
      await meet(org, guest('b@example.com')),
    );
  });

  it('are one address in two orgs: names never cross', async () => {
    const [org, other] = [await newOrg(), await newOrg()];
    const here = await meet(org, customer('11'));
    const there = await meet(other, customer('11'));

    expect(there).not.toBe(here);
    expect(await meet(org, guest())).toBe(here);
    expect(await meet(other, guest())).toBe(there);
  });

  it('are nobody when a record names nobody', async () => {
    const org = await newOrg();

    expect(await meet(org, { customerId: null, email: null })).toBeNull();
    expect(await peopleIn(org)).toBe(0);
  });
});

describe('workers who meet a new person at once', () => {
  it.each<[string, [Mention, ShopId][]]>([
    [
      'as a guest',
      [
        [guest(), SHOP],
        [guest(), SHOP],
      ],
    ],
    [
      'as a customer',
      [
        [customer('11'), SHOP],
        [customer('11'), SHOP],
      ],
    ],
    [
      'once as a guest and once as a customer',
      [
        [guest(), SHOP],
        [customer('11'), SHOP],
      ],
    ],
    [
      'as a guest of two shops',
      [
        [guest(), SHOP],
        [guest(), OTHER_SHOP],
      ],
    ],
    [
      'as a customer of two shops',
      [
        [customer('11'), SHOP],
        [customer('7'), OTHER_SHOP],
      ],
    ],
  ])('end with one: %s', async (_, mentions) => {
    for (let round = 0; round < 5; round += 1) {
      const org = await newOrg();
      const met = await Promise.all(
        [...mentions, ...mentions, ...mentions].map(([mention, shop]) => meet(org, mention, shop)),
      );

      expect(new Set(met).size).toBe(1);
      expect(await peopleIn(org)).toBe(1);
    }
  });
});

describe('a batch', () => {
  it('that has one new person as a guest and as a customer makes one', async () => {
    const org = await newOrg();
    const mentions = [guest(), customer('11'), guest(), customer('11', null)];

    const people = await meetAll(org, mentions);

    expect(new Set(people).size).toBe(1);
    expect((await load(people[0] ?? null))?.customerKey).toBe('bc1:customer:11');
  });

  it('that has two customers with one address keeps them apart', async () => {
    const org = await newOrg();

    const [first, second, anyone] = await meetAll(org, [customer('11'), customer('12'), guest()]);

    expect(second).not.toBe(first);
    expect(anyone).toBe(first);
  });

  it('answers each mention in its place, those that name nobody too', async () => {
    const org = await newOrg();
    const kim = await meet(org, customer('11'));

    const people = await meetAll(org, [
      { customerId: null, email: null },
      customer('11'),
      guest('new@example.com'),
    ]);

    expect(people).toEqual([null, kim, expect.any(String)]);
  });
});
