import { query } from 'c/query';
import { cartFields, orderFields, personFields, WORKER } from 'c/shopFields';

export type Holder = 'Contact' | 'Lead' | 'Account';

const HOLDERS: Holder[] = ['Contact', 'Lead', 'Account'];
/** Whose orders and carts they are. */
const OWNED: Record<Holder, string> = {
  Contact: 'Contact__c: { eq: $recordId }',
  Lead: 'Lead__c: { eq: $recordId }',
  Account: 'Contact__r: { AccountId: { eq: $recordId } }',
};
/** So many more orders at a click: with their items, more would take long. */
export const AT_ONCE = 100;
const ITEMS = 20;
export const CARTS = 3;
/** Of so many contacts of an account the ids are asked for, to know when there is news. */
export const CONTACTS = 200;

/** Of so many carts the open ones are found here, where the query may not name the status. */
const CARTS_TO_SEARCH = 50;

const queries = new Map<string, object>();

/**
 * The query for a record of that object; nothing for other objects. The platform refuses a whole query
 * whose arguments name a field that is hidden from the reader: the plainer one sorts, filters and adds
 * up nothing, so that the rest can still be shown.
 */
export function shopperQuery(holder: string | undefined, isPlainer: boolean): object | undefined {
  const known = HOLDERS.find((name) => name === holder);
  if (!known) return undefined;
  const key = `${known} ${isPlainer}`;
  if (!queries.has(key)) queries.set(key, query(textFor(known, isPlainer)));
  return queries.get(key);
}

function textFor(holder: Holder, isPlainer: boolean): string {
  const own = OWNED[holder];
  const newestBy = (field: string): string => {
    if (isPlainer) return '';
    return `orderBy: { ${field}: { order: DESC, nulls: LAST } }`;
  };
  const open = isPlainer ? '' : ', { Status__c: { in: ["Open", "Abandoned"] } }';
  return `query shopper($recordId: ID, $orders: Int) {
    uiapi {
      ${holder === 'Account' && !isPlainer ? SUMS : ''}
      query {
        ${holder === 'Account' ? PEOPLE : person(holder)}
        Order__c(
          where: { ${own} }
          first: $orders
          ${newestBy('Placed_At__c')}
        ) @optional {
          totalCount
          edges { node { ${orderFields(ITEMS)} } }
        }
        newest: Order__c(
          where: { ${own} }
          first: 1
          ${newestBy('Source_Modified_At__c')}
        ) @optional {
          edges {
            node {
              Id
              Source_Modified_At__c @optional { value }
              LastModifiedDate { value }
            }
          }
        }
        Cart__c(
          where: { and: [{ ${own} }${open}] }
          first: ${isPlainer ? CARTS_TO_SEARCH : CARTS}
          ${newestBy('Last_Activity_At__c')}
        ) @optional {
          totalCount
          edges { node { ${cartFields(ITEMS)} } }
        }
        ${WORKER}
      }
    }
  }`;
}

const person = (holder: Holder): string => `
  person: ${holder}(where: { Id: { eq: $recordId } }, first: 1) {
    edges { node { Id ${personFields} } }
  }`;

const PEOPLE = `
  people: Contact(where: { AccountId: { eq: $recordId } }, first: ${CONTACTS}) @optional {
    totalCount
    edges { node { Id } }
  }`;

/** Money of several currencies is never added up. */
const SUMS = `
  aggregate {
    sums: Contact(
      where: { AccountId: { eq: $recordId } }
      groupBy: { Spend_Currency__c: { group: true } }
    ) @optional {
      edges {
        node {
          aggregate {
            Spend_Currency__c @optional { value }
            Total_Spend__c @optional { sum { value } }
            Order_Count__c @optional { sum { value } }
            First_Order_At__c @optional { min { value } }
            Last_Order_At__c @optional { max { value } }
          }
        }
      }
    }
  }`;
