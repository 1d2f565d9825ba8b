import type { Delivered } from '../../deliver/deliver.ts';
import { asPersonAccount } from '../../deliver/person-account.ts';
import type { Row, Unit } from '../../deliver/row.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId, RecordKey, SalesforceId } from '../../shared/ids.ts';
import type { CartBlock } from '../books/cart-block.ts';
import { NO_TOTALS } from '../books/order-ledger.ts';
import type { Money } from '../canonical.ts';
import { shopInput } from '../mapping/input-of.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import { activeTarget, mapFields, type Mapper } from '../rows/map-row.ts';
import type { PersonObject } from './person.ts';

/** A record in Salesforce that shows a person a second time, and must stop to. */
export interface Emptying {
  person: PersonId;
  id: SalesforceId;
  /** A unit of its own, for it is no record of the shop. */
  unit: Unit;
}

/**
 * What is to be said once on the surplus records of these people: no cart, no purchases. Explicit
 * values, as Account Engagement would fill a blank with what it had; moments and names stay.
 */
export async function surplusOf(
  pool: Pool,
  mapper: Mapper,
  people: PersonId[],
): Promise<Emptying[]> {
  if (people.length === 0) return [];
  const { rows } = await pool.query<{ person: PersonId; id: SalesforceId; object: PersonObject }>(
    `select person_id as person, salesforce_id as id, object from cartbridge.former_link
     where person_id = any($1::uuid[]) and why = 'Surplus' and emptied_at is null`,
    [people],
  );
  return rows.flatMap(({ person, id, object }) => {
    const row = emptyRow(mapper, object, id);
    return row ? { person, id, unit: { key: `surplus:${id}` as RecordKey, rows: [row] } } : [];
  });
}

const KNOWN = { isKnown: true };

function emptyRow(mapper: Mapper, object: PersonObject, id: SalesforceId): Row | null {
  const { shop } = mapper;
  const cart: CartBlock = {
    ...{ status: 'None', abandonedAt: null, timesAbandoned: 0 },
    ...{ value: '0' as Money, currency: shop.currency, itemCount: 0 },
    ...{ firstItems: ['None'], imageUrl: 'None', url: shop.storefrontUrl },
  };
  const silent = { ...shopInput(shop), customerKey: null, profile: null, consent: null };
  const input: PersonInput = {
    ...{ ...silent, cart },
    totals: { ...NO_TOTALS, currency: shop.currency },
  };
  const target = activeTarget(mapper, object === 'Account' ? 'Contact' : object, input);
  if (!target) return null;
  const saysOf = (one: PersonInput): Row['fields'] =>
    mapFields(target, one, {}, KNOWN).fields.fields;
  const besides = saysOf({ ...silent, cart: null, totals: null });
  const fields = Object.fromEntries(
    Object.entries(saysOf(input)).filter(
      ([field, value]) => value !== null && value !== '' && !Object.hasOwn(besides, field),
    ),
  );
  const said = { fields, references: {} };
  const whole = object === 'Account' ? asPersonAccount(said) : said;
  return { object, key: `surplus:${id}`, target: { id }, ...whole };
}

/**
 * Remembers which were emptied, and says whose could not be: their records come again, or a cart mail
 * could follow a purchase. One that is gone from Salesforce is as empty as can be.
 */
export async function settleSurplus(
  pool: Pool,
  all: Emptying[],
  delivered: Delivered,
): Promise<Map<PersonId, Failure>> {
  const failed = new Map<PersonId, Failure>();
  const emptied: SalesforceId[] = [];
  for (const { person, id, unit } of all) {
    const result = delivered.units.get(unit.key);
    if (!result) throw new Error(`Nothing was delivered for ${unit.key}.`);
    if (!result.ok && result.failure.kind !== 'link_lost') failed.set(person, result.failure);
    else emptied.push(id);
  }
  if (emptied.length > 0) {
    await pool.query(
      `with emptied as (
         update cartbridge.former_link set emptied_at = now()
         where person_id = any($1::uuid[]) and salesforce_id = any($2)
         returning org_id, object, salesforce_id
       )
       -- It is never written again; what is counted among what was written are people.
       delete from cartbridge.written using emptied
       where written.org_id = emptied.org_id and written.object = emptied.object
         and written.external_id = 'surplus:' || emptied.salesforce_id`,
      [all.map(({ person }) => person), emptied],
    );
  }
  return failed;
}
