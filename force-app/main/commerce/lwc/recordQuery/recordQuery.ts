import { plain } from 'c/names';
import { nodesOf, query, textOf, type Node } from 'c/query';
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

export interface Found {
  /** Absent when the record is gone, or when the user may not see it. */
  record: Node | undefined;
  shop: Node | undefined;
  /** When the worker last reported; empty: never. */
  heardAt: string;
}

/** What a page about one record was answered. */
export function foundIn(data: NonNullable<Wired['data']>): Found {
  const { query: answered } = plain(data).uiapi;
  const [record] = nodesOf(answered.record);
  return {
    record,
    shop: record?.Shop__r as unknown as Node | undefined,
    heardAt: textOf(nodesOf(answered.Worker_Status__c)[0], 'Heard_At__c'),
  };
}
