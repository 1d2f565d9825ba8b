import { expect, it } from 'vitest';
import { startPolling } from '../../../src/control/polling/start-polling.ts';
import { Failure } from '../../../src/shared/failure.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import { createLog } from '../../../src/shared/log.ts';
import { findShop } from '../../../src/shared/shops.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { change, ORG, usePolling, type ListedShop, type UsedPolling } from './polling-kit.ts';

const polling = usePolling();

function start({ pool, boss }: UsedPolling, shops: ListedShop[]) {
  const log = createLog('test', 'silent');
  const openShop = (id: ShopId) => {
    const shop = shops.find((one) => one.id === id);
    return shop ? shop.open() : Promise.reject(new Error(`There is no shop ${id}.`));
  };
  const started = startPolling({ pool, boss, log, openShop }, 20);
  started.keep(new Set([ORG]));
  return started;
}

it('a shop that does not answer holds up no other', async () => {
  const used = await polling();
  const slow = await used.addShop('a-slow' as ShopId);
  const quick = await used.addShop('b-quick' as ShopId);
  let answer = (): void => undefined;
  slow.meanwhile = () => new Promise((resolve) => (answer = resolve));
  quick.pages = { return: [[change('r1', 1)]] };

  const started = start(used, [slow, quick]);

  await waitFor(async () => (await used.events()).length === 1, {
    what: 'the change of the quick shop',
  });
  const stopped = started.stop();
  answer();
  await stopped;
  expect(slow.asked).toHaveLength(1);
  expect(quick.asked).toHaveLength(7);
});

it('that a shop refuses us is kept for the screens, and forgotten when it lets us in again', async () => {
  const used = await polling();
  const shop = await used.addShop();
  const unreachable = async () => (await findShop(used.pool, shop.id))?.settings.unreachable;
  shop.meanwhile = () => Promise.reject(new Failure('shop_auth', 'The shop refused us.'));

  const refused = start(used, [shop]);
  await waitFor(async () => (await unreachable()) === 'The shop refused us.', {
    what: 'the refusal to be kept',
  });
  await refused.stop();
  shop.meanwhile = () => Promise.resolve();
  const welcome = start(used, [shop]);

  await waitFor(async () => (await unreachable()) === undefined, {
    what: 'the refusal to be forgotten',
  });
  await welcome.stop();
});
