import { expect, it } from 'vitest';
import { at } from '../books/carts.ts';
import { useShops } from '../use-shop.ts';
import { customerOf, leaveCart, meetCustomers } from './people-kit.ts';

const useShop = useShops();

it('what a shop says of consent is on the person, and opts out where the admin’s table says so', async () => {
  const table = { marketing: { refused: { optOut: true } } };
  const shop = await useShop({ settings: { consent: table } });
  const say = (marketing: boolean | null, hour: number): Promise<unknown> => {
    const consent = { marketing, cartMail: true };
    const loyaltyPoints = '120' as never;
    const modifiedAt = at(hour);
    return meetCustomers(shop, [
      customerOf('11', 'kim@example.com', { consent, loyaltyPoints, modifiedAt }),
    ]);
  };
  const consents = (): unknown =>
    shop.org.query(
      `SELECT Marketing_Consent__c, Cart_Mail_Consent__c, Loyalty_Points__c, HasOptedOutOfEmail,
              Cart_Status__c FROM Lead`,
    )[0];

  await say(null, 10);
  expect(consents()).toMatchObject({
    ...{ Marketing_Consent__c: 'Unknown', Cart_Mail_Consent__c: 'Given', Loyalty_Points__c: 120 },
    HasOptedOutOfEmail: false,
  });

  await say(false, 11);
  await leaveCart(shop, '7', { customerId: '11' });
  expect(consents()).toMatchObject({
    ...{ Marketing_Consent__c: 'Refused', HasOptedOutOfEmail: true, Cart_Status__c: 'None' },
  });

  // An older word that arrives late changes nothing, and nothing ever opts anybody in again.
  await say(true, 10);
  expect(consents()).toMatchObject({ Marketing_Consent__c: 'Refused' });
  await say(true, 12);
  expect(consents()).toMatchObject({ Marketing_Consent__c: 'Given', HasOptedOutOfEmail: true });
});
