/**
 * Names as a subscriber sees them: in an org where the package is installed, every custom name of
 * the package carries its namespace; in the packaging sources none does.
 */
export interface Namespace {
  prefix: string;
  /** `Order__c` becomes `cb__Order__c`; standard names stay. */
  apiName(name: string): string;
  /** `Order_Items` becomes `cb__Order_Items__r`. */
  relationship(name: string): string;
}

const CUSTOM = /__(c|r|e|mdt)$/;

export function createNamespace(prefix: string): Namespace {
  const mark = prefix ? `${prefix}__` : '';
  const apiName = (name: string): string =>
    name
      .split('.')
      .map((part) => (CUSTOM.test(part) ? `${mark}${part}` : part))
      .join('.');
  return { prefix, apiName, relationship: (name) => `${mark}${name}__r` };
}
