import type { Row } from './model.ts';
import { addressRows } from './templateAddress.ts';
import {
  amount,
  checkbox,
  dateTime,
  email,
  key,
  link,
  names,
  number,
  once,
  picklist,
  row,
  text,
  url,
  whole,
} from './templateRows.ts';

const CONSENT = ['Given', 'Refused', 'Unknown'];
const CART_STATUSES = ['None', 'Open', 'Abandoned', 'Recovered', 'Expired'];

/** The same rows for Contact and Lead, as Account Engagement maps one prospect field to both. */
export const PERSON_ROWS: readonly Row[] = [
  once(text('person-first-name', 'profile.firstName', 'FirstName', 40)),
  // Salesforce makes no person without a last name, and guests often give none.
  {
    ...once(
      row('person-last-name', ['profile.lastName', 'profile.email'], 'LastName', [
        { step: 'first' },
        { step: 'localPart' },
        { step: 'truncate', length: 80 },
      ]),
    ),
    default: 'Unknown',
  },
  once(email('person-email', 'profile.email', 'Email')),
  once(text('person-phone', 'profile.phone', 'Phone', 40)),
  { ...once(row('person-lead-source', [], 'LeadSource', [])), default: 'Web' },
  key('person-key', 'customerKey', 'Customer_Key__c'),
  dateTime('person-first-order-at', 'totals.firstOrderAt', 'First_Order_At__c'),
  dateTime('person-last-order-at', 'totals.lastOrderAt', 'Last_Order_At__c'),
  text('person-last-order-number', 'totals.lastOrderNumber', 'Last_Order_Number__c', 40),
  whole('person-order-count', 'totals.orderCount', 'Order_Count__c', 8),
  amount('person-total-spend', 'totals.totalSpend', 'totals.currency', 'Total_Spend__c'),
  amount(
    'person-average-order-value',
    'totals.averageOrderValue',
    'totals.currency',
    'Average_Order_Value__c',
  ),
  text('person-spend-currency', 'totals.currency', 'Spend_Currency__c', 3),
  names('person-interests', 'totals.interests', 'Interests__c', 255),
  text('person-customer-group', 'profile.group', 'Customer_Group__c', 100),
  number('person-loyalty-points', 'profile.loyaltyPoints', 'Loyalty_Points__c', 16, 2),
  picklist('person-marketing-consent', 'consent.marketing', 'Marketing_Consent__c', CONSENT),
  picklist('person-cart-mail-consent', 'consent.cartMail', 'Cart_Mail_Consent__c', CONSENT),
  {
    // Only ever set: whoever opted out in Salesforce stays so, whatever a shop says.
    ...checkbox('person-opt-out', 'consent.optOut', 'HasOptedOutOfEmail'),
    condition: { path: 'consent.optOut', is: 'equal', value: true },
  },
  picklist('person-cart-status', 'cart.status', 'Cart_Status__c', CART_STATUSES),
  dateTime('person-cart-abandoned-at', 'cart.abandonedAt', 'Cart_Abandoned_At__c'),
  amount('person-cart-value', 'cart.value', 'cart.currency', 'Cart_Value__c'),
  text('person-cart-currency', 'cart.currency', 'Cart_Currency__c', 3),
  whole('person-cart-item-count', 'cart.itemCount', 'Cart_Item_Count__c', 6),
  names('person-cart-first-items', 'cart.firstItems', 'Cart_First_Items__c', 255),
  // A text field: the picture of an earlier cart must not stay where there is none.
  row('person-cart-image', 'cart.imageUrl', 'Cart_Image_URL__c', [
    { step: 'url', length: 255, otherwise: 'None' },
  ]),
  url('person-cart-url', 'cart.url', 'Cart_URL__c'),
  whole('person-cart-times-abandoned', 'cart.timesAbandoned', 'Cart_Times_Abandoned__c', 6),
];

/** What only a Contact has. The account is that of the company they buy for. */
export const CONTACT_ROWS: readonly Row[] = [
  once(link('person-account', '@account', 'AccountId')),
  ...addressRows('person-mailing', 'profile.billing', 'Mailing'),
  ...addressRows('person-other', 'profile.shipping', 'Other'),
];

/** A Lead has one address. */
export const LEAD_ADDRESS_ROWS: readonly Row[] = addressRows(
  'person-address',
  'profile.billing',
  '',
);

/** Required on a Lead; the bracketed words are Salesforce's own for a company nobody knows. */
export const COMPANY_ROW: Row = {
  ...once(text('person-company', 'profile.company', 'Company', 255)),
  default: '[not provided]',
};
