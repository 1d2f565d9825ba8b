import { useCurrentMapping } from '../../../../src/compose/mapping/current-mapping.ts';
import { moveLookups } from '../../../../src/compose/people/move-lookups.ts';
import { byShop, nextSlice } from '../../../../src/control/people/moved.ts';
import { idOf, type RecordKey } from '../../../../src/shared/ids.ts';
import { SHOPS, type Delivery } from './script.ts';
import type { Policy, Stage } from './stage.ts';

/**
 * Lets everything that points at people who are another record now follow, as the follower of an org
 * does. Answers what is to be looked at then.
 */
export async function moveAlong(stage: Stage, policy: Policy): Promise<Omit<Delivery, 'worker'>[]> {
  const [pool] = stage.pools;
  const moved: Omit<Delivery, 'worker'>[] = [];
  for (;;) {
    const slice = await nextSlice(pool, policy.orgId, 100);
    if (!slice) return moved;
    for (const [id, keys] of byShop(slice.keys)) {
      const shop = SHOPS.find((name) => policy.shops[name].open.shop.id === id);
      if (!shop) throw new Error(`There is no shop ${id}.`);
      const mapping = await useCurrentMapping(pool, policy.shops[shop].open.shop);
      const failures = await moveLookups(pool, policy.clients[0], mapping, slice.person, keys);
      for (const failure of failures) throw failure;
      for (const key of keys) moved.push({ shop, kind: kindOf(key), id: idOf(key) });
    }
    await pool.query('delete from cartbridge.moved_person where person_id = $1 and moved_at = $2', [
      slice.person,
      slice.movedAt,
    ]);
  }
}

function kindOf(key: RecordKey): Delivery['kind'] {
  return key.split(':')[1] as Delivery['kind'];
}
