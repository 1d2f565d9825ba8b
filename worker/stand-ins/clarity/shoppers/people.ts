import { Refusal } from '../api/answers.ts';
import { given } from '../../kit/given.ts';
import { customerOf } from '../records/find.ts';
import { SHOP_CURRENCY } from '../records/money.ts';
import type { Address, Customer } from '../records/records.ts';
import { about, saveCustomer, saveOrder } from '../records/save.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { AddressWish, ChangeConsent, ChangeCustomer, Register } from './wishes.ts';

/** What customers and the shop's staff do to accounts. */
export interface People {
  /** Makes an account and returns its id. */
  register(person: Register): string;
  changeCustomer(change: ChangeCustomer): void;
  changeEmail(customerId: string, email: string): void;
  changeConsent(change: ChangeConsent): void;
  deleteCustomer(customerId: string): void;
  /** The others' orders and carts are the survivor's from then on; the others are gone. */
  mergeCustomers(customerId: string, others: string[]): void;
}

export function createPeople(shop: Shop): People {
  function refuseTaken(email: string): void {
    const taken = shop.rows.customers.values().some((row) => same(row.email, email));
    if (taken) throw new Refusal(409, 'conflict', `${email} is another customer's address.`);
  }

  return {
    register({ acceptsMarketing, emailConsent, cartMailConsent, ...person }) {
      refuseTaken(person.email);
      const customerId = `C-${shop.next('customer', 100)}`;
      saveCustomer(
        shop,
        {
          ...newCustomer(shop, customerId, person.email),
          ...changesOf(person),
          emailConsent: emailConsent ?? acceptsMarketing ?? null,
          cartMailConsent: cartMailConsent ?? acceptsMarketing ?? null,
        },
        'customer.created',
      );
      return customerId;
    },
    changeCustomer({ customerId, ...change }) {
      const customer = customerOf(shop, customerId);
      saveCustomer(shop, { ...customer, ...changesOf(change) }, 'customer.updated');
    },
    changeEmail(customerId, email) {
      const customer = customerOf(shop, customerId);
      if (!same(customer.email, email)) refuseTaken(email);
      saveCustomer(shop, { ...customer, email }, 'customer.updated');
    },
    changeConsent({ customerId, ...consent }) {
      const customer = customerOf(shop, customerId);
      saveCustomer(shop, { ...customer, ...given(consent) }, 'customer.updated');
    },
    deleteCustomer(customerId) {
      customerOf(shop, customerId);
      shop.rows.customers.delete(customerId);
      const deletedDate = nowOf(shop);
      shop.emit('customer.deleted', about('customer', customerId, deletedDate), {
        customerId,
        deletedDate,
      });
    },
    mergeCustomers(customerId, others) {
      const survivor = customerOf(shop, customerId);
      if (others.includes(customerId)) {
        throw new RangeError('mergedCustomerIds must not name the customer who stays.');
      }
      const absorbed = others.map((other) => customerOf(shop, other));
      for (const other of others) shop.rows.customers.delete(other);
      const mergedCustomerIds = [
        ...survivor.mergedCustomerIds,
        ...absorbed.flatMap((one) => [one.customerId, ...one.mergedCustomerIds]),
      ];
      saveCustomer(shop, { ...survivor, mergedCustomerIds }, 'customer.merged', {
        mergedCustomerIds: others,
      });
      moveRecords(shop, customerId, others);
    },
  };
}

function moveRecords(shop: Shop, customerId: string, others: string[]): void {
  for (const cart of shop.rows.carts.values()) {
    // Whose it is changes nothing in the cart: its silence goes on.
    if (cart.customerId !== null && others.includes(cart.customerId)) {
      shop.rows.carts.set(cart.cartId, { ...cart, customerId });
    }
  }
  for (const order of shop.rows.orders.values()) {
    if (order.customerId !== null && others.includes(order.customerId)) {
      saveOrder(shop, { ...order, customerId }, 'order.updated');
    }
  }
}

export function newCustomer(shop: Shop, customerId: string, email: string): Customer {
  return {
    ...{ customerId, firstName: null, lastName: null, email, phone: null },
    ...{ accountStatus: 'active', shippingAddresses: [], billingAddresses: [] },
    orderHistory: { count: 0, total: '0.00', firstOrderDate: null, lastOrderDate: null },
    ...{ loyaltyPoints: 0, companyId: null, companyName: null, parentCompanyId: null },
    ...{ customerGroup: null, emailConsent: null, cartMailConsent: null },
    ...{ locale: 'en-US', currency: SHOP_CURRENCY },
    ...{ createdDate: nowOf(shop), updatedDate: nowOf(shop) },
    ...{ attributes: {}, mergedCustomerIds: [] },
  };
}

function changesOf({
  company,
  billing,
  shipping,
  ...fields
}: Omit<ChangeCustomer, 'customerId'> & { email?: string }): Partial<Customer> {
  return given({
    ...fields,
    companyName: company,
    billingAddresses: billing && [addressOf(billing)],
    shippingAddresses: shipping && [addressOf(shipping)],
  });
}

export function addressOf(wish: AddressWish = {}): Address {
  return {
    ...{ name: null, company: null, line1: '1 Main Street', line2: null, city: 'Austin' },
    ...{ region: 'TX', postalCode: '78701', country: 'US', phone: null },
    ...given(wish),
    isDefault: true,
  };
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
