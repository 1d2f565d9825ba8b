import type { Trial } from 'c/trialRecord';

const FIELDS: Trial['writes'][number]['fields'] = [
  { field: 'Status__c', label: 'Status', before: 'Pending', after: 'Shipped', change: 'changed' },
  { field: 'Total__c', label: 'Total', before: null, after: 74.5, change: 'new' },
  { field: 'Email__c', label: 'Email', before: 'a@b.test', after: 'a@b.test', change: 'same' },
];

/** A trial of an order that is there, as the worker tells it. */
export const trial = (more: Partial<Trial> = {}): Trial => ({
  ...{ kind: 'order', id: '218', title: 'Order 218' },
  person: { who: 'found', why: 'By email.', object: 'Contact', id: '003', name: 'Jane Doe' },
  writes: [
    { object: 'Order__c', action: 'update', id: 'a00', name: '218', fields: FIELDS, refusals: [] },
  ],
  ...{ duplicates: [], problems: [], unmapped: [] },
  ...more,
});

export const REFUSED = trial({
  ...{ id: '217', title: 'Order 217' },
  person: {
    ...{ who: 'several', why: 'Two fit.' },
    candidates: [{ object: 'Contact', id: '003', name: 'Jane Doe', why: 'Same email.' }],
  },
  writes: [
    {
      ...{ object: 'Order__c', action: 'create', fields: FIELDS.slice(0, 1) },
      refusals: [{ code: 'REQUIRED', field: 'Channel__c', what: 'It is missing.', fix: 'Add it.' }],
    },
  ],
  duplicates: [
    {
      ...{ object: 'Contact', rule: 'Standard', verdict: 'alert' },
      matches: [{ object: 'Contact', id: '003', name: 'Jane' }],
    },
  ],
  problems: [{ target: 'Order__c', field: 'Placed_At__c', step: null, reason: 'No moment.' }],
  unmapped: [{ target: 'Order__c', field: 'Status__c', value: 'Lost' }],
});
