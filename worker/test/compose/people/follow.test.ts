import { beforeEach, describe, expect, it } from 'vitest';
import { withPeopleLocked } from '../../../src/compose/people/lock-people.ts';
import { saveLink } from '../../../src/compose/people/person.ts';
import { transaction } from '../../../src/shared/database/pool.ts';
import type { PersonId, SalesforceId } from '../../../src/shared/ids.ts';
import { useFollowing, usePeople, type People } from './people-fixture.ts';

const people = usePeople();
const { account, contact, lead, followAll } = useFollowing(people);
let used: People;
beforeEach(() => {
  used = people();
});

async function namesOf(person: PersonId): Promise<string[]> {
  const { rows } = await used.pool.query<{ key: string }>(
    'select key from cartbridge.person_key where person_id = $1 order by key',
    [person],
  );
  return rows.map(({ key }) => key.replaceAll(used.orgId, 'shop'));
}

describe('a merge in Salesforce', () => {
  it('leads whoever was the loser to the winner, for one call beyond the question', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const person = await used.add('guest:a', 'Contact', loser);
    await followAll(loser);
    const before = used.client.calls;
    await used.admin.merge('Contact', winner, loser);

    expect(await followAll(loser, winner)).toEqual({ moved: [person], busy: [] });

    expect(used.client.calls - before).toBe(2);
    expect(await used.find(person)).toMatchObject({
      object: 'Contact',
      id: winner,
      account: account(),
    });
    expect(await used.former()).toEqual([{ id: loser, why: 'Merged' }]);
  });

  it('changes nothing for whoever was the winner', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const person = await used.add('guest:a', 'Contact', winner);
    await used.admin.merge('Contact', winner, loser);

    expect(await followAll(loser, winner)).toEqual({ moved: [], busy: [] });

    expect(await used.find(person)).toMatchObject({ id: winner });
    expect(await used.former()).toEqual([]);
  });

  it('makes one person of two, with the orders of both', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const guest = await used.add('guest:a', 'Contact', winner);
    const customer = await used.add('customer:1', 'Contact', loser);
    await used.own(guest, 'order:1', { Contact__c: winner });
    await used.own(customer, 'order:2', { Contact__c: loser });
    await used.admin.merge('Contact', winner, loser);

    await followAll(loser);

    expect(await used.find(guest)).toBeUndefined();
    expect(await used.find(customer)).toMatchObject({
      id: winner,
      key: `${used.orgId}:customer:1`,
    });
    expect(await namesOf(customer)).toEqual(['shop:customer:1', 'shop:guest:a']);
    const { rows } = await used.pool.query(
      'select distinct person_id as id from cartbridge.order_ledger where org_id = $1',
      [used.orgId],
    );
    expect(rows).toEqual([{ id: customer }]);
    expect(await used.former()).toEqual([{ id: loser, why: 'Merged' }]);
    const reviews = await used.pool.query('select from cartbridge.match_review where org_id = $1', [
      used.orgId,
    ]);
    expect(reviews.rowCount, 'nobody is asked to merge what was just merged').toBe(0);
  });

  it('is followed through a chain of merges and a conversion', async () => {
    const [first, second, third] = [await lead('A'), await lead('B'), await lead('C')];
    const person = await used.add('guest:a', 'Lead', first);
    await used.admin.merge('Lead', second, first);
    await used.admin.merge('Lead', third, second);
    const converted = await used.admin.convert(third);
    const last = await contact('Keim');
    await used.admin.merge('Contact', last, converted);

    await followAll(first);

    expect(await used.find(person)).toMatchObject({ object: 'Contact', id: last });
  });

  it('into a record that was deleted since leaves the person without one', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const person = await used.add('guest:a', 'Contact', loser);
    await used.admin.merge('Contact', winner, loser);
    await used.admin.remove('Contact', winner);

    await followAll(loser);

    expect(await used.find(person)).toMatchObject({ id: null, isDeleted: true });
  });
});

describe('a conversion', () => {
  it('makes the person the new contact, with its account', async () => {
    const id = await lead('Keim');
    const person = await used.add('guest:a', 'Lead', id);
    const converted = await used.admin.convert(id);

    await followAll(id);

    const [made] = used.org.query(`SELECT AccountId FROM Contact WHERE Id = '${converted}'`);
    expect(await used.find(person)).toMatchObject({
      ...{ object: 'Contact', id: converted, account: made?.AccountId, isDeleted: false },
    });
    expect(await used.former()).toEqual([{ id, why: 'Converted' }]);
  });

  it('into a contact who is known already makes one person of the two', async () => {
    const [known, id] = [await contact('Keim'), await lead('Keim')];
    const customer = await used.add('customer:1', 'Contact', known);
    const guest = await used.add('guest:a', 'Lead', id);
    await used.admin.convert(id, { contactId: known, accountId: account() });

    await followAll(id);

    expect(await used.find(guest)).toBeUndefined();
    expect(await used.find(customer)).toMatchObject({ object: 'Contact', id: known });
  });
});

