import type { Explanation } from '../../src/compose/trial/explanation.ts';
import type { TrialRecord } from '../../src/compose/trial/trial-record.ts';

const FIELDS: TrialRecord['writes'][number]['fields'] = [
  { field: 'Status__c', label: 'Status', before: 'Pending', after: 'Shipped', change: 'changed' },
  { field: 'Total__c', label: 'Total', before: null, after: '74.0793', change: 'new' },
  { field: 'Email__c', label: 'Email', before: 'a@b.test', after: 'a@b.test', change: 'same' },
  { field: 'Phone', label: 'Phone', before: '+15125550100', after: '+15125550199', change: 'kept' },
];

/** A trial as the worker tells it. */
export function trialOf(id: string, fate: 'written' | 'refused'): TrialRecord {
  const common = { kind: 'order' as const, id, title: `Order ${id}` };
  if (fate === 'written')
    return {
      ...common,
      person: {
        ...{ who: 'found', why: 'The email address is that of one contact.', object: 'Contact' },
        ...{ id: '003000000000001AAA', name: 'Jane Doe' },
      },
      writes: [
        {
          ...{ object: 'Order__c', action: 'update', id: 'a00000000000001AAA', name: id },
          ...{ fields: FIELDS, refusals: [] },
        },
        { object: 'Contact', action: 'nothing', fields: FIELDS.slice(2, 3), refusals: [] },
      ],
      ...{ duplicates: [], problems: [], unmapped: [] },
    };
  return {
    ...common,
    person: {
      ...{ who: 'several', why: 'Two contacts have this email address.' },
      candidates: [
        { object: 'Contact', id: '003000000000001AAA', name: 'Jane Doe', why: 'Same email.' },
        { object: 'Contact', id: '003000000000002AAA', name: 'J. Doe', why: 'Same email.' },
      ],
    },
    writes: [
      {
        ...{ object: 'Order__c', action: 'create', fields: FIELDS.slice(0, 2) },
        refusals: [
          {
            ...{ code: 'REQUIRED_FIELD_MISSING', field: 'Channel__c' },
            ...{ what: 'Channel is required.', fix: 'Add a row for Channel__c.' },
          },
        ],
      },
    ],
    duplicates: [
      {
        ...{ object: 'Contact', rule: 'Standard Contact Rule', verdict: 'alert' },
        matches: [{ object: 'Contact', id: '003000000000002AAA', name: 'J. Doe' }],
      },
    ],
    problems: [
      {
        ...{ target: 'Order__c', row: 'order-placed', field: 'Placed_At__c', step: 'toDateTime' },
        ...{ value: 'text', reason: 'The text is no moment.' },
      },
    ],
    unmapped: [{ target: 'Order__c', row: 'r', field: 'Status__c', value: 'Lost in the post' }],
  };
}

/** Why an order has its total, which somebody changed in Salesforce since. */
export function explanationOf(id: string): Explanation {
  const row = { row: 'order-total', field: 'Total__c', sources: [], steps: [] };
  const sources = [{ path: 'order.total', value: '74.0793' }];
  const steps = [{ step: 'decimal', value: '74.08' }];
  return {
    record: { object: 'Order__c', id, key: 'shop-1:order:218' },
    event: { scope: 'store/order/updated', receivedAt: '2026-11-22T10:00:01.000Z' },
    source: { modifiedAt: '2026-11-22T10:00:00.000Z' },
    version: {
      ...{ number: 2, author: 'Ada Admin', reason: 'Cents count.' },
      publishedAt: '2026-11-21T10:00:00.000Z',
    },
    writtenAt: '2026-11-22T10:00:03.000Z',
    fields: [
      {
        ...{ field: 'Total__c', label: 'Total', value: 74, written: 74.08 },
        trace: { ...row, sources, steps, value: 74.08, outcome: 'value' },
      },
      {
        ...{ field: 'Phone__c', label: 'Phone', value: null, written: null },
        trace: {
          ...{ ...row, field: 'Phone__c', value: null, outcome: 'problem' },
          problem: {
            ...{ target: 'Order__c', row: 'phone', field: 'Phone__c', step: 'phone' },
            ...{ value: 'text', reason: 'The value is no phone number.' },
          },
        },
      },
    ],
    note: 'Changed in Salesforce since: Total.',
  };
}
