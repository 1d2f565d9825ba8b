import { randomUUID } from 'node:crypto';
import type { PersonId, ShopId } from '../../shared/ids.ts';
import { isGuestKey, namesOf, shopOfCustomer, type Mention, type Names } from './names.ts';
import { bySeniority, type Standing } from './seniority.ts';

/** A person as the books have them and as the mentions change them. */
export interface Entry extends Standing {
  id: PersonId;
  email: string | null;
  customerGroup: string | null;
  /** Names the books have for them. */
  names: Set<string>;
  /** Names they are to get. */
  newNames: Set<string>;
  isNew: boolean;
  isChanged: boolean;
  /** Who they turned out to be; null: themselves. */
  sameAs: Entry | null;
}

/** The people whom some mentions may mean; all of them, or two mentions would be told apart wrongly. */
export interface Register {
  entries: Entry[];
  /** Whose a name is; a shopper's own Customer_Key__c counts as one. */
  owners: Map<string, Entry>;
}

export function createRegister(entries: Entry[]): Register {
  const owners = new Map<string, Entry>();
  for (const entry of entries) for (const name of entry.names) owners.set(name, entry);
  for (const entry of entries) {
    if (!owners.has(entry.customerKey)) owners.set(entry.customerKey, entry);
  }
  return { entries: [...entries], owners };
}

/**
 * Finds the person of a mention or adds them, and notes what the mention teaches. The customer id
 * decides before the address, the shop's own address before the org's. Everybody else the mention
 * names is the same human, unless both are customers of one shop, which may give one address to
 * several; where the shop itself says that it merged its customers, they are the same all the same.
 */
export function enter(
  register: Register,
  shop: ShopId,
  mention: Mention,
  { acrossShops }: { acrossShops: boolean },
): Entry | null {
  const names = namesOf(shop, mention);
  const customerKey = names.customer ?? names.guest;
  if (customerKey === null) return null;
  const owner = (name: string | null): Entry[] => {
    const entry = name === null ? undefined : register.owners.get(name);
    return entry ? [whoIs(entry)] : [];
  };
  const byAddress = [
    ...owner(names.shopEmail),
    ...(acrossShops ? owner(names.email) : []),
    ...owner(names.guest),
  ];
  const certain = [names.customer, ...names.absorbed].flatMap(owner);
  const first = certain[0] ?? (names.customer === null ? byAddress[0] : undefined);
  let entry = first ?? add(register, customerKey);
  for (const other of certain) entry = unite(entry, other);
  for (const other of byAddress) if (mayBeSame(entry, whoIs(other))) entry = unite(entry, other);
  for (const name of [names.customer, ...names.absorbed, names.shopEmail, names.email])
    if (name !== null) claim(register, entry, name);
  learn(register, entry, names, mention);
  return entry;
}

/** Who an entry turned out to be. */
export function whoIs(entry: Entry): Entry {
  return entry.sameAs ? whoIs(entry.sameAs) : entry;
}

function mayBeSame(one: Entry, other: Entry): boolean {
  const shops = new Set(customersOf(one).map(shopOfCustomer));
  return one === other || !customersOf(other).some((name) => shops.has(shopOfCustomer(name)));
}

function customersOf({ names, newNames, customerKey }: Entry): string[] {
  return [...names, ...newNames, customerKey].filter((name) => shopOfCustomer(name) !== null);
}

/** The one who goes before takes the other's names; one nobody knew yet is forgotten. */
function unite(one: Entry, theOther: Entry): Entry {
  const other = whoIs(theOther);
  if (one === other) return one;
  const isFirst = one.isNew === other.isNew ? bySeniority(one, other) < 0 : other.isNew;
  const [winner, loser] = isFirst ? [one, other] : [other, one];
  loser.sameAs = winner;
  for (const name of loser.names) winner.names.add(name);
  for (const name of loser.newNames) winner.newNames.add(name);
  loser.newNames.clear();
  return winner;
}

function add({ entries, owners }: Register, customerKey: string): Entry {
  const entry: Entry = {
    id: randomUUID() as string as PersonId,
    customerKey,
    object: null,
    createdAt: null,
    email: null,
    customerGroup: null,
    names: new Set(),
    newNames: new Set(),
    isNew: true,
    isChanged: false,
    sameAs: null,
  };
  entries.push(entry);
  owners.set(customerKey, entry);
  return entry;
}

/** The first to claim a name keeps it: an email shared by two customers stays the first one's. */
function claim({ owners }: Register, entry: Entry, name: string): void {
  if (whoIs(owners.get(name) ?? entry) !== entry || entry.names.has(name)) return;
  owners.set(name, entry);
  entry.newNames.add(name);
}

/** A guest who registers goes by the customer id from then on. */
function learn(
  { entries }: Register,
  entry: Entry,
  { customer }: Names,
  { email, customerGroup }: Mention,
): void {
  const before = [entry.customerKey, entry.email, entry.customerGroup];
  // Whoever has the key already brings it along when the two are merged.
  const isTaken = entries.some(
    (one) =>
      !one.isNew &&
      (one.customerKey === customer ||
        (one !== entry && customer !== null && one.names.has(customer))),
  );
  if (customer !== null && isGuestKey(entry.customerKey) && !isTaken) entry.customerKey = customer;
  entry.email ??= email;
  if (customerGroup !== undefined) entry.customerGroup = customerGroup;
  const after = [entry.customerKey, entry.email, entry.customerGroup];
  entry.isChanged ||= after.some((value, index) => value !== before[index]);
}
