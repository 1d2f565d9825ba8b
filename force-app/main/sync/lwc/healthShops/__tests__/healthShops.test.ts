import { expect, jest, test } from '@jest/globals';
import HealthShops from 'c/healthShops';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';

const SHOP = {
  ...{ id: 'a02', name: 'Sample Shop', status: 'Reconnect Needed', lastSuccessAt: minutesAgo(3) },
  ...{ hooksAlive: 2, hooksWanted: 3, hooksCheckedAt: minutesAgo(4) },
};
const NEW = { ...SHOP, id: 'a03', name: 'New', status: '', lastSuccessAt: '', hooksAlive: null };

test('a shop shows its status, its webhooks and when something last came', async () => {
  const shops = show(HealthShops, { shops: [SHOP, NEW], mayAsk: true });
  const cells = textsOf(shops, 'tbody td').map((text) => text.replace(/\s+/g, ' '));
  expect(cells[0]).toBe('c.Health_Reconnect');
  expect(cells[2]).toBe('3 minutes ago');
  expect(cells[4]).toBe('c.Health_Unknown');
  expect(cells[6]).toBe('c.Health_No_Success');
  await expectAccessible(shops);
});

test('its webhooks are repaired by a job about it', () => {
  const shops = show(HealthShops, { shops: [SHOP], mayAsk: true });
  const asked = jest.fn();
  shops.addEventListener('ask', (event) => asked((event as CustomEvent).detail));
  find(shops, 'lightning-button').click();
  expect(asked).toHaveBeenCalledWith({ type: 'Repair Webhooks', shopId: 'a02' });
});

test('who may not ask sees no button', () => {
  const shops = show(HealthShops, { shops: [SHOP], mayAsk: false });
  expect(isShown(shops, 'lightning-button')).toBe(false);
});

test('without a shop the Setup Assistant is offered', async () => {
  const shops = show(HealthShops, { shops: [] });
  expect(find(shops, 'c-empty-state').heading).toBe('c.Health_No_Shops');
  await expectAccessible(shops);
});
