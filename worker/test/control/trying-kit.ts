import { defaultTemplate, type Mapping } from '#mapping-engine';
import { saveVersion } from '../../src/shared/mapping-versions.ts';
import { ADMIN } from '../deliver/use-org.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ORG, SHOP, type Connected } from './control-kit.ts';

type Fields = Record<string, unknown>;

/** What a job found out, as its screen reads it. */
export interface Part<Data> {
  kind: string;
  title: string;
  status: string | null;
  data: Data;
}

export interface Ended<Data> {
  id: string;
  job: Fields;
  result: Fields;
  parts: Part<Data>[];
}

/** Asking for jobs about the shop, and what becomes of them. */
export interface Trying {
  /** Makes the job and waits for its end. */
  ask: <Data = Fields>(type: string, input?: object) => Promise<Ended<Data>>;
  /** Makes the job; its id. */
  begin: (type: string, input?: object) => Promise<string>;
  /** Changes a record as the administrator does. */
  change: (object: string, id: string, fields: Fields) => Promise<void>;
  /** Places an order and waits until Salesforce has it; its number. */
  order: (email: string) => Promise<string>;
  publish: (change: (mapping: Mapping) => void) => Promise<number>;
}

/** An org that is served and works, and whose mapping has been told of. */
export async function useTrying(kit: Connected): Promise<Trying> {
  const { org, store, pool, make, job } = kit;
  await waitFor(() => org.query('SELECT Id FROM Mapping__c').length > 0, {
    what: 'the mapping to be told of',
  });
  const [shop] = org.query(`SELECT Id FROM Shop__c WHERE Shop_Key__c = '${SHOP}'`);
  const begin: Trying['begin'] = (type, input) => make(type, input, { Shop__c: shop?.Id });
  return {
    begin,
    async ask(type, input) {
      const id = await begin(type, input);
      await waitFor(() => Boolean(job(id)?.Finished_At__c), { what: `the job "${type}" to end` });
      const ended = job(id) ?? {};
      const text = ended.Result__c;
      const parts = org
        .query(
          `SELECT Kind__c, Title__c, Status__c, Data__c FROM Sync_Result__c
           WHERE Sync_Job__c = '${id}' ORDER BY Sort__c`,
        )
        .map((part) => ({
          ...{ kind: String(part.Kind__c), title: String(part.Title__c) },
          status: part.Status__c as string | null,
          data: JSON.parse(String(part.Data__c)) as never,
        }));
      const result = typeof text === 'string' ? (JSON.parse(text) as Fields) : {};
      return { id, job: ended, result, parts };
    },
    async change(object, id, fields) {
      const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${object}/${id}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async order(email) {
      const { orderId } = store.shoppers.placeOrder({
        ...{ email, firstName: 'Kim', lastName: 'Berg' },
        items: [{ productId: 77, quantity: 2 }],
      });
      const number = String(orderId);
      await begin('Send Sample Event');
      await waitFor(
        () => org.query(`SELECT Id FROM Order__c WHERE Name = '${number}'`).length > 0,
        {
          what: `order ${number} to be in Salesforce`,
        },
      );
      return number;
    },
    async publish(change) {
      const definition = structuredClone(defaultTemplate('bigcommerce').mapping);
      change(definition);
      const version = { shopId: SHOP, orgId: ORG, definition, salesforceId: null };
      const { number } = await saveVersion(pool, { ...version, author: 'Ada', reason: 'A test' });
      return number;
    },
  };
}

/** Lets the orders of the mapping have this channel, whatever the shop says. */
export function withChannel(channel: string): (mapping: Mapping) => void {
  return (mapping) => {
    const order = mapping.targets.find(({ id }) => id === 'Order__c');
    order?.rows.unshift({
      ...{ id: 'channel', source: [], steps: [], target: 'Channel__c', default: channel },
      ...{ direction: 'toSalesforce', rule: 'always' },
    });
  };
}
