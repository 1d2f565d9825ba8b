import { describe, expect, it } from 'vitest';
import { tablesWithAddress } from '../../../src/control/privacy/search-tables.ts';
import { lift } from '../../../src/control/privacy/lift.ts';
import type { OrgId } from '../../../src/shared/ids.ts';
import { shipmentOf } from '../../compose/books/part-fixture.ts';
import { customerOf, leaveCart, meetCustomers } from '../../compose/people/people-kit.ts';
import { useShops } from '../../compose/use-shop.ts';
import { ADA, booksOf, fillPlaces, KIM, putStranger, withPrivacy } from './privacy-kit.ts';

const useShop = useShops();

const PERSON = `SELECT FirstName, LastName, Email, Phone, Customer_Key__c, HasOptedOutOfEmail,
  Cart_Status__c, Cart_Value__c, Total_Spend__c, Order_Count__c FROM Lead`;

describe('an erasure', () => {
  it('takes somebody out of every place, leaves the totals of the books, and lets them in no more', async () => {
    const shop = await useShop();
    await fillPlaces(shop);
    await putStranger(shop);
    const { preview, erase, deliver, find, vault } = withPrivacy(shop);
    const books = await booksOf(shop);

    const before = await preview();
    expect(placesIn(before.places)).toEqual({
      ...{ event: 4, correction: 1, cart_ledger: 1, order_ledger: 1, order_part: 2 },
      ...{ person: 1, person_key: 3, Lead: 1, Order__c: 2, Cart__c: 1, Cart_Item__c: 2 },
      ...{ Shipment__c: 1, Return__c: 1, Sync_Issue__c: 1, Sync_Result__c: 1, written: 8 },
    });
    expect(before.records).toMatchObject([
      { object: 'Lead', madeBy: 'Cartbridge', what: 'anonymise' },
    ]);

    const receipt = await erase(before.token);

    expect(receipt, JSON.stringify(receipt.remaining)).toMatchObject({
      verified: true,
      remaining: [],
    });
    expect(JSON.stringify(receipt)).not.toMatch(/kim|berg/i);
    expect(receipt.logKeys).toContain('bc1:order:1');
    expect(await booksOf(shop)).toEqual(books);
    expect(await tablesWithAddress(shop.pool, 'org-1' as OrgId, { addresses: [KIM] })).toEqual([]);
    expect(shop.org.query(`${PERSON} WHERE FirstName = 'Erased'`)).toMatchObject([
      {
        ...{ LastName: 'Erased', Phone: 'Erased', HasOptedOutOfEmail: true },
        Email: expect.stringMatching(/^erased-[0-9a-f]{16}@erased\.invalid$/) as string,
        Customer_Key__c: expect.stringMatching(/^erased:/) as string,
        ...{ Cart_Status__c: 'None', Cart_Value__c: 0, Total_Spend__c: 0, Order_Count__c: 0 },
      },
    ]);
    expect(
      shop.org.query(
        `SELECT Name, Total__c, Email__c, Ship_To_City__c, Customer_Key__c, Lead__c FROM Order__c
         WHERE External_Id__c = 'bc1:order:1'`,
      ),
    ).toMatchObject([
      {
        ...{ Name: '1', Total__c: 62.68 },
        ...{ Email__c: null, Ship_To_City__c: null, Customer_Key__c: null, Lead__c: null },
      },
    ]);

    // Nobody else is touched: not Ada, whose event named Kim, nor who only ends like Kim.
    expect(shop.org.query(`${PERSON} WHERE Email = '${ADA}'`)).toMatchObject([
      { FirstName: 'Ada', Order_Count__c: 1, Total_Spend__c: 20 },
    ]);
    const orders = `SELECT Email__c, Customer_Key__c, Lead__r.Email FROM Order__c WHERE Name = '2'`;
    expect(shop.org.query(orders)).toMatchObject([
      { Email__c: null, Customer_Key__c: 'bc1:customer:12', Lead__r: { Email: ADA } },
    ]);
    const events = await shop.pool.query('select body from cartbridge.event');
    expect(events.rows).toEqual([{ body: `{"giftTo":"erased@erased.invalid","from":"x${KIM}"}` }]);
    const others = await shop.pool.query(
      `select email from cartbridge.person where org_id = 'org-2'`,
    );
    expect(others.rows).toEqual([{ email: KIM }]);

    // The shop goes on telling of them.
    const written = shop.org.journal.list().length;
    shop.putOrder({ id: '3', customerId: null, email: KIM });
    shop.putOrder({ id: '1', customerId: '11', amount: '62.68' });
    for (const name of ['customer:11', 'order:1', 'order:3', 'cart:7', 'shipment:s1'])
      expect(await deliver(name), name).toMatchObject({
        result: 'ignored',
        details: { why: 'erased' },
      });
    expect(shop.org.journal.list().length, 'calls to Salesforce for somebody erased').toBe(written);
    expect(await booksOf(shop)).toEqual(books);
    expect(await find()).toMatchObject({ people: [], preview: null });

    // They come back, and say so: what was erased stays out all the same.
    expect(await lift(shop.pool, vault, shop.client, { email: KIM })).toBeGreaterThan(2);
    expect(await deliver('order:3')).toMatchObject({ result: 'written' });
    expect(await deliver('order:1')).toMatchObject({ details: { why: 'erased' } });
  });

  it('that is cut off at any step is finished by asking again', async () => {
    const shop = await useShop();
    await fillPlaces(shop);
    const { preview, erase, deliver } = withPrivacy(shop);
    const books = await booksOf(shop);
    const { token } = await preview();
    for (const cutOff of ['begin', 'salesforce', 'books', 'verify', 'finish'] as const) {
      const onStep = (step: string): void => {
        if (step === cutOff) throw new Error('The power went out.');
      };
      await expect(erase(token, { onStep })).rejects.toThrow('The power went out.');
      if (cutOff === 'salesforce')
        expect(await deliver('customer:11')).toMatchObject({ details: { why: 'erased' } });
    }

    const receipt = await erase(token);
    expect(receipt).toMatchObject({ verified: true });
    expect(placesIn(receipt.places)).toMatchObject({ person: 1, Order__c: 2, Lead: 1 });
    expect(await booksOf(shop)).toEqual(books);
    const { rows } = await shop.pool.query(
      'select plan, done_at is not null as done from cartbridge.erasure',
    );
    expect(rows).toEqual([{ plan: null, done: true }]);

    // Asked once more it only shows the receipt.
    const calls = shop.apiCalls();
    expect(await erase(token)).toEqual(receipt);
    expect(shop.apiCalls()).toBe(calls);
  });

  it('needs the token of what is held now', async () => {
    const shop = await useShop();
    await fillPlaces(shop);
    const { preview, erase } = withPrivacy(shop);
    const { token } = await preview();
    await expect(erase('guessed')).rejects.toThrow('changed since the preview');
    await expect(erase(token, { mode: 'unlink' })).rejects.toThrow('changed since the preview');

    shop.putOrder({ id: '3', customerId: '11' });
    await shop.compose(['order:3']);
    await expect(erase(token)).rejects.toThrow('changed since the preview');
    expect(shop.org.query(`${PERSON} WHERE Email = '${KIM}'`)).toHaveLength(1);
  });

  it('leaves the name and address of a record that people made, unless they say otherwise', async () => {
    const shop = await useShop();
    const account = await shop.admin('POST', 'Account', { Name: 'Berg & Sons' });
    const { id } = await shop.admin('POST', 'Contact', {
      AccountId: account.id,
      ...{ FirstName: 'Kim', LastName: 'Berg', Email: KIM, Title: 'Buyer' },
    });
    await fillPlaces(shop);
    const { preview, erase } = withPrivacy(shop);
    const own = await preview();
    expect(own.records).toEqual([{ object: 'Contact', id, madeBy: 'people', what: 'unlink' }]);
    expect(own.leftToDo.join(' ')).toContain(`Contact ${id} was made by your people`);

    await erase(own.token);
    const person = `SELECT LastName, Email, Title, Cart_Status__c, Total_Spend__c FROM Contact`;
    expect(shop.org.query(person)).toMatchObject([
      { LastName: 'Berg', Email: KIM, Title: 'Buyer', Cart_Status__c: 'None', Total_Spend__c: 0 },
    ]);
  });
});

