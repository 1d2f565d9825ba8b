import { expect, it } from 'vitest';
import { identify } from '../../../src/compose/people/identify.ts';
import { beginErasure, liftErasure, type Plan } from '../../../src/control/privacy/erasures.ts';
import { personChanges } from '../../../src/control/privacy/person-changes.ts';
import { tellReviews } from '../../../src/control/report/tell-reviews.ts';
import { findErased } from '../../../src/shared/erased-names.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import { settingsShape } from '../../../src/shared/orgs.ts';
import { createLog } from '../../../src/shared/log.ts';
import { useShops } from '../../compose/use-shop.ts';
import { fillPlaces, KIM, withPrivacy } from './privacy-kit.ts';

const useShop = useShops();
const SHOP = 'bc1' as ShopId;

const text = (name: string) => ({
  ...{ name, type: 'string', updateable: true, nillable: true, length: 80 },
});

it.each([
  ['Contact', 'Favorite_Color__c', 'Shoe_Size__c'],
  ['Account', 'Favorite_Color__pc', 'Shoe_Size__pc'],
] as const)('of people’s own %s what a mapping wrote goes, and no other field', (object, a, b) => {
  const values = { [a]: 'green', [b]: '38', Phone: '+49 30 1234567' };
  const fields = [a, b, 'Phone'].map(text);
  const mapped = new Set([a, 'Phone']);
  const record = { object, id: '1', values };
  expect(personChanges(record, 'unlink', fields, mapped, 'tag').fields).toEqual({ [a]: 'Erased' });
});

it('an erasure takes exports in all their parts, carts called idle, and candidates of old reviews', async () => {
  const shop = await useShop();
  await fillPlaces(shop);
  const { pool, client } = shop;
  const job = await shop.admin('POST', 'Sync_Job__c', {
    ...{ Type__c: 'Export Person', Status__c: 'Done', Message__c: `${KIM} was asked for.` },
  });
  for (const [sort, said] of [JSON.stringify(['bc1:order:1']), 'Lindenweg 4'].entries())
    await shop.admin('POST', 'Sync_Result__c', {
      ...{ Sync_Job__c: job.id, Sort__c: sort, Kind__c: 'Person Export', Title__c: `${sort}` },
      ...{ Result_Key__c: `export-${sort}`, Data__c: JSON.stringify({ text: said }) },
    });
  await pool.query(
    `insert into cartbridge.polled (shop_id, kind, record_id, version) values
       ('bc1', 'idle', '7', '1'), ('bc1', 'idle', '8', '1')`,
  );
  const told = { name: 'Ada', email: 'ada@example.com', customerKey: 'bc1:customer:12' };
  await pool.query(
    `insert into cartbridge.match_review
       (org_id, shop_id, person_id, reason, status, decision, decided_at, evidence)
     select 'org-1', 'bc1', person.id, 'Several Records Match', 'Decided', 'Leave',
            now() - interval '60 days',
            json_build_object('shopper', $1::json,
              'candidates', json_build_array(json_build_object('id', '003', 'email', $2::text)))
     from cartbridge.person where customer_key = 'bc1:customer:12'`,
    [JSON.stringify(told), KIM],
  );
  const log = createLog('test', 'silent');
  await tellReviews(pool, client, log);
  const evidence = (): string =>
    JSON.stringify(shop.org.query(`SELECT Evidence__c FROM Match_Review__c`));
  expect(evidence(), 'before anybody was erased').toContain(KIM);

  const { preview, erase } = withPrivacy(shop);
  expect(await erase((await preview()).token)).toMatchObject({ verified: true });
  await tellReviews(pool, client, log);

  expect(evidence()).toContain('Ada');
  expect(evidence()).not.toContain(KIM);
  expect(shop.org.query(`SELECT Id FROM Sync_Result__c WHERE Kind__c = 'Person Export'`)).toEqual(
    [],
  );
  expect(shop.org.query(`SELECT Message__c FROM Sync_Job__c WHERE Id = '${job.id}'`)).toMatchObject(
    [{ Message__c: 'Erased.' }],
  );
  const { rows } = await pool.query('select record_id as id from cartbridge.polled');
  expect(rows).toEqual([{ id: '8' }]);
});

it('somebody who is new just when they are erased is not let in, or the erasure asks to look again', async () => {
  const shop = await useShop();
  const { vault } = withPrivacy(shop);
  const { pool, org } = { pool: shop.pool, org: shop.open.shop.orgId };
  const policy = settingsShape.parse({});
  const meet = (): Promise<unknown> =>
    identify(pool, org, SHOP, [{ customerId: '11', email: KIM }], policy, (names, db = pool) =>
      findErased(db, vault, org, names),
    );
  const subject = { people: [], names: ['bc1:customer:11'], addresses: [KIM] };
  const plan: Plan = {
    subject: { ...subject, records: [], salesforce: [] },
    ...{ mode: 'auto', places: [], leftToDo: [] },
  };
  const begin = (token: string): Promise<string> =>
    beginErasure(pool, vault, org, { plan, token, askedBy: 'a test' });

  await begin('before they came');
  await expect(meet()).rejects.toThrow('being erased just now');
  expect((await pool.query('select from cartbridge.person')).rowCount).toBe(0);

  await liftErasure(pool, vault, org, subject.names);
  await meet();
  await expect(begin('after they came')).rejects.toThrow('changed since the preview');
});
