import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import { idOf, type StoreSite } from './store-site.ts';

const customersPath = (id: number): string => `/v3/customers?id:in=${id}`;

async function makeCustomer({ call, email, mark, remove }: StoreSite): Promise<number> {
  const made = await call('POST', '/v3/customers', [{ email, first_name: 'Ada', last_name: mark }]);
  const id = idOf(made);
  remove(customersPath(id));
  return id;
}

export const customers: Expectation<StoreSite>[] = [
  {
    holds: 'makes customers by lists and finds them by email',
    async check(store) {
      const id = await makeCustomer(store);
      const found = await store.call('GET', `/v3/customers?email:in=${store.email}`);
      expect(found).toMatchObject({
        status: 200,
        json: { data: [{ id, email: store.email, last_name: store.mark }], meta: {} },
      });
    },
  },
  {
    holds: 'refuses an email that a customer has by 422, naming what is wrong',
    async check(store) {
      await makeCustomer(store);
      const again = await store.call('POST', '/v3/customers', [
        { email: store.email, first_name: 'Ada', last_name: store.mark },
      ]);
      expect(again).toMatchObject({ status: 422, json: { status: 422 } });
      expect(Object.keys((again.json as { errors: object }).errors)).not.toHaveLength(0);
    },
  },
  {
    holds: 'refuses eleven customers in one call',
    async check({ call, mark }) {
      const many = Array.from({ length: 11 }, (_, place) => ({
        ...{ email: `contract.${place}@example.com`, first_name: 'Ada', last_name: mark },
      }));
      expect((await call('POST', '/v3/customers', many)).status).toBe(422);
    },
  },
  {
    holds: 'deletes customers by 204 and has then none with that id',
    async check(store) {
      const path = customersPath(await makeCustomer(store));
      expect(await store.call('DELETE', path)).toMatchObject({ status: 204, text: '' });
      expect((await store.call('GET', path)).json).toMatchObject({ data: [] });
    },
  },
  {
    holds: 'keeps an attribute’s value of a customer, and overwrites it',
    async check(store) {
      const customer_id = await makeCustomer(store);
      const attribute = { name: store.mark, type: 'string' };
      const attribute_id = idOf(await store.call('POST', '/v3/customers/attributes', [attribute]));
      store.remove(`/v3/customers/attributes?id:in=${attribute_id}`);
      for (const value of ['Silver', 'Gold']) {
        await store.call('PUT', '/v3/customers/attribute-values', [
          { attribute_id, customer_id, value },
        ]);
      }
      const path = `/v3/customers/attribute-values?customer_id:in=${customer_id}`;
      expect((await store.call('GET', path)).json).toMatchObject({
        data: [{ attribute_id, customer_id, attribute_value: 'Gold' }],
      });
    },
  },
];
