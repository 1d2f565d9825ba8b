import type { ObjectPlace } from './place.ts';

const OWN = 'Numbers and amounts stay; ';
const PERSON_LOOKUPS = ['Contact__c', 'Lead__c'];
const LINE = ['Name', 'External_Id__c', 'Product_Name__c', 'SKU__c', 'Product_Key__c'];

/**
 * Every object of the package that may hold something about a shopper. People themselves have rules
 * of their own (person-changes.ts). A test holds this list against the package.
 */
export const OBJECT_PLACES: ObjectPlace[] = [
  {
    ...{ place: 'Order__c', label: 'Orders', what: 'anonymised' },
    note: `${OWN}address, city and keys of the shopper go, and it points at nobody.`,
    by: {
      records: ['External_Id__c'],
      names: ['Customer_Key__c'],
      addresses: ['Email__c'],
      people: PERSON_LOOKUPS,
    },
    stays: [
      ...['Name', 'External_Id__c', 'Currency__c', 'Placed_At_Source__c', 'Shop_Status__c'],
      ...['Channel__c', 'Source__c', 'Ship_To_Country__c'],
    ],
    empties: PERSON_LOOKUPS,
  },
  {
    ...{ place: 'Order_Item__c', label: 'Lines of orders', what: 'anonymised' },
    note: `${OWN}what the shopper wrote as an option goes.`,
    by: { records: ['Order__r.External_Id__c'] },
    stays: LINE,
  },
  {
    ...{ place: 'Cart__c', label: 'Carts', what: 'anonymised' },
    note: 'Says that there was one, of nobody, and no more what was in it.',
    by: { records: ['External_Id__c'], addresses: ['Email__c'], people: PERSON_LOOKUPS },
    stays: ['Name', 'External_Id__c', 'Currency__c', 'Order_Key__c'],
    empties: PERSON_LOOKUPS,
    says: { Status__c: 'Deleted' },
  },
  {
    ...{ place: 'Cart_Item__c', label: 'Lines of carts', what: 'erased' },
    note: 'No total is made of carts.',
    by: { records: ['Cart__r.External_Id__c'] },
    removed: true,
  },
  {
    ...{ place: 'Shipment__c', label: 'Shipments', what: 'anonymised' },
    note: `${OWN}what leads to the parcel goes.`,
    by: { records: ['External_Id__c', 'Order_Key__c'], people: PERSON_LOOKUPS },
    stays: ['External_Id__c', 'Order_Key__c', 'Carrier__c', 'Items__c'],
    empties: PERSON_LOOKUPS,
    says: { Name: 'Erased' },
  },
  {
    ...{ place: 'Return__c', label: 'Returns', what: 'anonymised' },
    note: `${OWN}the reason goes.`,
    by: { records: ['External_Id__c', 'Order_Key__c'], people: PERSON_LOOKUPS },
    stays: ['Name', 'External_Id__c', 'Order_Key__c', 'Status__c', 'Currency__c', 'Items__c'],
    empties: PERSON_LOOKUPS,
  },
  {
    ...{ place: 'Match_Review__c', label: 'Match reviews', what: 'anonymised' },
    note: 'Shopper, candidates and evidence go.',
    by: { names: ['Customer_Key__c'], addresses: ['Shopper_Email__c'] },
    stays: ['External_Id__c'],
    says: { Name: 'Erased', Status__c: 'Withdrawn' },
  },
  {
    ...{ place: 'Sync_Issue__c', label: 'Sync issues', what: 'anonymised' },
    note: 'What the shop told and what Salesforce said about it go.',
    by: { records: ['External_Id__c'] },
    stays: ['Name', 'External_Id__c', 'Cause__c', 'Code__c', 'Record_Kind__c', 'Next_Step__c'],
    says: { What_Happened__c: 'Erased.', Status__c: 'Ignored' },
  },
];

/** Objects that are looked through as texts, for nothing else tells whom they are about. */
export const TEXT_OBJECTS = {
  Sync_Result__c: {
    ...{ label: 'Results of jobs', what: 'erased' as const },
    note: 'Samples, trials, explanations and exports with this person in them; they may name others.',
  },
  Sync_Job__c: {
    ...{ label: 'Jobs', what: 'anonymised' as const },
    note: 'What was asked and found out about this person.',
  },
};

/** People themselves. */
export const PERSON_PLACES = {
  Lead: { label: 'Leads', what: 'anonymised' as const },
  Contact: { label: 'Contacts', what: 'anonymised' as const },
  Account: { label: 'Person accounts', what: 'anonymised' as const },
};

/** Objects of the package that hold nothing about shoppers, and why that is so. */
export const SILENT_OBJECTS: Record<string, string> = {
  Shop__c: 'the shop’s own connection and health',
  Commerce_Product__c: 'what is sold, of nobody in particular',
  Mapping__c: 'rules that admins make',
  Mapping_Version__c: 'rules that admins publish',
  Sync_Signal__e: 'ids of records, for a day',
  Worker_Status__c: 'how the worker is doing',
};
