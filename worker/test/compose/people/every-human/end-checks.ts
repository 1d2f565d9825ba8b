import { createHash } from 'node:crypto';
import type { Shopper } from './oracle.ts';
import { centsOf } from './shop-floor.ts';
import type { EndState, LiveFields } from './end-state.ts';

/** What is wrong with a story's end, in sentences; nothing where all is as it must be. */
export function faultsOf(shoppers: Shopper[], end: EndState): string[] {
  const faults: string[] = [];
  const people = new Map<string, Shopper>();
  for (const shopper of shoppers) {
    // What was gone before anybody could look at it left no name.
    const ids = new Set(shopper.names.flatMap((name) => end.personOf.get(name) ?? []));
    const [person] = ids;
    if (person === undefined && shopper.orders.length === 0) continue;
    if (ids.size !== 1 || person === undefined) {
      const whose = shopper.names.map((name) => `${name} → ${end.personOf.get(name) ?? 'nobody'}`);
      faults.push(`${shopper.who} is not one person in the books: ${whose.join(', ')}.`);
      for (const id of ids) faults.push(`${id} goes by ${namesOf(id, end)}.`);
      continue;
    }
    const other = people.get(person);
    if (other)
      faults.push(
        `${shopper.who} (${shopper.names.join(', ')}) and ${other.who} (${other.names.join(', ')}) are one person in the books.`,
      );
    people.set(person, shopper);
    faults.push(...faultsOfOne(shopper, person, end));
  }
  for (const address of new Set(shoppers.flatMap(addressesOf))) {
    const shown = (end.sharing.get(address) ?? []).filter((id) => showsCart(end.live.get(id)));
    if (shown.length > 1) faults.push(`${address} has a cart on ${shown.join(' and ')}.`);
  }
  return faults;
}

function faultsOfOne(shopper: Shopper, person: string, end: EndState): string[] {
  const { who, orders, carts } = shopper;
  const faults: string[] = [];
  const linked = end.linkOf.get(person) ?? null;
  const live = linked === null ? undefined : end.live.get(linked);
  const surplus = end.surplusOf.get(person) ?? [];
  if (linked !== null && !live)
    faults.push(`${who} is ${linked} in the books, which is not in Salesforce.`);
  if (linked === null && shopper.inSalesforce === 'yes')
    faults.push(`${who} is nobody in Salesforce.`);
  if (linked !== null && shopper.inSalesforce === 'no')
    faults.push(`${who} was deleted in Salesforce and is ${linked} again.`);
  const isIdle = ![...orders, ...carts].some((key) => end.ownerOf.has(key));
  if (live) faults.push(...wrongFields(shopper, linked ?? '', live, isIdle));
  const ours = [...end.recordsOf(keysOf(shopper))].filter((id) => id !== linked);
  for (const id of ours) {
    const what = surplus.find((one) => one.id === id);
    if (!what)
      faults.push(
        `${who} has one more record in Salesforce, ${id}, which nobody knows to be one too many.`,
      );
    else if (!what.isAsked) faults.push(`Nobody is asked to merge ${id}, one too many of ${who}.`);
    else if (!shopper.mayBeTwice)
      faults.push(`${who} was made a second time, as ${id}, without a reason.`);
  }
  for (const { id, isAsked } of surplus) {
    const fields = end.live.get(id);
    if (fields && isAsked)
      faults.push(...wrongFields({ who, orderCount: 0, totalCents: 0 }, id, fields, true));
    if (fields && fields.cartStatus !== 'None' && fields.cartStatus !== null)
      faults.push(`${id}, one too many of ${who}, shows a cart: ${fields.cartStatus}.`);
  }
  const wanted = {
    lead: live?.object === 'Lead' ? linked : null,
    contact: live?.object === 'Contact' ? linked : null,
  };
  for (const key of [...orders, ...carts]) {
    const kind = key.includes(':order:') ? 'order' : 'cart';
    const booked = end.ownerOf.get(key);
    const record = end.pointing.get(key);
    if (kind === 'order' && !record) faults.push(`Order ${key} of ${who} is not in Salesforce.`);
    if ((kind === 'order' || booked) && booked !== person)
      faults.push(`The ${kind} ${key} of ${who} is ${booked ?? 'nobody'}'s in the books.`);
    if (record && (record.lead !== wanted.lead || record.contact !== wanted.contact))
      faults.push(
        `The ${kind} ${key} of ${who} points at Lead ${String(record.lead)} and Contact ${String(record.contact)} ` +
          `instead of ${String(wanted.lead)} and ${String(wanted.contact)}.`,
      );
  }
  return faults;
}

function wrongFields(
  { who, orderCount, totalCents }: Pick<Shopper, 'who' | 'orderCount' | 'totalCents'>,
  id: string,
  fields: LiveFields,
  isIdle: boolean,
): string[] {
  const said = {
    count: fields.orderCount,
    cents: fields.totalSpend === null ? null : centsOf(String(fields.totalSpend)),
  };
  if (said.count === orderCount && said.cents === totalCents) return [];
  // Nobody wrote anything to the record of whoever has nothing.
  if (fields.orderCount === null && isIdle) return [];
  return [
    `${id} of ${who} says ${String(said.count)} orders of ${String(said.cents)} cents ` +
      `instead of ${orderCount} orders of ${totalCents} cents.`,
  ];
}

/** What Customer_Key__c may say of them: a guest's is made of the address. */
function keysOf({ names }: Shopper): string[] {
  return names.flatMap((name) => {
    const [shop = '', kind, ...rest] = name.split(':');
    if (kind !== 'email') return [name];
    const digest = createHash('sha256').update(rest.join(':')).digest('hex').slice(0, 20);
    return [name, `${shop}:guest:${digest}`];
  });
}

function addressesOf({ names }: Shopper): string[] {
  return names.flatMap((name) =>
    name.includes(':email:') ? name.split(':').slice(2).join(':') : [],
  );
}

function showsCart(fields: LiveFields | undefined): boolean {
  return fields?.cartStatus != null && fields.cartStatus !== 'None';
}

function namesOf(person: string, { personOf }: EndState): string {
  return [...personOf].flatMap(([name, id]) => (id === person ? name : [])).join(', ');
}
