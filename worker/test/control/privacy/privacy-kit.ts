import { randomBytes } from 'node:crypto';
import { erasePerson, type EraseParts } from '../../../src/control/privacy/erase.ts';
import { previewPerson, type Answer, type Preview } from '../../../src/control/privacy/preview.ts';
import type { Receipt } from '../../../src/control/privacy/erasures.ts';
import type { Mode } from '../../../src/control/privacy/person-mode.ts';
import { composeShop } from '../../../src/compose/compose-shop.ts';
import type { Outcome } from '../../../src/compose/task.ts';
import { findErased } from '../../../src/shared/erased-names.ts';
import { recordKey, type ShopId } from '../../../src/shared/ids.ts';
import { createVault, type Vault } from '../../../src/shared/secrets.ts';
import { returnOf, shipmentOf } from '../../compose/books/part-fixture.ts';
import { customerOf, leaveCart, meetCustomers } from '../../compose/people/people-kit.ts';
import type { UsedShop } from '../../compose/use-shop.ts';
import { UNSAID_OF_CUSTOMER } from '../../compose/unsaid.ts';

export const KIM = 'kim@example.com';
export const ADA = 'ada@example.com';
const SHOP = 'bc1' as ShopId;

/** The shop of a test, with what erases people in it. */
export interface Privacy {
  shop: UsedShop;
  vault: Vault;
  find: (email?: string, mode?: Mode) => Promise<Answer>;
  /** The preview of somebody who is known; fails where there is none. */
  preview: (mode?: Mode) => Promise<Preview>;
  erase: (token: string, more?: Partial<EraseParts> & { mode?: Mode }) => Promise<Receipt>;
  /** Brings a record up to date as the worker does, which knows who was erased. */
  deliver: (name: string) => Promise<Outcome | undefined>;
}

export function withPrivacy(shop: UsedShop): Privacy {
  const { pool, client } = shop;
  const vault = createVault([{ kid: 'k1', key: randomBytes(32) }]);
  const asked = (email: string, mode: Mode) => ({ question: { email }, mode, job: null });
  const privacy: Privacy = {
    ...{ shop, vault },
    find: (email = KIM, mode = 'auto') => previewPerson(pool, client, asked(email, mode)),
    async preview(mode = 'auto') {
      const { preview } = await privacy.find(KIM, mode);
      if (!preview) throw new Error('Nothing is held of Kim.');
      return preview;
    },
    erase: (token, { mode = 'auto', ...more } = {}) =>
      erasePerson({ pool, client, vault, askedBy: 'a test', ...more }, asked(KIM, mode), token),
    async deliver(name) {
      const [kind = '', id = ''] = name.split(':');
      const key = recordKey(SHOP, kind, id);
      const org = shop.open.shop.orgId;
      const whoIsErased = (names: string[]): Promise<Set<string>> =>
        findErased(pool, vault, org, names);
      const tasks = [{ key, shopId: SHOP, events: [] }];
      return (await composeShop(pool, client, { ...shop.open, whoIsErased }, tasks)).get(key);
    },
  };
  return privacy;
}

/** Kim and Ada bought, and Kim is everywhere: in the inbox, the books, and what jobs left. */
export async function fillPlaces(shop: UsedShop): Promise<void> {
  const { pool } = shop;
  const billing = {
    ...{ firstName: 'Kim', lastName: 'Berg', company: null, phone: '+49 30 1234567' },
    ...{ street: 'Lindenweg 4', city: 'Berlin', state: null, postalCode: '10969', country: 'DE' },
  };
  await meetCustomers(shop, [
    customerOf('11', KIM, {
      ...UNSAID_OF_CUSTOMER,
      phone: '+49 30 1234567',
      billing: billing as never,
    }),
    customerOf('12', ADA, { firstName: 'Ada' }),
  ]);
  shop.putOrder({ id: '1', customerId: '11', amount: '62.68', returns: [returnOf('1')] });
  // Ada's order was billed to Kim.
  shop.putOrder({ id: '2', customerId: '12', email: KIM, amount: '20' });
  shop.shipments.set('s1', shipmentOf('1', undefined, 's1'));
  await shop.compose(['order:1', 'order:2', 'shipment:s1']);
  await leaveCart(shop, '7', { customerId: '11' });
  await putEvent(shop, 'bc1:order:1', 'parked', { email: KIM });
  await putEvent(shop, 'bc1:cart:7', 'waiting', {});
  await putEvent(shop, 'bc1:customer:11', 'ignored', { customer: { email: KIM } });
  await putEvent(shop, 'bc1:order:2', 'done', { giftTo: KIM.toUpperCase(), from: `x${KIM}` });
  await pool.query(
    `insert into cartbridge.correction (org_id, record_key, object, field, value)
     values ('org-1', 'bc1:order:1', 'Order__c', 'Email__c', $1)`,
    [KIM],
  );
  const job = await shop.admin('POST', 'Sync_Job__c', {
    ...{ Type__c: 'Load Samples', Status__c: 'Done' },
  });
  for (const [sort, email] of [KIM, ADA].entries())
    await shop.admin('POST', 'Sync_Result__c', {
      ...{ Sync_Job__c: job.id, Sort__c: sort, Kind__c: 'order', Title__c: `Sample ${sort}` },
      ...{ Result_Key__c: `sample-${sort}`, Data__c: JSON.stringify({ order: { email } }) },
    });
  await shop.admin('POST', 'Sync_Issue__c', {
    ...{ External_Id__c: 'bc1:order:1', Name: 'order 1', Status__c: 'Open' },
    ...{ What_Happened__c: `${KIM} is refused.`, Payload__c: '{}' },
  });
}

async function putEvent(
  { pool }: UsedShop,
  key: string,
  state: string,
  body: object,
): Promise<void> {
  await pool.query(
    `insert into cartbridge.event
       (org_id, shop_id, scope, record_key, idempotency_key, body, state, reason)
     values ('org-1', 'bc1', 'store/any', $1, $2, $3, $4, $5)`,
    [
      ...[key, randomBytes(8).toString('hex'), JSON.stringify(body), state],
      state === 'parked' ? { kind: 'record_data', message: `${KIM} is refused.` } : null,
    ],
  );
}

/** Somebody with Kim's address, in another org of the same worker. */
export async function putStranger({ pool }: UsedShop): Promise<void> {
  await pool.query(
    `insert into cartbridge.org (id, name, login_url, credentials) values ('org-2', 'b', '', '')`,
  );
  await pool.query(
    `with made as (
       insert into cartbridge.person (org_id, customer_key, email)
       values ('org-2', 'other:customer:11', $1) returning id
     )
     insert into cartbridge.person_key (org_id, key, person_id)
     select 'org-2', 'email:' || $1, id from made`,
    [KIM],
  );
}

/** What the books add up to: orders, what they came to, and what they were spent on. */
export async function booksOf(shop: UsedShop): Promise<unknown> {
  const { rows } = await shop.pool.query(
    `select count(*)::int as orders, sum(net)::text as net, json_agg(interests order by key) as interests
     from cartbridge.order_ledger`,
  );
  return rows[0];
}