it('an erasure finds everything where the package is installed with its namespace', async () => {
  const shop = await useShop({ namespace: 'cartbridge' });
  await meetCustomers(shop, [customerOf('11', KIM)]);
  shop.putOrder({ id: '1', customerId: '11', amount: '62.68' });
  shop.shipments.set('s1', shipmentOf('1', undefined, 's1'));
  await shop.compose(['order:1', 'shipment:s1']);
  await leaveCart(shop, '7', { customerId: '11' });
  const { preview, erase } = withPrivacy(shop);

  const { places, token } = await preview();
  expect(placesIn(places)).toMatchObject({
    ...{ Lead: 1, Order__c: 1, Cart__c: 1, Cart_Item__c: 2, Shipment__c: 1 },
  });
  expect(await erase(token)).toMatchObject({ verified: true });
  expect(
    shop.org.query(
      `SELECT cartbridge__Email__c, cartbridge__Lead__c, cartbridge__Total__c
       FROM cartbridge__Order__c`,
    ),
  ).toMatchObject([
    { cartbridge__Email__c: null, cartbridge__Lead__c: null, cartbridge__Total__c: 62.68 },
  ]);
  expect(shop.org.query('SELECT LastName, cartbridge__Cart_Status__c FROM Lead')).toMatchObject([
    { LastName: 'Erased', cartbridge__Cart_Status__c: 'None' },
  ]);
});

function placesIn(places: { place: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(places.map(({ place, count }) => [place, count]));
}