describe('a deletion', () => {
  it('leaves the person without a record, and undeleting gives it back', async () => {
    const id = await contact('Keim');
    const person = await used.add('customer:1', 'Contact', id);
    await used.admin.remove('Contact', id);

    expect(await followAll(id)).toEqual({ moved: [person], busy: [] });
    expect(await used.find(person)).toMatchObject({ object: null, id: null, isDeleted: true });
    expect(await followAll(id), 'a second look changes nothing').toEqual({ moved: [], busy: [] });

    await used.admin.undelete(id);
    expect(await followAll(id)).toEqual({ moved: [person], busy: [] });
    expect(await used.find(person)).toMatchObject({ object: 'Contact', id, isDeleted: false });
    expect(await used.former()).toEqual([]);
  });

  it('that was undone after the person became another record leaves them that', async () => {
    const [old, current] = [await contact('Keim'), await contact('Kaim')];
    const person = await used.add('customer:1', 'Contact', old);
    await used.admin.remove('Contact', old);
    await followAll(old);
    await used.pool.query(
      `update cartbridge.person set object = 'Contact', salesforce_id = $2 where id = $1`,
      [person, current],
    );
    await used.admin.undelete(old);

    await followAll(old);

    expect(await used.find(person)).toMatchObject({ id: current });
    expect(await used.former()).toEqual([{ id: old, why: 'Surplus' }]);
    const { rows } = await used.pool.query(
      `select reason, array(select json_array_elements(evidence->'candidates')->>'id') as ids
       from cartbridge.match_review as review join cartbridge.moved_person using (person_id)
       where review.org_id = $1 and status = 'Open'`,
      [used.orgId],
    );
    expect(rows, 'people are asked to merge the two, and the person is looked at').toEqual([
      { reason: 'Same Shopper Twice', ids: [current, old] },
    ]);
  });
});

describe('a record that was one too many', () => {
  it('and was merged into somebody else’s makes the two one person', async () => {
    const [current, old, others] = [
      await contact('Keim'),
      await contact('Kaim'),
      await contact('Koom'),
    ];
    const person = await used.add('customer:1', 'Contact', current);
    const other = await used.add('guest:b', 'Contact', others);
    await used.pool.query(
      `insert into cartbridge.former_link (org_id, salesforce_id, object, person_id, why)
       values ($1, $2, 'Contact', $3, 'Surplus')`,
      [used.orgId, old, person],
    );
    await used.admin.merge('Contact', others, old);

    expect(await followAll(old)).toEqual({ moved: [person], busy: [] });

    expect(await used.find(other)).toBeUndefined();
    expect(await used.find(person)).toMatchObject({ id: current });
    expect(await used.former()).toEqual(
      expect.arrayContaining([
        { id: old, why: 'Merged' },
        { id: others, why: 'Surplus' },
      ]),
    );
  });
});

describe('a record that a search found before it was heard of', () => {
  it('is the person’s own and not one too many', async () => {
    const id = await contact('Keim');
    const person = await used.add('customer:1', 'Contact', id);
    await used.admin.remove('Contact', id);
    await followAll(id);
    await used.admin.undelete(id);
    await transaction(used.pool, (db) =>
      saveLink(db, person, { object: 'Contact', id: id as SalesforceId }),
    );

    await followAll(id);

    expect(await used.find(person)).toMatchObject({ id, isDeleted: false });
    expect(await used.former()).toEqual([]);
  });
});

describe('two workers', () => {
  it('leave a person alone whom the other one holds, and say so', async () => {
    const [winner, loser] = [await contact('Keim'), await contact('Kaim')];
    const person = await used.add('guest:a', 'Contact', loser);
    await used.admin.merge('Contact', winner, loser);

    const busy = await withPeopleLocked(used.pool, [person], () => followAll(loser));

    expect(busy).toEqual({ moved: [], busy: [loser] });
    expect(await used.find(person)).toMatchObject({ id: loser });
    expect(await followAll(loser)).toEqual({ moved: [person], busy: [] });
  });
});
