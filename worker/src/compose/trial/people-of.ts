import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';
import { findOrg, settingsShape } from '../../shared/orgs.ts';
import type { Shop } from '../../shared/shops.ts';
import { identify, type Mention } from '../people/identify.ts';

/** Whom some mentions mean, by the policy of the shop's org; for a rehearsal, as it enters them. */
export async function peopleOf(
  trial: Pool,
  shop: Shop,
  mentions: Mention[],
): Promise<(PersonId | null)[]> {
  const org = await findOrg(trial, shop.orgId);
  const policy = org?.settings ?? settingsShape.parse({});
  const found = await identify(trial, shop.orgId, shop.id, mentions, policy);
  return found.map((one) => one?.person ?? null);
}
