import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withPeopleLocked } from '../../../src/compose/people/lock-people.ts';
import { createSweep, type Sweep } from '../../../src/control/people/sweep.ts';
import { usePeople, type People } from '../../compose/people/people-fixture.ts';

const people = usePeople();
let used: People;
let sweep: Sweep;
let account: string;
beforeEach(async () => {
  used = people();
  sweep = createSweep(used.pool, used.client, { page: 2 });
  account = await used.admin.create('Account', { Name: 'Towels' });
});

const contact = (LastName: string, more: object = {}) =>
  used.admin.create('Contact', { LastName, AccountId: account, ...more });
const lead = (LastName: string) => used.admin.create('Lead', { LastName, Company: 'Towels' });

describe('a sweep', () => {
  it('follows what nobody told: a merge, a conversion and a deletion, page by page', async () => {
    const [winner, loser, gone] = [await contact('A'), await contact('B'), await contact('C')];
    const converted = await lead('D');
    for (const name of ['E', 'F', 'G']) await contact(name);
    const merged = await used.add('guest:a', 'Contact', loser);
    const left = await used.add('guest:b', 'Contact', gone);
    const became = await used.add('guest:c', 'Lead', converted);
    expect(await sweep()).toMatchObject({ moved: [] });

    await used.admin.merge('Contact', winner, loser);
    await used.admin.remove('Contact', gone);
    const id = await used.admin.convert(converted);
    const { moved } = await sweep();

    expect(new Set(moved)).toEqual(new Set([merged, left, became]));
    expect(await used.find(merged)).toMatchObject({ id: winner });
    expect(await used.find(left)).toMatchObject({ id: null, isDeleted: true });
    expect(await used.find(became)).toMatchObject({ object: 'Contact', id });
    expect(await sweep(), 'what was followed is not followed again').toMatchObject({ moved: [] });
  });

  it('finds an undeleted record and a new address, and goes on after a restart', async () => {
    const [back, same] = [await contact('A'), await contact('B')];
    const person = await used.add('guest:a', 'Contact', back);
    const other = await used.add('guest:b', 'Contact', same);
    await used.admin.remove('Contact', back);
    await sweep();
    await used.admin.undelete(back);
    await used.admin.update('Contact', same, { Email: 'new@example.com' });

    await createSweep(used.pool, used.client)();

    expect(await used.find(person)).toMatchObject({ id: back, isDeleted: false });
    const { rows } = await used.pool.query(
      `select person_id as id from cartbridge.person_key
       where org_id = $1 and key = 'email:new@example.com'`,
      [used.orgId],
    );
    expect(rows).toEqual([{ id: other }]);
  });

  it('asks for both objects in one call', async () => {
    await contact('A');
    await lead('B');

    const whole = createSweep(used.pool, used.client);
    await whole();
    const before = used.client.calls;

    await whole();

    expect(used.client.calls - before).toBe(1);
  });

  it('does not go past somebody who is held by another worker', async () => {
    const [winner, loser] = [await contact('A'), await contact('B')];
    const person = await used.add('guest:a', 'Contact', loser);
    await used.admin.merge('Contact', winner, loser);
    const impatient = createSweep(used.pool, used.client, { waitsMs: [] });

    const held = await withPeopleLocked(used.pool, [person], () => impatient());

    expect(held).toMatchObject({ moved: [] });
    expect(await impatient()).toMatchObject({ moved: [person] });
  });

  it('looks at them again for as long as they are held', async () => {
    const [winner, loser] = [await contact('A'), await contact('B')];
    const person = await used.add('guest:a', 'Contact', loser);
    await used.admin.merge('Contact', winner, loser);
    const impatient = createSweep(used.pool, used.client, { waitsMs: [] });
    const now = vi.spyOn(Date, 'now');
    try {
      await withPeopleLocked(used.pool, [person], async () => {
        for (let minutes = 0; minutes < 20; minutes += 5) {
          now.mockReturnValue(new Date().getTime() + minutes * 60_000);
          await impatient();
        }
      });

      const { moved } = await impatient();

      expect(moved, 'what was held for long is followed once it is free').toEqual([person]);
    } finally {
      now.mockRestore();
    }
  });

  it('beside another one of the same merge ends with one person', async () => {
    const [winner, loser] = [await contact('A'), await contact('B')];
    const customer = await used.add('customer:1', 'Contact', winner);
    const guest = await used.add('guest:a', 'Contact', loser);
    await used.admin.merge('Contact', winner, loser);

    await Promise.all([sweep(), createSweep(used.pool, used.client)()]);

    expect(await used.find(customer)).toMatchObject({ id: winner });
    expect(await used.find(guest)).toBeUndefined();
  });
});
