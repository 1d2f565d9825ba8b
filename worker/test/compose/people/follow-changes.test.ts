import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/shared/ids.ts';
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

describe('a change in Salesforce', () => {
  it('of the address gives the person one more name, in every shop that knows them', async () => {
    const id = await contact('Keim', { Email: 'Ada.New@Example.com' });
    const person = await used.add('customer:1', 'Contact', id);

    await followAll(id);

    expect(await namesOf(person)).toEqual([
      ...['email:ada.new@example.com', 'shop:customer:1', 'shop:email:ada.new@example.com'],
    ]);
  });

  it('to an address that is somebody else’s takes it from nobody', async () => {
    const other = await used.add('guest:a', 'Lead', await lead('Kaim'));
    await used.pool.query('insert into cartbridge.person_key values ($1, $2, $3)', [
      ...[used.orgId, 'email:ada@example.com', other],
    ]);
    const id = await contact('Keim', { Email: 'ada@example.com' });
    const person = await used.add('customer:1', 'Contact', id);

    await followAll(id);

    expect(await namesOf(other)).toContain('email:ada@example.com');
    expect(await namesOf(person)).not.toContain('email:ada@example.com');
  });

  it('of the account and of the wish for mail is known to the books', async () => {
    const id = await contact('Keim', { HasOptedOutOfEmail: true });
    const person = await used.add('customer:1', 'Contact', id);

    expect(await followAll(id)).toEqual({ moved: [], busy: [] });

    expect(await used.find(person)).toMatchObject({ account: account(), optedOut: true });
  });

  it('of records nobody knows costs no call', async () => {
    const id = await contact('Keim');

    expect(await followAll(id)).toEqual({ moved: [], busy: [] });

    expect(used.client.calls).toBe(0);
  });
});

describe('a record that one person is and another stood beside', () => {
  it('makes the two one person when it wins their merge, and not twice', async () => {
    const [own, both] = [await contact('Keim'), await contact('Kaim')];
    const guest = await used.add('guest:a', 'Contact', own);
    const customer = await used.add('customer:1', 'Contact', both);
    await used.pool.query(
      `insert into cartbridge.former_link (org_id, salesforce_id, object, person_id, why)
       values ($1, $2, 'Contact', $3, 'Surplus')`,
      [used.orgId, both, guest],
    );
    await used.admin.merge('Contact', both, own);

    expect(await followAll(own)).toEqual({ moved: [customer], busy: [] });

    expect(await used.find(guest)).toBeUndefined();
    expect(await used.find(customer)).toMatchObject({ id: both });
  });
});
