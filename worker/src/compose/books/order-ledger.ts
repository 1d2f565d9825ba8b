import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId, PersonId, RecordKey } from '../../shared/ids.ts';
import { minorDigits, multiply, round, type Decimal } from '../../shared/money.ts';
import { instantOf, type Instant } from '../../shared/time.ts';
import type { CanonicalOrderStatus, Order } from '../canonical.ts';

/** Orders that were called off or wholly paid back are no purchases. */
const NOT_COUNTED: ReadonlySet<CanonicalOrderStatus> = new Set([
  'Incomplete',
  'Cancelled',
  'Declined',
  'Refunded',
]);

export function isPurchase(order: Order): boolean {
  return !NOT_COUNTED.has(order.status);
}

/** What an order was spent on, for a person's interests. */
export interface Interest {
  name: string;
  amount: string;
}

/** An order to book, whose it is, and what it was spent on. */
export interface OrderNews {
  key: RecordKey;
  order: Order;
  /** Null: the order names nobody; whoever was known before stays. */
  person: PersonId | null;
  interests: Interest[];
}

/**
 * Books orders in one statement and returns the keys of those that were news. Where the books
 * already hold newer news of an order (by the shop's own modified time) nothing may be written
 * anywhere. Each key may come once.
 */
export async function bookOrders(
  db: Queryable,
  org: OrgId,
  shopCurrency: string,
  news: OrderNews[],
): Promise<Set<RecordKey>> {
  if (news.length === 0) return new Set();
  const rows = news.map((one) => toRow(one, shopCurrency));
  const { rows: booked } = await db.query<{ key: RecordKey }>(
    // A row locks its person, and everybody locks people in the order of their ids.
    `insert into cartbridge.order_ledger
       (key, org_id, person_id, number, counted, placed_at, net, currency, refunded, interests, modified_at)
     select key, $1, person_id, number, counted, placed_at, net, currency, refunded, interests, modified_at
     from unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[], $6::timestamptz[],
                 $7::numeric[], $8::text[], $9::boolean[], $10::jsonb[], $11::timestamptz[])
       as news (key, person_id, number, counted, placed_at, net, currency, refunded, interests, modified_at)
     order by person_id, key
     on conflict (key) do update set
       person_id = coalesce(excluded.person_id, order_ledger.person_id), number = excluded.number,
       counted = excluded.counted, placed_at = excluded.placed_at, net = excluded.net,
       currency = excluded.currency, refunded = order_ledger.refunded or excluded.refunded,
       interests = excluded.interests, modified_at = excluded.modified_at
     where order_ledger.modified_at <= excluded.modified_at
     returning key`,
    [
      org,
      rows.map(({ key }) => key),
      rows.map(({ person }) => person),
      rows.map(({ number }) => number),
      rows.map(({ counted }) => counted),
      rows.map(({ placedAt }) => placedAt),
      rows.map(({ net }) => net),
      rows.map(({ currency }) => currency),
      rows.map(({ refunded }) => refunded),
      rows.map(({ interests }) => interests),
      rows.map(({ modifiedAt }) => modifiedAt),
    ],
  );
  return new Set(booked.map(({ key }) => key));
}

function toRow({ key, order, person, interests }: OrderNews, shopCurrency: string) {
  const { currency, amount } = shopAmounts(order, shopCurrency);
  return {
    key,
    person,
    currency,
    number: order.number,
    counted: isPurchase(order),
    placedAt: order.placedAt,
    net: amount(order.net),
    refunded: order.net !== order.total,
    interests: JSON.stringify(interests.map((one) => ({ ...one, amount: amount(one.amount) }))),
    modifiedAt: order.modifiedAt,
  };
}

/** Totals add up in the shop's currency; an order without a rate stays in its own. */
function shopAmounts(
  { currency, rateToShop, shopCurrency }: Order,
  fallback: string,
): { currency: string; amount: (own: string) => string } {
  const target = shopCurrency ?? fallback;
  if (currency === target || rateToShop === null) return { currency, amount: (own) => own };
  const digits = minorDigits(target);
  return { currency: target, amount: (own) => round(multiply(own, rateToShop), digits) };
}

/** Whose these orders are, as far as the books know, and which of them had refunds. */
export async function knownOrders(
  db: Queryable,
  keys: RecordKey[],
): Promise<Map<RecordKey, { person: PersonId | null; refunded: boolean }>> {
  const { rows } = await db.query<{ key: RecordKey; person: PersonId | null; refunded: boolean }>(
    'select key, person_id as person, refunded from cartbridge.order_ledger where key = any($1)',
    [keys],
  );
  return new Map(rows.map(({ key, person, refunded }) => [key, { person, refunded }]));
}

/** A person's purchases so far, exact, in the currency of the latest one. */
export interface Totals {
  firstOrderAt: Instant | null;
  lastOrderAt: Instant | null;
  lastOrderNumber: string | null;
  orderCount: number;
  totalSpend: Decimal;
  averageOrderValue: Decimal;
  currency: string | null;
  /** Category names, most money first. */
  interests: string[];
}

const INTERESTS = 5;

/** Purchases in another currency than the latest one's cannot be added to it and are left out. */
export async function totalsOf(db: Queryable, people: PersonId[]): Promise<Map<PersonId, Totals>> {
  const { rows } = await db.query<TotalsRow>(
    `with mine as (
       select *, first_value(currency) over (
         partition by person_id order by placed_at desc, key desc) as latest_currency
       from cartbridge.order_ledger
       where person_id = any($1::uuid[]) and counted
     ), summed as (
       select person_id, min(placed_at) as first_at, max(placed_at) as last_at,
              (array_agg(number order by placed_at desc, key desc))[1] as last_number,
              count(*)::int as count, sum(net)::text as total, avg(net)::text as average,
              max(latest_currency) as currency
       from mine where currency = latest_currency group by person_id
     ), liked as (
       select person_id, array_agg(name order by amount desc, name) as names
       from (
         select person_id, interest->>'name' as name, sum((interest->>'amount')::numeric) as amount
         from mine, jsonb_array_elements(interests) as interest
         where currency = latest_currency
         group by person_id, name
       ) as by_name
       group by person_id
     )
     select person_id as person, first_at as "firstAt", last_at as "lastAt",
            last_number as "lastNumber", count, total, average, currency, names
     from summed left join liked using (person_id)`,
    [people],
  );
  return new Map(rows.map((row) => [row.person, toTotals(row)]));
}

interface TotalsRow {
  person: PersonId;
  firstAt: Date;
  lastAt: Date;
  lastNumber: string;
  count: number;
  total: string;
  average: string;
  currency: string;
  names: string[] | null;
}

function toTotals(row: TotalsRow): Totals {
  const digits = minorDigits(row.currency);
  return {
    firstOrderAt: instantOf(row.firstAt),
    lastOrderAt: instantOf(row.lastAt),
    lastOrderNumber: row.lastNumber,
    orderCount: row.count,
    totalSpend: round(row.total, digits),
    averageOrderValue: round(row.average, digits),
    currency: row.currency,
    interests: (row.names ?? []).slice(0, INTERESTS),
  };
}

/** Of somebody who bought nothing that counts. */
export const NO_TOTALS: Totals = {
  firstOrderAt: null,
  lastOrderAt: null,
  lastOrderNumber: null,
  orderCount: 0,
  totalSpend: '0' as Decimal,
  averageOrderValue: '0' as Decimal,
  currency: null,
  interests: [],
};
