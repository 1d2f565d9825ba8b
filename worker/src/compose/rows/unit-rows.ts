import type { RowProblem } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { Booked } from '../book-records.ts';
import { shopInput } from '../mapping/input-of.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import { cartRows } from './cart-rows.ts';
import { extraRows } from './extra-rows.ts';
import { orderLink, shopLink, type Linked } from './links.ts';
import { joined, type MappedRow, type Mapper, type RecordRows, type Source } from './map-row.ts';
import { orderRows } from './order-rows.ts';
import { partRows } from './part-rows.ts';
import type { OtherLinks } from './other-links.ts';
import { productRows } from './product-row.ts';

/** A person of a batch, as the mapping has them. */
export interface MappedPerson {
  customerKey: string;
  input: PersonInput;
  /** Null where the mapping writes no such people. */
  row: MappedRow | null;
  /** How other records point at them. */
  linked: Linked;
}

export interface UnitRows {
  rows: Row[];
  kept: string[];
  problems: RowProblem[];
}

/**
 * All that one record of the shop asks of Salesforce, in the order of dependence: its people, the
 * shop, the record itself with its lines, and then what admins added.
 * @param persons the first one is whose it is, the others are of whom it was taken
 */
export function unitRows(
  mapper: Mapper,
  booked: Booked,
  persons: MappedPerson[],
  shared: MappedRow[],
  others: OtherLinks,
): UnitRows {
  const owner = persons[0];
  const around = { ...shopLink(mapper.shop.id), ...owner?.linked };
  const own = ownRows(mapper, booked, owner?.customerKey ?? null, around, others);
  const people = persons.flatMap(({ row }) => row ?? []);
  const extra = extraRows(mapper, [
    ...persons.map(({ input, linked }) => personSource(mapper, input, linked)),
    ...own.sources,
    { kind: 'shop', input: shopInput(mapper.shop), linked: shopLink(mapper.shop.id) },
  ]);
  const rest = [...people, ...own.rows, ...extra.rows];
  const isShopMeant = own.rows.length > 0 || rest.some(({ row }) => pointsAtShop(row));
  const shop = isShopMeant ? shared : [];
  return {
    rows: [...people, ...shop, ...own.rows, ...extra.rows].map(({ row }) => row),
    kept: own.kept,
    problems: [...rest, ...shop, extra].flatMap(({ problems }) => problems),
  };
}

function personSource(mapper: Mapper, input: PersonInput, linked: Linked): Source {
  return { kind: 'person', input, linked: { ...shopLink(mapper.shop.id), ...linked } };
}

function ownRows(
  mapper: Mapper,
  { key, order, product, part, carts }: Booked,
  customerKey: string | null,
  around: Linked,
  { cart: cartOfOrder = {}, order: otherOrder = {} }: OtherLinks,
): RecordRows {
  const orderKey = part?.orderKey ?? key;
  const whole = order
    ? orderRows(mapper, orderKey, order, customerKey, { ...around, ...cartOfOrder })
    : null;
  const comesAlong = whole?.rows.some(({ row }) => row.object === 'Order__c') === true;
  const ofOrder = { ...around, ...(comesAlong ? orderLink(orderKey) : otherOrder) };
  return joined([
    ...(product ? [productRows(mapper, key, product)] : []),
    ...(whole ? [whole] : []),
    ...(part ? [partRows(mapper, key, part, customerKey, ofOrder)] : []),
    ...carts.map((cart) => cartRows(mapper, cart, { ...around, ...otherOrder })),
  ]);
}

function pointsAtShop({ references, createReferences }: Row): boolean {
  return Object.values({ ...createReferences, ...references }).some(
    ({ by }) => 'object' in by && by.object === 'Shop__c',
  );
}
