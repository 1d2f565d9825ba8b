/** What differs where companies buy. Rows keep their ids, so that flavours can be compared. */
import type { Row } from './model.ts';
import { once, row, text } from './templateRows.ts';

/** The given rows, with those of the same id in place of theirs. */
export function withRows(rows: readonly Row[], ...others: readonly Row[]): Row[] {
  const replaced = rows.map((one) => others.find(({ id }) => id === one.id) ?? one);
  return [...replaced, ...others.filter(({ id }) => rows.every((one) => one.id !== id))];
}

/** A buyer without a name is called after the company rather than after the address. */
const LAST_NAME: Row = {
  ...once(
    row('person-last-name', ['profile.lastName', 'profile.company', 'profile.email'], 'LastName', [
      { step: 'first' },
      { step: 'localPart' },
      { step: 'truncate', length: 80 },
    ]),
  ),
  default: 'Unknown',
};

/** Sales calls these people: one spelling of each number, and what is no number as it is. */
const PHONE: Row = once(
  row('person-phone', 'profile.phone', 'Phone', [
    { step: 'phone', otherwise: 'asGiven' },
    { step: 'truncate', length: 40 },
  ]),
);

/** With a table for it the shop's price groups can be told in the words of sales. */
const GROUP: Row = row('person-customer-group', 'profile.group', 'Customer_Group__c', [
  { step: 'customerGroup' },
  { step: 'truncate', length: 100 },
]);

export const B2B_PERSON_ROWS: readonly Row[] = [LAST_NAME, PHONE, GROUP];

/** Clarity names the company of the account beside that of the person. */
export const CLARITY_COMPANY_ROW: Row = {
  ...once(
    row('person-company', ['profile.company', 'profile.raw.companyName'], 'Company', [
      { step: 'first' },
      { step: 'text' },
      { step: 'trim' },
      { step: 'truncate', length: 255 },
    ]),
  ),
  default: '[not provided]',
};

/** A buyer's own number of the order stands beside ours, where it is seen and found. */
export const CLARITY_ORDER_NAME_ROWS: readonly Row[] = [
  row(
    'order-number-and-purchase-order',
    ['order.number', 'order.raw.purchaseOrderNumber'],
    'Name',
    [
      { step: 'concat', separator: ' / PO ' },
      { step: 'truncate', length: 80 },
    ],
  ),
  text('order-number', 'order.number', 'Name', 80),
];
