import { expect, it } from 'vitest';
import { changeSettings } from '../../../src/control/jobs/change-settings.ts';
import type { Job, JobContext } from '../../../src/control/jobs/job.ts';
import { findShop } from '../../../src/shared/shops.ts';
import { failureIn } from '../../deliver/rows.ts';
import { ORG, SHOP, usePolling } from './polling-kit.ts';

const polling = usePolling();

it('an admin changes after how many minutes a cart of a shop counts as abandoned', async () => {
  const { pool, addShop } = await polling();
  const shop = await addShop(SHOP, { feed: 'webhooks', paths: {} });
  const context = { pool, client: { org: { id: ORG } }, openShop: shop.open } as unknown;
  const change = (input: unknown, shopId: Job['shopId'] = SHOP) =>
    changeSettings(context as JobContext, { type: 'Change Settings', shopId, input } as Job);
  const settings = async () => (await findShop(pool, SHOP))?.settings;

  expect(await change({ idleMinutes: 45 })).toMatchObject({ status: 'Done' });
  expect(await settings()).toEqual({
    ...{ feed: 'webhooks', paths: {}, idleMinutes: 45, watchesCarts: true },
  });

  await change({ idleMinutes: null });
  expect(await settings()).toEqual({ feed: 'webhooks', paths: {} });

  expect((await failureIn(change({ idleMinutes: 1 }))).message).toMatch(/idleMinutes/);
  expect((await failureIn(change({ idleMinutes: 45 }, null))).message).toMatch(/names none/);
});
