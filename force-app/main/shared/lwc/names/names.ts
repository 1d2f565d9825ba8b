import JOB from '@salesforce/schema/Sync_Job__c';

const OWN_NAME = 'Sync_Job__c';

/** What stands before the package's names in this org: empty, or such as `cb__`. */
export const prefix: string = JOB.objectApiName.slice(0, -OWN_NAME.length);

const PACKAGED = /(?<![A-Za-z0-9_])([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__[cre])(?![A-Za-z0-9_])/g;

/**
 * The platform puts the namespace into imports of the schema, but not into the text of a query: here
 * every name of the package in a text gets it.
 */
export function named(text: string): string {
  return prefix === '' ? text : text.replace(PACKAGED, `${prefix}$1`);
}

/** The same data with the names as the source has them. */
export function plain<Data>(data: Data): Data {
  return prefix === '' ? data : (withoutPrefix(data) as Data);
}

function withoutPrefix(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrefix);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
      withoutPrefix(inner),
    ]),
  );
}
