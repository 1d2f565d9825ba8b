import { createHash, randomUUID } from 'node:crypto';
import type { PersonId, ShopId } from '../../shared/ids.ts';

/** How a shop's record names its person. */
export interface Mention {
  /** Null: a guest. */
  customerId: string | null;
  email: string | null;
  /** Known only where the customer record itself was read. */
  customerGroup?: string | null;
}

/** A person as the books have them and as the mentions change them. */
export interface Entry {
  id: PersonId;
  /** Customer_Key__c. */
  customerKey: string;
  email: string | null;
  customerGroup: string | null;
  /** Names the books have for them. */
  names: Set<string>;
  /** Names they are to get. */
  newNames: Set<string>;
  isNew: boolean;
  isChanged: boolean;
}

/** The people whom some mentions may mean; all of them, or two mentions would be told apart wrongly. */
export interface Register {
  entries: Entry[];
  /** Whose a name is; a shopper's own Customer_Key__c counts as one. */
  owners: Map<string, Entry>;
}

/** The names of a mention; null where it has none. */
interface Names {
  customer: string | null;
  email: string | null;
  /** Only a guest's. */
  guest: string | null;
}

export function namesOf(shop: ShopId, { customerId, email }: Mention): Names {
  return {
    customer: customerId === null ? null : `${shop}:customer:${customerId}`,
    email: email === null ? null : `email:${email}`,
    guest: customerId === null && email !== null ? guestKey(shop, email) : null,
  };
}

/**
 * A guest's key is made from the address, so that two workers who meet the same new guest at once
 * make the same Lead; as a digest, so that the address does not travel in a key.
 */
export function guestKey(shop: ShopId, email: string): string {
  return `${shop}:guest:${createHash('sha256').update(email).digest('hex').slice(0, 20)}`;
}

export function createRegister(entries: Entry[]): Register {
  const owners = new Map<string, Entry>();
  for (const entry of entries) for (const name of entry.names) owners.set(name, entry);
  for (const entry of entries) {
    if (!owners.has(entry.customerKey)) owners.set(entry.customerKey, entry);
  }
  return { entries: [...entries], owners };
}

/** Finds the person of a mention or adds them, and notes what the mention teaches about them. */
export function enter(register: Register, shop: ShopId, mention: Mention): PersonId | null {
  const names = namesOf(shop, mention);
  const customerKey = names.customer ?? names.guest;
  if (customerKey === null) return null;
  const entry = find(register, shop, names) ?? add(register, customerKey);
  for (const name of [names.customer, names.email]) if (name !== null) claim(register, entry, name);
  learn(entry, names, mention);
  return entry.id;
}

function find({ owners }: Register, shop: ShopId, names: Names): Entry | undefined {
  const ofCustomer = names.customer === null ? undefined : owners.get(names.customer);
  const ofEmail = names.email === null ? undefined : owners.get(names.email);
  if (ofCustomer) return ofCustomer;
  if (ofEmail && !isAnotherCustomer(ofEmail, shop, names.customer)) return ofEmail;
  return names.guest === null ? undefined : owners.get(names.guest);
}

function isAnotherCustomer(entry: Entry, shop: ShopId, customer: string | null): boolean {
  if (customer === null) return false;
  return [...entry.names, ...entry.newNames, entry.customerKey].some(
    (name) => name.startsWith(`${shop}:customer:`) && name !== customer,
  );
}

function add({ entries, owners }: Register, customerKey: string): Entry {
  const entry: Entry = {
    id: randomUUID() as string as PersonId,
    customerKey,
    email: null,
    customerGroup: null,
    names: new Set(),
    newNames: new Set(),
    isNew: true,
    isChanged: false,
  };
  entries.push(entry);
  owners.set(customerKey, entry);
  return entry;
}

/** The first to claim a name keeps it: an email shared by two customers stays the first one's. */
function claim({ owners }: Register, entry: Entry, name: string): void {
  if ((owners.get(name) ?? entry) !== entry || entry.names.has(name)) return;
  owners.set(name, entry);
  entry.newNames.add(name);
}

/** A guest who registers goes by the customer id from then on. */
function learn(entry: Entry, { customer }: Names, { email, customerGroup }: Mention): void {
  const before = [entry.customerKey, entry.email, entry.customerGroup];
  if (customer !== null && entry.customerKey.includes(':guest:')) entry.customerKey = customer;
  entry.email ??= email;
  if (customerGroup !== undefined) entry.customerGroup = customerGroup;
  const after = [entry.customerKey, entry.email, entry.customerGroup];
  entry.isChanged ||= after.some((value, index) => value !== before[index]);
}
