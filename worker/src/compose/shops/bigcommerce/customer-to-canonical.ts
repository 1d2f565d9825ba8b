import { emailAddress, type Address, type Consent, type Customer } from '../../canonical.ts';
import type { AddressAnswer, CustomerAnswer, SubscriberAnswer } from './customer-shape.ts';

/** `group` is its name; `subscriber` is undefined where their address was never signed up. */
export interface CustomerParts {
  customer: CustomerAnswer;
  group: string | null;
  subscriber: SubscriberAnswer | undefined;
}

/** Companies belong to another API of the platform, B2B Edition: customers here have none. */
export function toCustomer({ customer, group, subscriber }: CustomerParts): Customer {
  const address = onlyAddress(customer);
  return {
    id: customer.id,
    email: emailAddress(customer.email),
    firstName: customer.first_name,
    lastName: customer.last_name,
    company: customer.company,
    companyId: null,
    parentCompanyId: null,
    phone: customer.phone,
    billing: address,
    shipping: address,
    consent: consentOf(customer, subscriber),
    loyaltyPoints: null,
    group,
    createdAt: customer.date_created,
    modifiedAt: lastChange(customer, subscriber),
    raw: customer.raw,
  };
}

/**
 * A subscriber without the newsletter among the consents has unsubscribed; who was never one was not
 * asked. The customer's own tick for cart mail outweighs what the subscription says of it.
 */
function consentOf(customer: CustomerAnswer, subscriber: SubscriberAnswer | undefined): Consent {
  const consents = subscriber?.consents ?? null;
  return {
    marketing: consents?.includes('marketing_newsletter') ?? null,
    cartMail:
      customer.accepts_product_review_abandoned_cart_emails ??
      consents?.includes('abandoned_cart') ??
      null,
  };
}

/** A changed subscription leaves the customer's own date as it was. */
function lastChange(
  { date_modified }: CustomerAnswer,
  subscriber: SubscriberAnswer | undefined,
): Customer['modifiedAt'] {
  const subscribed = subscriber?.date_modified;
  return subscribed && subscribed > date_modified ? subscribed : date_modified;
}

/** The address book marks none as the default, so of several nobody can say which one holds. */
function onlyAddress({ addresses }: CustomerAnswer): Address | null {
  const [address, another] = addresses ?? [];
  return address && !another ? toAddress(address) : null;
}

function toAddress(row: AddressAnswer): Address {
  return {
    name: [row.first_name, row.last_name].filter((part) => part !== null).join(' ') || null,
    company: row.company,
    line1: row.address1,
    line2: row.address2,
    city: row.city,
    region: row.state_or_province,
    postalCode: row.postal_code,
    country: row.country_code?.toUpperCase() ?? null,
    phone: row.phone,
  };
}
