/**
 * Names as a subscriber sees them: in an org where the package is installed, every custom name of
 * the package carries its namespace; in the packaging sources none does.
 */
export interface Namespace {
  prefix: string;
  /** `Order__c` becomes `cb__Order__c`; standard names stay. */
  apiName(name: string): string;
  /** What a component is called: the page `Shop` becomes `cb__Shop`, which records never show. */
  componentName(type: string, fullName: string): string;
  /** `Order_Items` becomes `cb__Order_Items__r`. */
  relationship(name: string): string;
}

/** What is the platform's own unless its name has a suffix. */
const WITHOUT_NAMES_OF_THEIR_OWN = ['CustomObject', 'CustomField', 'CustomLabels'];
const CUSTOM = /__(c|r|e|mdt)$/;

export function createNamespace(prefix: string): Namespace {
  const mark = prefix ? `${prefix}__` : '';
  const apiName = (name: string): string =>
    name
      .split('.')
      .map((part) => (CUSTOM.test(part) ? `${mark}${part}` : part))
      .join('.');
  const own = (name: string): string => (CUSTOM.test(name) ? apiName(name) : `${mark}${name}`);
  return {
    prefix,
    apiName,
    componentName(type, fullName) {
      if (WITHOUT_NAMES_OF_THEIR_OWN.includes(type)) return apiName(fullName);
      if (type === 'Layout') {
        const [object = '', ...name] = fullName.split('-');
        return `${apiName(object)}-${mark}${name.join('-')}`;
      }
      const parts = fullName.split('.');
      const last = parts.pop() ?? '';
      return [...parts.map(apiName), own(last)].join('.');
    },
    relationship: (name) => `${mark}${name}__r`,
  };
}
