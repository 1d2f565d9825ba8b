// A field that is hidden from the reader is left out of the answer: `@optional` keeps the rest.

const values = (names: string[]): string =>
  names.map((name) => `${name} @optional { value displayValue }`).join(' ');

const PERSON = '@optional { Id Name { value } }';

const items = (relationship: string, first: number, fields: string[]): string => `
  ${relationship}(first: ${first}) @optional {
    totalCount
    edges { node { Id ${values(fields)} } }
  }`;

const LINE = ['Product_Name__c', 'SKU__c', 'Quantity__c', 'Unit_Price__c', 'Total__c'];

/** What an order is asked for, with so many of its items. */
export const orderFields = (itemsAtMost: number): string => `
  Id
  Name { value }
  LastModifiedDate { value }
  Contact__r ${PERSON}
  Lead__r ${PERSON}
  ${values([
    'Status__c',
    'Shop_Status__c',
    'Placed_At__c',
    'Source_Modified_At__c',
    'Currency__c',
    'Total__c',
    'Subtotal__c',
    'Tax__c',
    'Shipping_Cost__c',
    'Discount__c',
    'Refunded__c',
    'Net_Total__c',
    'Email__c',
    'Archived__c',
  ])}
  ${items('Order_Items__r', itemsAtMost, [...LINE, 'Options__c', 'Refunded_Quantity__c'])}`;

export const cartFields = (itemsAtMost: number): string => `
  Id
  Name { value }
  LastModifiedDate { value }
  Contact__r ${PERSON}
  Lead__r ${PERSON}
  ${values([
    'Status__c',
    'Recovered__c',
    'Value__c',
    'Currency__c',
    'Item_Count__c',
    'Email__c',
    'URL__c',
    'Started_At__c',
    'Last_Activity_At__c',
    'Abandoned_At__c',
    'Times_Abandoned__c',
  ])}
  ${items('Cart_Items__r', itemsAtMost, LINE)}`;

export const FIGURES = [
  'Total_Spend__c',
  'Spend_Currency__c',
  'Order_Count__c',
  'Average_Order_Value__c',
  'First_Order_At__c',
  'Last_Order_At__c',
];

export const PERSON_CART = [
  'Cart_Status__c',
  'Cart_Value__c',
  'Cart_Currency__c',
  'Cart_Item_Count__c',
  'Cart_First_Items__c',
  'Cart_Abandoned_At__c',
  'Cart_URL__c',
  'Cart_Times_Abandoned__c',
];

export const personFields = values([...FIGURES, ...PERSON_CART]);

/** When the worker was last heard of: it keeps one record of itself. */
export const WORKER = `
  Worker_Status__c(first: 1) @optional {
    edges { node { Id Heard_At__c @optional { value } } }
  }`;
