/** What of BigCommerce's own records is kept beside ours, before names and numbers are looked at. */
import { shopRecord, type ShopRecord } from '../raw.ts';

type Fields = Record<string, unknown>;

/**
 * An order without its lines, which have their own record, without the links to its parts, and
 * without mailed gift certificates, which tell of other people.
 */
export function ownOrder(answer: unknown): ShopRecord | null {
  if (!isRecord(answer)) return null;
  const { consignments, ...order } = withoutLinks(answer);
  return shopRecord({ ...order, ...(isRecord(consignments) && ownConsignments(consignments)) });
}

function ownConsignments({ shipping, pickups }: Fields): Fields {
  const places = { shipping: placesOf(shipping), pickups: placesOf(pickups) };
  return { consignments: places };
}

function placesOf(list: unknown): Fields[] {
  const places = Array.isArray(list) ? list.filter(isRecord) : [];
  return places.map((place) => withoutLines(withoutLinks(place)));
}

/** A cart without its lines. */
export function ownCart(answer: unknown): ShopRecord | null {
  return isRecord(answer) ? shopRecord(withoutLines(answer)) : null;
}

function withoutLines(record: Fields): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'line_items'));
}

/** `{ url, resource }` leads to data; it is none. */
function withoutLinks(record: Fields): Fields {
  const isLink = (value: unknown): boolean => isRecord(value) && 'resource' in value;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isLink(value)));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
