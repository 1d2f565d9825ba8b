import { expect, it } from 'vitest';
import { at } from '../books/carts.ts';
import { useShops } from '../use-shop.ts';
import { customerOf, meetCustomers } from './people-kit.ts';

const useShop = useShops();

it('a look at a subscriber changes the consent of the customer it belongs to, and makes nobody', async () => {
  const shop = await useShop();
  const said = (marketing: boolean, hour: number): ReturnType<typeof customerOf> => {
    const consent = { marketing, cartMail: true };
    return customerOf('11', 'kim@example.com', { consent, modifiedAt: at(hour) });
  };
  await meetCustomers(shop, [said(true, 10)]);
  // The reader answers with the customer's own record, whatever the look was called.
  shop.customers.set('subscriber:5', said(false, 11));

  const [changed, unknown] = await shop.compose(['customer:subscriber:5', 'customer:subscriber:6']);

  expect(changed).toMatchObject({ result: 'written' });
  expect(unknown).toMatchObject({ result: 'ignored' });
  expect(shop.org.query('SELECT Email, Marketing_Consent__c FROM Lead')).toMatchObject([
    { Email: 'kim@example.com', Marketing_Consent__c: 'Refused' },
  ]);
  const { rows } = await shop.pool.query('select key from cartbridge.person_key');
  expect(JSON.stringify(rows)).not.toContain('subscriber');
});
