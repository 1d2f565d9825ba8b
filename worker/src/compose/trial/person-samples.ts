import type { Sample } from '#mapping-engine';
import type { Pool } from '../../shared/database/pool.ts';
import { recordKey } from '../../shared/ids.ts';
import { cartBlock } from '../books/cart-block.ts';
import { cartsOf } from '../books/cart-ledger.ts';
import { NO_TOTALS, totalsOf } from '../books/order-ledger.ts';
import type { Customer } from '../canonical.ts';
import { personInput } from '../mapping/input-of.ts';
import { effectiveConsent } from '../people/consent.ts';
import { loadPeople } from '../people/person.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import { peopleOf } from './people-of.ts';
import { rehearse } from './rehearse.ts';
import { customerTitle } from './titles.ts';

/** Customers as the worker would tell Salesforce of them now. */
export function personSamples(
  pool: Pool,
  { shop }: OpenShop,
  customers: Customer[],
): Promise<Sample[]> {
  // Who is new to the books is entered for the moment, so that all are looked at in the same way.
  return rehearse(pool, async (trial) => {
    const mentions = customers.map(({ id, email, group }) => ({
      ...{ customerId: id, email, customerGroup: group },
    }));
    const found = await peopleOf(trial, shop, mentions);
    const ids = found.filter((id) => id !== null);
    const people = await loadPeople(trial, ids);
    const totals = await totalsOf(trial, ids);
    const carts = await cartsOf(trial, ids);
    const storefront = { url: shop.storefrontUrl, currency: shop.currency };
    return customers.flatMap((customer, index): Sample | [] => {
      const id = found[index];
      const person = id ? people.get(id) : undefined;
      if (!person) return [];
      const sums = totals.get(person.id) ?? { ...NO_TOTALS, currency: shop.currency };
      const known = carts.get(person.id) ?? [];
      const consent = { ...effectiveConsent([person.consent]), optOut: false };
      const block = cartBlock(known, person.cartBlock, storefront, new Date());
      return {
        ...{ kind: 'person', id: recordKey(shop.id, 'customer', customer.id) },
        title: customerTitle(customer) || customer.id,
        input: personInput(shop, person, customer, sums, block, consent),
      };
    });
  });
}
