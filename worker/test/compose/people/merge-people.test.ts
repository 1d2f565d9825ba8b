import { describe, expect, it } from 'vitest';
import { openReview } from '../../../src/compose/people/matching/reviews.ts';
import type { ReviewReason } from '../../../src/compose/people/matching/candidate.ts';
import { mergePeople, type Merged } from '../../../src/compose/people/merge-people.ts';
import { loadPeople, type Person } from '../../../src/compose/people/person.ts';
import { transaction } from '../../../src/shared/database/pool.ts';
import type { OrgId, PersonId, ShopId } from '../../../src/shared/ids.ts';
import { at } from '../books/carts.ts';
import { useDatabase } from '../use-database.ts';

const { pool, newOrg } = useDatabase();

interface Wishes {
  object?: string;
  salesforceId?: string;
  bornAt?: number;
  more?: object;
}

/** An org with a shop of the same name, and who is added to it. */
async function openOrg(): Promise<{
  org: OrgId;
  add: (name: string, wishes?: Wishes) => Promise<PersonId>;
}> {
  const org = await newOrg();
  await pool().query(
    `insert into cartbridge.shop (id, org_id, platform, api_url, producer, name, secrets)
     values ($1, $1, 'bigcommerce', '', $1, '', '')`,
    [org],
  );
  return {
    org,
    async add(name, { object, salesforceId, bornAt = 8, more = {} } = {}) {
      const { rows } = await pool().query<{ id: PersonId }>(
        `insert into cartbridge.person (org_id, customer_key, object, salesforce_id, created_at)
         values ($1, $2, $3, $4, $5) returning id`,
        [org, `${org}:${name}`, object ?? null, salesforceId ?? null, at(bornAt)],
      );
      const id = rows[0]?.id ?? ('' as PersonId);
      for (const [column, value] of Object.entries(more))
        await pool().query(`update cartbridge.person set ${column} = $2 where id = $1`, [
          id,
          typeof value === 'object' ? JSON.stringify(value) : value,
        ]);
      return id;
    },
  };
}

function merge(org: OrgId, winner: PersonId, loser: PersonId): Promise<Merged> {
  return transaction(pool(), (db) => mergePeople(db, org, { winner, loser }));
}

async function load(id: PersonId): Promise<Person | undefined> {
  return (await loadPeople(pool(), [id])).get(id);
}

async function reviewsOf(org: OrgId): Promise<unknown[]> {
  const { rows } = await pool().query<Record<string, unknown>>(
    `select person_id as person, reason, status from cartbridge.match_review
     where org_id = $1 order by reason, status`,
    [org],
  );
  return rows;
}

function review(org: OrgId, personId: PersonId, reason: ReviewReason): Promise<string> {
  const shopper = { customerKey: 'x', email: null, name: 'x', phone: null, company: null };
  const evidence = { shopper, candidates: [] };
  const shopId = org as string as ShopId;
  return openReview(pool(), { orgId: org, shopId, personId, reason, evidence });
}

describe('the record that stays', () => {
  it.each<[string, Wishes & { name: string }, Wishes & { name: string }]>([
    [
      'is a Contact before a Lead',
      { name: 'guest:a', object: 'Contact', salesforceId: '003', bornAt: 10 },
      { name: 'customer:1', object: 'Lead', salesforceId: '00Q' },
    ],
    [
      'is that of who is registered',
      { name: 'customer:1', object: 'Lead', salesforceId: '00Q1', bornAt: 10 },
      { name: 'guest:a', object: 'Lead', salesforceId: '00Q2' },
    ],
    [
      'is the older one',
      { name: 'customer:1', object: 'Lead', salesforceId: '00Q1' },
      { name: 'customer:2', object: 'Lead', salesforceId: '00Q2', bornAt: 10 },
    ],
  ])('%s, whoever of the two goes on', async (_, stays, goes) => {
    for (const isStaying of [true, false]) {
      const { org, add } = await openOrg();
      const people = [await add(stays.name, stays), await add(goes.name, goes)] as const;
      const [winner, loser] = isStaying ? people : [people[1], people[0]];

      const { surplus } = await merge(org, winner, loser);

      expect(surplus).toEqual({ object: goes.object, id: goes.salesforceId });
      const person = await load(winner);
      expect(person?.link).toEqual({ object: stays.object, id: stays.salesforceId });
      // A registered customer's key is theirs in either case.
      const registered = [stays, goes].find(({ name }) => name.startsWith('customer:'))?.name;
      expect(person?.customerKey).toBe(`${org}:${registered ?? ''}`);
      expect(await load(loser)).toBeUndefined();
      const open = { person: winner, reason: 'Same Shopper Twice', status: 'Open' };
      expect(await reviewsOf(org)).toEqual([open]);
    }
  });

  it('is the only one where Salesforce knows one of the two: there is nothing to ask', async () => {
    const { org, add } = await openOrg();
    const winner = await add('customer:1');
    const loser = await add('guest:a', { object: 'Lead', salesforceId: '00Q1' });
    await review(org, winner, 'Several Records Match');

    expect(await merge(org, winner, loser)).toEqual({ surplus: null });

    expect((await load(winner))?.link).toEqual({ object: 'Lead', id: '00Q1' });
    const over = { person: winner, reason: 'Several Records Match', status: 'Withdrawn' };
    expect(await reviewsOf(org)).toEqual([over]);
  });
});

describe('what is known of two people', () => {
  it('goes on: the weightier profile, the stricter consent, one question of each kind', async () => {
    const { org, add } = await openOrg();
    const say = (marketing: boolean): object => ({
      [org]: { marketing, cartMail: true, saidAt: at(9) },
    });
    const word = (firstName: string, rank: string): object => ({
      ...{ profile: { firstName, email: null }, rank, saidAt: at(9) },
    });
    const winner = await add('guest:a', {
      more: { consent: say(true), profile: word('Guest', 'guest'), email: 'guest@example.com' },
    });
    const loser = await add('customer:1', {
      more: { consent: say(false), profile: word('Kim', 'customer'), email: 'kim@example.com' },
    });
    await review(org, winner, 'Several Records Match');
    await review(org, loser, 'Several Records Match');

    await merge(org, winner, loser);

    expect(await load(winner)).toMatchObject({ consent: say(false), email: 'kim@example.com' });
    const of = { person: winner, reason: 'Several Records Match' };
    expect(await reviewsOf(org)).toEqual([
      { ...of, status: 'Open' },
      { ...of, status: 'Withdrawn' },
    ]);
  });

  it('is not touched where one of them is gone by now: the caller begins again', async () => {
    const { org, add } = await openOrg();
    const [winner, loser] = [await add('customer:1'), await add('guest:a')];
    await merge(org, winner, loser);

    await expect(merge(org, winner, loser)).rejects.toMatchObject({ kind: 'person_busy' });
  });
});
