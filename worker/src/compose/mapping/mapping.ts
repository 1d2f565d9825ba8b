import type { Step } from './steps.ts';

export const TARGET_OBJECTS = [
  'Shop__c',
  'Order__c',
  'Order_Item__c',
  'Cart__c',
  'Cart_Item__c',
  'Lead',
  'Contact',
] as const;
export type TargetObject = (typeof TARGET_OBJECTS)[number];

/** What a field can be given. Decimals are text: a float would lose digits on the way. */
export type FieldValue = string | number | boolean | null;

/** How one field of one object gets its value. Rows are plain data, so that they can be stored. */
export interface MappingRow {
  /**
   * Paths into the input, with dots (`order.shipTo.city`). One path gives its value to the first
   * step, several give the list of their values, none leaves the field to `default`.
   */
  source: string | readonly string[];
  steps: readonly Step[];
  /** API name of the field. */
  target: string;
  /** Instead of a blank result. */
  default?: FieldValue;
  /** `create` fills the field once, when the record is made; `always` keeps it up to date. */
  when?: 'create' | 'always';
  /**
   * Write a blank result as null. Without it the field is left as it is: Account Engagement fills
   * a cleared field again from the prospect.
   */
  clearWhenBlank?: boolean;
}

export type Mapping = Readonly<Record<TargetObject, readonly MappingRow[]>>;

/** Why a row gave nothing. Holds the type of the value, never the value. */
export interface MappingProblem {
  target: string;
  /** Position of the row within its object. */
  row: number;
  /** Null when the row has no step that could be blamed. */
  step: Step['step'] | null;
  value: string;
  /** A sentence for a person. */
  reason: string;
}
