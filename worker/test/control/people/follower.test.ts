import type { PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenShop } from '../../../src/compose/shops/open-shops.ts';
import { openFollower, type Follower } from '../../../src/control/people/follower.ts';
import { moveAlong, type Moving } from '../../../src/control/people/move-along.ts';
import { MOVED_SCOPE } from '../../../src/control/people/moved.ts';
import { createSweep } from '../../../src/control/people/sweep.ts';
import { startQueue } from '../../../src/shared/database/queue.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import { createLog } from '../../../src/shared/log.ts';
import { findShop } from '../../../src/shared/shops.ts';
import { usePeople, type People } from '../../compose/people/people-fixture.ts';
import { waitFor } from '../../kit/wait-for.ts';

const people = usePeople({ pubSub: true });
let used: People;
let boss: PgBoss;
let moving: Moving;
let follower: Follower | undefined;
beforeEach(async () => {
  used = people();
  boss = await startQueue(used.pool, false);
  moving = {
    ...{ pool: used.pool, client: used.client, boss },
    log: createLog('test', 'silent'),
    // Nobody asks the shop itself here.
    openShop: async (id: ShopId) => ({ shop: await findShop(used.pool, id) }) as OpenShop,
  };
});
afterEach(async () => {
  await follower?.close();
  follower = undefined;
  await boss.stop({ graceful: false });
});

const lead = (LastName: string) => used.admin.create('Lead', { LastName, Company: 'Towels' });

async function eventsOf(): Promise<string[]> {
  const { rows } = await used.pool.query<{ key: string }>(
    `select record_key as key from cartbridge.event
     where org_id = $1 and scope = $2 and state = 'waiting' order by record_key`,
    [used.orgId, MOVED_SCOPE],
  );
  return rows.map(({ key }) => key.replace(used.orgId, 'shop'));
}

/** A Lead of ours with an order and a cart, whom somebody converts. */
async function converted(): Promise<{ contact: string; person: string }> {
  const id = await lead('Keim');
  const person = await used.add('guest:a', 'Lead', id);
  await used.own(person, 'order:1', { Lead__c: id });
  await used.own(person, 'cart:1', { Lead__c: id });
  return { contact: await used.admin.convert(id), person };
}

describe('records of somebody who was converted', () => {
  it('follow at once, though the shop has them no longer, and are queued to be looked at', async () => {
    const { contact, person } = await converted();
    expect(await createSweep(used.pool, used.client)()).toMatchObject({ moved: [person] });

    expect(await moveAlong(moving)).toBe(false);

    const moved = { Contact__c: contact, Lead__c: null };
    expect(used.org.query('SELECT Contact__c, Lead__c FROM Order__c')).toMatchObject([moved]);
    expect(used.org.query('SELECT Contact__c, Lead__c FROM Cart__c')).toMatchObject([moved]);
    expect(await eventsOf()).toEqual(['shop:cart:1', 'shop:order:1']);
  });

  it('follow a hundred at a time, the next when those before are done', async () => {
    const id = await lead('Keim');
    const person = await used.add('customer:1', 'Lead', id);
    await used.pool.query(
      `insert into cartbridge.order_ledger
         (key, org_id, person_id, number, counted, placed_at, net, currency, refunded, interests, modified_at)
       select $1 || ':order:' || n, $1, $2, n, true, now(), 10, 'USD', false, '[]', now()
       from generate_series(1, 150) as n`,
      [used.orgId, person],
    );
    await used.admin.convert(id);
    await createSweep(used.pool, used.client)();
    expect(await moveAlong(moving), 'the second slice waits for the first').toBe(true);
    const first = await eventsOf();
    expect(first).toHaveLength(100);
    expect(first, 'the customer comes too, for their own fields').toContain('shop:customer:1');

    await used.pool.query(
      `update cartbridge.event set state = 'done', settled_at = now() where org_id = $1`,
      [used.orgId],
    );
    expect(await moveAlong(moving)).toBe(false);

    expect(await eventsOf()).toHaveLength(51);
  });
});

describe('a follower', () => {
  async function isFollowed(contact: string): Promise<void> {
    const isMoved = (): boolean =>
      used.org.query(`SELECT Id FROM Order__c WHERE Contact__c = '${contact}'`).length === 1;
    await waitFor(isMoved, { what: 'the order to follow its person' });
  }

  it('hears of a conversion and brings the orders along, long before it would ask', async () => {
    const [set] = used.org.query(
      "SELECT Id FROM PermissionSet WHERE Name = 'Cartbridge_People_Follower'",
    );
    const [worker] = used.org.query("SELECT Id FROM User WHERE Username LIKE 'worker@%'");
    await used.admin.create('PermissionSetAssignment', {
      ...{ PermissionSetId: set?.Id, AssigneeId: worker?.Id },
    });
    const calls = (): number => used.client.calls;
    follower = openFollower(moving, { leastMs: 50 });
    follower.tick();
    await waitFor(() => calls() >= 2, { what: 'the first looks to be over' });

    await isFollowed((await converted()).contact);
  });

  it('finds at its next look what happened while it was away', async () => {
    const { contact } = await converted();

    follower = openFollower(moving);
    follower.tick();

    await isFollowed(contact);
    expect(follower.following, 'nothing was heard on a stream').toBe('polling');
  });
});
