import type { Namespace } from './namespace.ts';

/** One piece of metadata as the org has it, from the sources or by a deploy. */
export interface Component {
  /** Such as `CustomField`. */
  type: string;
  /** Without namespace, such as `Order__c.Total__c`. */
  fullName: string;
  /** Where it came from, for messages. */
  fileName: string;
  /** One document whose root element holds the component; of a bundle, its description. */
  xml: string;
  /** The files of a bundle by their names inside it, in Base64. */
  files?: Record<string, string>;
  /** The namespace the component's names live in. */
  namespace: Namespace;
}

/** `Order__c.Total__c` is of `Order__c`. */
export function parentOf(fullName: string): string {
  return fullName.split('.')[0] ?? '';
}

/** `Order__c.Total__c` is `Total__c` there. */
export function ownName(fullName: string): string {
  return fullName.split('.').slice(1).join('.') || fullName;
}
