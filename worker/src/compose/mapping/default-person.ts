import type { MappingRow } from './mapping.ts';
import { dateTime, email, key, names, once, picklist, text, url, whole } from './rows.ts';

const CART_STATUSES = ['None', 'Open', 'Abandoned', 'Recovered', 'Expired'];

/** The same rows for Contact and Lead, as Account Engagement maps one prospect field to both. */
const PERSON_ROWS: readonly MappingRow[] = [
  once(text('profile.firstName', 'FirstName', 40)),
  // Salesforce makes no person without a last name, and guests often give none.
  once({
    source: ['profile.lastName', 'profile.email'],
    steps: [{ step: 'first' }, { step: 'localPart' }, { step: 'truncate', length: 80 }],
    target: 'LastName',
    default: 'Unknown',
  }),
  once(email('profile.email', 'Email')),
  once(text('profile.phone', 'Phone', 40)),
  once({ source: [], steps: [], target: 'LeadSource', default: 'Web' }),
  key('customerKey', 'Customer_Key__c'),
  dateTime('totals.firstOrderAt', 'First_Order_At__c'),
  dateTime('totals.lastOrderAt', 'Last_Order_At__c'),
  text('totals.lastOrderNumber', 'Last_Order_Number__c', 40),
  whole('totals.orderCount', 'Order_Count__c', 8),
  amount('totals.totalSpend', 'totals.currency', 'Total_Spend__c'),
  amount('totals.averageOrderValue', 'totals.currency', 'Average_Order_Value__c'),
  text('totals.currency', 'Spend_Currency__c', 3),
  names('totals.interests', 'Interests__c', 255),
  text('profile.group', 'Customer_Group__c', 100),
  picklist('cart.status', 'Cart_Status__c', CART_STATUSES),
  dateTime('cart.abandonedAt', 'Cart_Abandoned_At__c'),
  amount('cart.value', 'cart.currency', 'Cart_Value__c'),
  text('cart.currency', 'Cart_Currency__c', 3),
  whole('cart.itemCount', 'Cart_Item_Count__c', 6),
  names('cart.firstItems', 'Cart_First_Items__c', 255),
  // A text field: the picture of an earlier cart must not stay where there is none.
  {
    source: 'cart.imageUrl',
    steps: [{ step: 'url', length: 255, otherwise: 'None' }],
    target: 'Cart_Image_URL__c',
  },
  url('cart.url', 'Cart_URL__c'),
  whole('cart.timesAbandoned', 'Cart_Times_Abandoned__c', 6),
];

export const CONTACT_ROWS = PERSON_ROWS;

export const LEAD_ROWS: readonly MappingRow[] = [
  ...PERSON_ROWS,
  // Required on a Lead; the bracketed words are Salesforce's own for a company nobody knows.
  once({ ...text('profile.company', 'Company', 255), default: '[not provided]' }),
];

/** What people and mails see: yen without decimals, dollars with two. */
function amount(source: string, currency: string, target: string): MappingRow {
  return {
    source,
    steps: [
      { step: 'roundToCurrency', currency },
      { step: 'decimal', precision: 16, scale: 2 },
    ],
    target,
  };
}
