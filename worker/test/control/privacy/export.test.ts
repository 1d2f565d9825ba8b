import { expect, it } from 'vitest';
import { exportPerson } from '../../../src/control/privacy/export.ts';
import { erasePerson } from '../../../src/control/privacy/erase.ts';
import { previewPerson } from '../../../src/control/privacy/preview.ts';
import type { Request } from '../../../src/control/privacy/preview.ts';
import { useShops } from '../../compose/use-shop.ts';
import { ADA, fillPlaces, KIM, withPrivacy } from './privacy-kit.ts';

const useShop = useShops();

it('an export gives everything about somebody, by place, and nothing about anybody else', async () => {
  const shop = await useShop();
  await fillPlaces(shop);
  const { preview } = withPrivacy(shop);
  const { places: previewed } = await preview();

  const request: Request = { question: { email: KIM }, mode: 'auto', job: null };
  const { document, places } = await exportPerson(shop.pool, shop.client, request);

  expect(Object.keys(document.places).sort()).toEqual(places.map(({ place }) => place).sort());
  expect(document.mentions).toMatchObject({
    event: [expect.any(String)],
    Order__c: [expect.any(String)],
  });
  expect(places.map(({ place }) => place)).toEqual(
    expect.arrayContaining(previewed.map(({ place }) => place)),
  );
  for (const { place } of places)
    expect(document.about.parts[`places.${place}`], place).toMatch(/\.$/);
  expect(document.places).toMatchObject({
    person: [{ customer_key: 'bc1:customer:11', email: KIM }],
    order_ledger: [{ key: 'bc1:order:1', net: 62.68 }],
    Lead: [{ FirstName: 'Kim', Email: KIM, Cart_Status__c: 'Abandoned' }],
    Order__c: [{ Name: '1', Total__c: 62.68, Email__c: KIM }],
    Sync_Result__c: [{ Title__c: 'Sample 0' }],
  });
  expect(JSON.stringify(document)).not.toContain(ADA);
});

it('somebody of several who share an address is chosen, and the others keep it', async () => {
  const shop = await useShop();
  await fillPlaces(shop);
  const ada = shop.customers.get('12');
  if (!ada) throw new Error('Ada is no customer.');
  shop.customers.set('13', { ...ada, id: '13', email: KIM });
  await shop.compose(['customer:13']);
  const { find, vault } = withPrivacy(shop);
  const { people, chosen, preview } = await find();
  expect({ chosen, preview }).toEqual({ chosen: null, preview: null });
  expect(people).toMatchObject([
    { customerKey: 'bc1:customer:11', orders: 1, carts: 1 },
    { customerKey: 'bc1:customer:13', orders: 0, carts: 0 },
  ]);

  const [kim, other] = people;
  if (!kim || !other) throw new Error('Two people have the address.');
  const { pool, client } = shop;
  const request: Request = {
    ...{ question: { email: KIM }, mode: 'auto', job: null },
    people: [kim.id],
  };
  const answer = await previewPerson(pool, client, request);
  const parts = { pool, client, vault, askedBy: 'a test' };
  const receipt = await erasePerson(parts, request, answer.preview?.token ?? '');

  expect(receipt).toMatchObject({ verified: true });
  expect((await find()).people).toMatchObject([{ id: other.id }]);
  const reviews = await pool.query<{ who: string; candidates: unknown[] }>(
    `select person_id as who, evidence->'candidates' as candidates from cartbridge.match_review`,
  );
  // Whether the other one is the first one's Lead is no question any more.
  expect(reviews.rows).toEqual([{ who: other.id, candidates: [] }]);
});
