import type { Row } from './model.ts';
import { addressRows } from './templateAddress.ts';
import { key, link, once, text } from './templateRows.ts';

/** All but the key belongs to Salesforce's users once the account is there. */
export const COMPANY_ROWS: readonly Row[] = [
  { ...once(text('company-name', 'company.name', 'Name', 255)), default: '[not provided]' },
  key('company-key', 'key', 'Company_Key__c'),
  once(link('company-parent', '@parent', 'ParentId')),
  once(text('company-phone', 'company.phone', 'Phone', 40)),
  once(text('company-website', 'company.domain', 'Website', 255)),
  ...addressRows('company-billing', 'company.billing', 'Billing'),
  ...addressRows('company-shipping', 'company.shipping', 'Shipping'),
];
