/** A mapping of 32 fields of an order and 10 of a line; nearly all that a shop's admin would use. */
import { ORDER_STATUSES, type Mapping, type Row, type Step } from '#mapping-engine';

type Field = [target: string, source: string | string[], ...steps: Step[]];

const text = (length: number): Step[] => [
  { step: 'text' },
  { step: 'trim' },
  { step: 'truncate', length },
];
const amount: Step = { step: 'decimal', precision: 18, scale: 4 };
const quantity: Step = { step: 'decimal', precision: 10, scale: 2 };
const statuses = Object.fromEntries(ORDER_STATUSES.map((status) => [status, status]));

const ORDER_FIELDS: Field[] = [
  ['Name', 'order.number', ...text(80)],
  ['External_Id__c', 'key', { step: 'text' }],
  ['Status__c', 'order.status', { step: 'valueTable', values: statuses }],
  ['Shop_Status__c', 'order.shopStatus', ...text(80)],
  ['Placed_At__c', 'order.placedAt', { step: 'dateTime' }],
  ['Placed_At_Source__c', 'order.placedAtSource', ...text(60)],
  ['Source_Modified_At__c', 'order.modifiedAt', { step: 'dateTime' }],
  ['Currency__c', 'order.currency', ...text(3)],
  ['Total__c', 'order.total', amount],
  ['Subtotal__c', 'order.subtotal', amount],
  ['Tax__c', 'order.tax', amount],
  ['Shipping_Cost__c', 'order.shippingCost', amount],
  ['Discount__c', 'order.discount', amount],
  ['Refunded__c', 'order.refunded', amount],
  ['Net_Total__c', 'order.net', amount],
  ['Item_Count__c', 'order.itemCount', { step: 'integer', digits: 8 }],
  ['Email__c', 'order.email', { step: 'email' }],
  ['Customer_Key__c', 'customerKey', { step: 'text' }],
  ['Channel__c', 'order.channel', ...text(40)],
  ['Source__c', 'order.source', ...text(40)],
  ['Ship_To_City__c', 'order.shipTo.city', { step: 'trim' }, { step: 'case', to: 'title' }],
  ['Ship_To_Country__c', 'order.shipTo.country', ...text(2)],
  ['Cart_Key__c', 'cartKey', { step: 'text' }],
  ['Archived__c', 'order.archived', { step: 'boolean' }],
  ['Buyer__c', ['order.firstName', 'order.lastName'], { step: 'concat', separator: ' ' }],
  ['Company__c', ['order.company', 'order.lastName'], { step: 'first' }, ...text(255)],
  ['Email_Domain__c', 'order.email', { step: 'domain' }],
  ['Store_URL__c', 'shop.url', { step: 'url' }],
  ['First_Item__c', 'order.items.0.name', ...text(80)],
  ['SKUs__c', 'order.items.sku', { step: 'join', separator: ', ', max: 255 }],
  ['Paid_In_Full__c', 'order.archived', { step: 'yesNo', yes: 'Yes', no: 'No' }],
  ['Items_Total__c', 'order.items', { step: 'sumOf', field: 'total' }, amount],
];

const LINE_FIELDS: Field[] = [
  ['Name', 'item.name', ...text(80)],
  ['External_Id__c', 'key', { step: 'text' }],
  ['Product_Name__c', 'item.name', ...text(255)],
  ['SKU__c', 'item.sku', ...text(100)],
  ['Product_Key__c', 'productKey', { step: 'text' }],
  ['Options__c', 'item.options', ...text(255)],
  ['Quantity__c', 'item.quantity', quantity],
  ['Unit_Price__c', 'item.unitPrice', amount],
  ['Total__c', 'item.total', amount],
  ['Refunded_Quantity__c', 'item.refundedQuantity', quantity],
];

/** In place of the order's last five fields. */
const FORMULA_FIELDS: Field[] = [
  ['Buyer__c', [], formula('order.firstName & " " & order.lastName')],
  [
    'Size__c',
    [],
    formula('IF(order.total > 500, "Large", IF(order.total > 100, "Medium", "Small"))'),
  ],
  ['Items_Total__c', [], formula('ROUND(order.subtotal + order.tax + order.shippingCost, 2)')],
  [
    'Region__c',
    [],
    formula('CASE(order.shipTo.country, "US", "Americas", "DE", "Europe", "Other")'),
  ],
  ['Days_Open__c', [], formula('IF(ISBLANK(order.company), 0, 1) + order.itemCount * 2')],
];

function formula(written: string): Step {
  return { step: 'formula', text: written };
}

export const CATALOGUE_MAPPING = mappingOf(ORDER_FIELDS);

export const FORMULA_MAPPING = mappingOf([
  ...ORDER_FIELDS.slice(0, ORDER_FIELDS.length - FORMULA_FIELDS.length),
  ...FORMULA_FIELDS,
]);

export const FIELD_COUNTS = { order: ORDER_FIELDS.length, line: LINE_FIELDS.length };

function mappingOf(orderFields: Field[]): Mapping {
  return {
    format: 1,
    settings: { country: 'US', timeZone: 'America/Chicago' },
    targets: [
      { id: 'Order__c', object: 'Order__c', from: 'order', rows: orderFields.map(rowOf) },
      {
        id: 'Order_Item__c',
        object: 'Order_Item__c',
        from: 'orderItem',
        rows: LINE_FIELDS.map(rowOf),
      },
    ],
  };
}

function rowOf([target, source, ...steps]: Field, index: number): Row {
  const paths = typeof source === 'string' ? [source] : source;
  return {
    id: `r${index}`,
    source: paths,
    steps,
    target,
    direction: 'toSalesforce',
    rule: 'always',
  };
}
