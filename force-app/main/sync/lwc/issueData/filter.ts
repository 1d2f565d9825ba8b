/** What the user wants to see. Empty: all of it. */
export interface Filter {
  /** A status, or `current`: open or being retried. */
  status: string;
  shopId: string;
  fixer: string;
  text: string;
  cause: string;
}

export const START: Filter = { status: 'current', shopId: '', fixer: '', text: '', cause: '' };

/** The filter as the argument `where`; the cause is left out to count the issues of each. */
export function whereOf(filter: Filter, withCause: boolean): string {
  const { status, shopId, fixer, text, cause } = filter;
  const parts = [
    status === 'current' && '{ Status__c: { in: ["Open", "Retrying"] } }',
    status && status !== 'current' && is('Status__c', status),
    shopId && is('Shop__c', shopId),
    fixer && is('Who_Can_Fix__c', fixer),
    withCause && cause && is('Cause__c', cause),
    text.trim() && `{ or: [${SEARCHED.map((field) => holds(field, text.trim())).join(' ')}] }`,
  ].filter(Boolean);
  return parts.length > 0 ? `where: { and: [${parts.join(' ')}] }` : '';
}

const SEARCHED = ['Name', 'External_Id__c', 'Code__c', 'Fields__c'];

const is = (field: string, value: string): string => `{ ${field}: { eq: ${literal(value)} } }`;

function holds(field: string, text: string): string {
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return `{ ${field}: { like: ${literal(`%${escaped}%`)} } }`;
}

/** Underscores are spelled out, or a name of the package in the text would get its namespace. */
function literal(value: string): string {
  return JSON.stringify(value).replaceAll('_', '\\u005f');
}
