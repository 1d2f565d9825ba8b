import type { Customer } from '../../../src/compose/canonical.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { UNSAID_OF_CUSTOMER } from '../unsaid.ts';
import type { UsedShop } from '../use-shop.ts';

export const AS_CONTACTS = { createPeopleAs: 'Contact' };

/** A customer and an order of theirs, both of the same number. */
export function buys(shop: UsedShop, id: string, more: Partial<Customer> = {}): void {
  const at = '2026-11-20T12:00:00.000Z' as Instant;
  const email = more.email ?? `kim${id}@acme.example`;
  shop.customers.set(id, {
    ...UNSAID_OF_CUSTOMER,
    ...{ id, firstName: 'Kim', lastName: `Berg${id}`, company: 'Acme Inc.', phone: '555' },
    ...{ group: null, createdAt: at, modifiedAt: at, raw: null },
    ...more,
    email,
  });
  shop.putOrder({ id, customerId: id, email });
}

export function accountsIn({ org }: UsedShop): unknown[] {
  return org.query(
    'SELECT Name, Website, Company_Key__c, Parent.Name, BillingCity FROM Account ORDER BY Name',
  );
}

/** Where each order is, and where its Contact is. */
export const WHERE_IT_IS =
  'SELECT Contact__r.AccountId, Contact__r.Account.Name, Account__c FROM Order__c ORDER BY Name';
