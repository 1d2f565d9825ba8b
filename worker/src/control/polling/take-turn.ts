import type { OpenShop } from '../../compose/shops/open-shops.ts';
import { asFailure, type Failure } from '../../shared/failure.ts';
import type { ShopId } from '../../shared/ids.ts';
import { forgetRefusal, rememberRefusal } from '../webhooks.ts';
import { callIdleCarts } from './idle-carts.ts';
import type { Polling } from './poll-kind.ts';
import { pollShop } from './poll-shop.ts';
import type { PolledShop } from './polled-shop.ts';

export interface Turning extends Polling {
  openShop: (id: ShopId) => Promise<OpenShop>;
}

/**
 * Asks a shop for its news and looks for carts that nobody touches any more. Whether the shop let us
 * in is kept for the screens.
 * @returns what went wrong
 */
export async function takeTurn(
  turning: Turning,
  shop: PolledShop,
  now = new Date(),
): Promise<Failure[]> {
  const { pool, boss } = turning;
  const failures = shop.isAsked ? await ask(turning, shop) : [];
  await callIdleCarts(pool, boss, shop, now);
  return failures;
}

async function ask(turning: Turning, { id }: PolledShop): Promise<Failure[]> {
  const { pool } = turning;
  let failures: Failure[];
  try {
    failures = await pollShop(turning, await turning.openShop(id));
  } catch (thrown) {
    failures = [asFailure(thrown)];
  }
  const refused = failures.find(({ kind }) => kind === 'shop_auth');
  if (refused) await rememberRefusal(pool, { id }, refused.message);
  else if (failures.length === 0) await forgetRefusal(pool, { id });
  return failures;
}
