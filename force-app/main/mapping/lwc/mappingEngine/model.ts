/**
 * A mapping as data: what goes where, in which order of steps. It is stored, sent, compared and
 * published as JSON in exactly this form (`docs/mapping.schema.json`).
 */
import type { Step } from './steps.ts';

/** The kinds of record a shop gives us, and the person behind them. */
export const SOURCE_KINDS = [
  'shop',
  'product',
  'company',
  'person',
  'order',
  'orderItem',
  'shipment',
  'return',
  'cart',
  'cartItem',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a field can be given. Decimals, dates and moments are text: a float would lose digits. */
export type FieldValue = string | number | boolean | null;

export interface Mapping {
  /** The form of the data, not the admin's version. */
  format: 1;
  /** What it began with, to show what a newer edition of that template would change. */
  template?: { name: string; edition: number };
  settings: MappingSettings;
  targets: Target[];
}

export interface MappingSettings {
  /** ISO 3166-1 alpha-2, of the shop: phone numbers without a country are of this one. */
  country: string;
  /** IANA; dates and days are those of this place. */
  timeZone: string;
}

/** The records of one object, made from one kind of source. */
export interface Target {
  /** Unique in the mapping; for the objects Cartbridge finds itself see `ownTargetId`. */
  id: string;
  /** API name; the package's own without its namespace. */
  object: string;
  from: SourceKind;
  /** Nothing is written while it is on. */
  off?: boolean;
  /** No record is written where it does not hold. */
  condition?: Condition;
  /**
   * API name of the external id field by which a record is found; one of the rows fills it. Absent
   * for the objects that Cartbridge finds itself.
   */
  key?: string;
  rows: Row[];
}

/** Where a row's value may go. */
export type Direction = 'toSalesforce' | 'toShop' | 'both';

/**
 * Whose word counts: the shop's always, the shop's when the record is made, or the shop's as long
 * as the field is blank in Salesforce.
 */
export type Rule = 'always' | 'onCreate' | 'ifBlank';

/** How one field gets its value. Of several rows for one field the first that gives a value wins. */
export interface Row {
  /** Unique in its target; stays the same from version to version. */
  id: string;
  /**
   * Paths into the source, with dots (`order.shipTo.city`). One gives its value to the first step,
   * several give the list of their values, none leaves the field to `default`. A single one that
   * begins with `@` is a record (`@person`), for a lookup field; it takes no steps.
   */
  source: string[];
  steps: Step[];
  /** API name of the field; the package's own without its namespace. */
  target: string;
  /** Instead of a blank result. */
  default?: string | number | boolean;
  /** The row gives nothing where it does not hold. */
  condition?: Condition;
  direction: Direction;
  rule: Rule;
  /**
   * Writes a blank result as null. Never on Contact and Lead: Account Engagement fills a cleared
   * field again from the prospect.
   */
  clearWhenBlank?: boolean;
  off?: boolean;
}

/** The records a lookup field can be given. */
export const LINKS = [
  '@person',
  '@contact',
  '@lead',
  '@account',
  '@parent',
  '@shop',
  '@order',
  '@cart',
] as const;
export type Link = (typeof LINKS)[number];

/** A comparison, or a formula in Salesforce's language that answers true or false. */
export type Condition = Test | { formula: string };

export const TEST_OPERATORS = [
  'blank',
  'present',
  'equal',
  'different',
  'oneOf',
  'above',
  'below',
  'contains',
] as const;

export interface Test {
  path: string;
  is: (typeof TEST_OPERATORS)[number];
  value?: string | number | boolean;
  /** With `oneOf`. */
  values?: string[];
}

/** The objects that Cartbridge finds itself, and the kind of source each is made from. */
export const OWN_TARGETS: Readonly<Record<string, SourceKind>> = {
  Shop__c: 'shop',
  Commerce_Product__c: 'product',
  Account: 'company',
  Lead: 'person',
  Contact: 'person',
  Order__c: 'order',
  Order_Item__c: 'orderItem',
  Shipment__c: 'shipment',
  Return__c: 'return',
  Cart__c: 'cart',
  Cart_Item__c: 'cartItem',
};

/**
 * Whether Cartbridge finds the records itself. An Account can be made of anything else as well:
 * then it is found by a key, as any other object is.
 */
export function isOwnTarget({ object, from }: Pick<Target, 'object' | 'from'>): boolean {
  if (!Object.hasOwn(OWN_TARGETS, object)) return false;
  return object !== 'Account' || from === OWN_TARGETS[object];
}

/**
 * The id of a target whose records Cartbridge finds itself: the object's name, but for companies.
 * A mapping may have had a target of the admin's own for Account before there were companies.
 */
export function ownTargetId(object: string): string {
  return object === 'Account' ? 'Company' : object;
}

/**
 * Objects by which people ask the worker for something and by which it answers. What a shopper typed
 * must never become a job or a mapping, so no mapping writes them.
 */
export const RESERVED_OBJECTS: readonly string[] = [
  ...['Mapping__c', 'Mapping_Version__c', 'Sync_Job__c', 'Sync_Result__c', 'Sync_Issue__c'],
  ...['Worker_Status__c', 'Match_Review__c', 'Automation__c', 'Sync_Signal__e'],
];
