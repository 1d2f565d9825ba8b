import type { Mapping, ObjectDescribe, Row, Sample } from 'c/mappingEngine';

export function row(id: string, more: Partial<Row> = {}): Row {
  return {
    ...{ id, source: ['order.number'], steps: [], target: 'Name' },
    ...{ direction: 'toSalesforce', rule: 'always' },
    ...more,
  };
}

/** Two rows of an order and one of a person. */
export function someMapping(rows: Row[] = orderRows()): Mapping {
  return {
    format: 1,
    settings: { country: 'DE', timeZone: 'Europe/Berlin' },
    targets: [
      { id: 'Order__c', object: 'Order__c', from: 'order', rows },
      {
        ...{ id: 'Contact', object: 'Contact', from: 'person' },
        rows: [row('email', { source: ['profile.email'], target: 'Email' })],
      },
    ],
  };
}

export function orderRows(): Row[] {
  return [
    row('number'),
    row('city', { source: ['order.shipTo.city'], steps: [{ step: 'trim' }], target: 'City__c' }),
  ];
}

const writable = { createable: true, updateable: true, nillable: true };

export const ORDER_DESCRIBE: ObjectDescribe = {
  ...{ object: 'Order__c', label: 'Order', createable: true, updateable: true },
  fields: [
    { name: 'Name', label: 'Order Number', type: 'string', length: 80, ...writable },
    { name: 'City__c', label: 'City', type: 'string', length: 40, ...writable },
    {
      ...{ name: 'Status__c', label: 'Status', type: 'picklist', ...writable, restricted: true },
      values: [
        { value: 'Open', label: 'Open' },
        { value: 'Shipped', label: 'Shipped' },
      ],
    },
  ],
};

export const CONTACT_DESCRIBE: ObjectDescribe = {
  ...{ object: 'Contact', label: 'Contact', createable: true, updateable: true },
  fields: [
    { name: 'Email', label: 'Email', type: 'email', length: 80, ...writable },
    {
      ...{ name: 'LastName', label: 'Last Name', type: 'string', length: 80, ...writable },
      nillable: false,
    },
  ],
};

export const DESCRIBES: ReadonlyMap<string, ObjectDescribe> = new Map([
  ['Order__c', ORDER_DESCRIBE],
  ['Contact', CONTACT_DESCRIBE],
]);

export function orderSample(number: string, city: string | null = ' Berlin '): Sample {
  return {
    ...{ kind: 'order', id: number, title: `Order ${number}` },
    input: {
      key: `bc1:order:${number}`,
      shop: { key: 'bc1', name: 'Sample Shop', platform: 'BigCommerce' },
      order: {
        ...{ id: number, number, shipTo: { city, country: 'DE' } },
        items: [{ id: '1', name: 'Mug', total: '12.50' }],
        raw: { customer_message: 'Ring twice' },
      },
    },
  };
}
