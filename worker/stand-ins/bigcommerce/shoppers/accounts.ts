import { Refusal } from '../api/answers.ts';
import { changeCustomer, deleteCustomer } from '../customers/customers.ts';
import type { CustomerRow } from '../customers/customer-rows.ts';
import type { Shop } from '../shop.ts';
import {
  changeSubscriber,
  createSubscriber,
  newSubscriberBody,
  subscriberOf,
} from '../subscribers/subscribers.ts';
import type { ChangeConsent, Subscribe } from './wishes.ts';

/** What people do with their accounts and with the shop's mail. */
export interface Accounts {
  /** Signs an address up, or changes what it is signed up for; returns the subscriber's number. */
  subscribe(wish: Subscribe): number;
  changeEmail(customerId: number, email: string): void;
  /** The newsletter is a subscription of the address; cart mail is a tick in the account. */
  changeConsent(wish: ChangeConsent): void;
  deleteCustomer(customerId: number): void;
}

export function createAccounts(shop: Shop): Accounts {
  function customerOf(id: number): CustomerRow {
    const customer = shop.rows.customers.get(String(id));
    if (!customer) throw new Refusal(404, `There is no customer ${id}.`);
    return customer;
  }

  const accounts: Accounts = {
    subscribe({ email, firstName, lastName, consents }) {
      const wish = { email, first_name: firstName, last_name: lastName, consents };
      const known = subscriberOf(shop, email);
      if (known) return changeSubscriber(shop, known, wish).id;
      return createSubscriber(shop, newSubscriberBody.parse({ source: 'storefront', ...wish })).id;
    },

    changeEmail: (id, email) => void changeCustomer(shop, { id: customerOf(id).id, email }),

    changeConsent({ customerId, emailConsent, cartMailConsent }) {
      const { id, email } = customerOf(customerId);
      if (cartMailConsent !== undefined)
        changeCustomer(shop, { id, accepts_product_review_abandoned_cart_emails: cartMailConsent });
      if (emailConsent !== undefined)
        accounts.subscribe({ email, consents: emailConsent ? ['marketing_newsletter'] : [] });
    },

    deleteCustomer: (id) => deleteCustomer(shop, String(customerOf(id).id)),
  };
  return accounts;
}
