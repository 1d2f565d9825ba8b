import type { Customer, Product } from '../../src/compose/canonical.ts';

/** What most tests' shops do not tell of a customer. */
export const UNSAID_OF_CUSTOMER = {
  companyId: null,
  parentCompanyId: null,
  billing: null,
  shipping: null,
  consent: { marketing: null, cartMail: null },
  loyaltyPoints: null,
} satisfies Partial<Customer>;

/** The same of a product. */
export const UNSAID_OF_PRODUCT = {
  brand: null,
  active: null,
  inventory: null,
} satisfies Partial<Product>;
