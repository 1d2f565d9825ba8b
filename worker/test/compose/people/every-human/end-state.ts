import type { LocalOrg } from '../../../../stand-ins/salesforce/start.ts';
import type { Pool } from '../../../../src/shared/database/pool.ts';

export interface LiveFields {
  object: 'Lead' | 'Contact';
  customerKey: string | null;
  orderCount: number | null;
  totalSpend: number | null;
  cartStatus: string | null;
  cartUrl: string | null;
}

/** What the books and Salesforce hold in the end, read once for all stories. */
export interface EndState {
  /** Name → person of the books. */
  personOf: Map<string, string>;
  linkOf: Map<string, string | null>;
  /** Address → the records of all who go by it. */
  sharing: Map<string, string[]>;
  /** Records that show a person a second time, and whether people are asked to merge them. */
  surplusOf: Map<string, { id: string; isAsked: boolean }[]>;
  /** Orders and carts, by key. */
  ownerOf: Map<string, string>;
  /** Leads that are not converted, and Contacts. */
  live: Map<string, LiveFields>;
  /** Where orders and carts in Salesforce point at. */
  pointing: Map<string, { lead: string | null; contact: string | null }>;
  /** Records in Salesforce that bear something of ours and a key of one of these names. */
  recordsOf(names: string[]): string[];
}

export async function readEnd(pool: Pool, org: LocalOrg): Promise<EndState> {
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await pool.query<Row>(sql)).rows;
  const names = await rows<{ key: string; person: string }>(
    'select key, person_id as person from cartbridge.person_key',
  );
  const people = await rows<{ id: string; email: string | null; link: string | null }>(
    'select id, email, salesforce_id as link from cartbridge.person',
  );
  const surplus = await rows<{ person: string; id: string; isAsked: boolean }>(
    `select person_id as person, salesforce_id as id, exists (
       select from cartbridge.match_review as review
       where review.person_id = former_link.person_id and status = 'Open'
         and reason = 'Same Shopper Twice') as "isAsked"
     from cartbridge.former_link where why = 'Surplus'`,
  );
  const owners = await rows<{ key: string; person: string }>(
    `select key, person_id as person from cartbridge.order_ledger where person_id is not null
     union all select key, person_id from cartbridge.cart_ledger where person_id is not null`,
  );
  const live = new Map(
    (['Lead', 'Contact'] as const).flatMap((object) =>
      org
        .query(
          `SELECT Id, Customer_Key__c, Order_Count__c, Total_Spend__c, Cart_Status__c, Cart_URL__c FROM ${object}` +
            (object === 'Lead' ? ' WHERE IsConverted = false' : ''),
        )
        .map((record): [string, LiveFields] => [
          String(record.Id),
          {
            object,
            customerKey: record.Customer_Key__c as string | null,
            orderCount: record.Order_Count__c as number | null,
            totalSpend: record.Total_Spend__c as number | null,
            cartStatus: record.Cart_Status__c as string | null,
            cartUrl: record.Cart_URL__c as string | null,
          },
        ]),
    ),
  );
  const pointing = new Map(
    ['Order__c', 'Cart__c'].flatMap((object) =>
      org
        .query(`SELECT External_Id__c, Lead__c, Contact__c FROM ${object}`)
        .map((record): [string, { lead: string | null; contact: string | null }] => [
          String(record.External_Id__c),
          { lead: record.Lead__c as string | null, contact: record.Contact__c as string | null },
        ]),
    ),
  );
  const byKey = Map.groupBy(live, ([, { customerKey }]) => customerKey);
  return {
    personOf: new Map(names.map(({ key, person }) => [key, person])),
    linkOf: new Map(people.map(({ id, link }) => [id, link])),
    sharing: new Map(
      [...Map.groupBy(people, ({ email }) => email ?? '')].map(([email, all]) => [
        email,
        all.flatMap(({ link }) => link ?? []),
      ]),
    ),
    surplusOf: Map.groupBy(surplus, ({ person }) => person),
    ownerOf: new Map(owners.map(({ key, person }) => [key, person])),
    ...{ live, pointing },
    recordsOf: (some) => some.flatMap((name) => (byKey.get(name) ?? []).map(([id]) => id)),
  };
}
