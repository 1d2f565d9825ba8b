import { query } from 'c/query';
import { cartFields, orderFields, WORKER } from 'c/shopFields';

/** More items than that are told of, not shown. */
const ITEMS = 200;

const byId = (object: string, fields: string): object =>
  query(`query shopRecord($recordId: ID) {
    uiapi {
      query {
        record: ${object}(where: { Id: { eq: $recordId } }, first: 1) @optional {
          edges { node { ${fields} Shop__r @optional { Id Name { value } } } }
        }
        ${WORKER}
      }
    }
  }`);

export const ORDER = byId('Order__c', orderFields(ITEMS));
export const CART = byId('Cart__c', cartFields(ITEMS));

export interface Wired {
  data?: { uiapi: { query: Record<string, unknown> } };
  errors?: unknown[];
  refresh?: () => Promise<void>;
}
