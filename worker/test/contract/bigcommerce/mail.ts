import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import { idOf, type StoreSite } from './store-site.ts';

const SUBSCRIBERS = '/v3/customers/subscribers';

async function subscribe({ call, email, mark, remove }: StoreSite): Promise<number> {
  const body = { email, first_name: mark, consents: ['marketing_newsletter'] };
  const id = idOf(await call('POST', SUBSCRIBERS, body));
  remove(`${SUBSCRIBERS}/${id}`);
  return id;
}

/** What people said of mail, and where they live. */
export const mail: Expectation<StoreSite>[] = [
  {
    holds: 'finds a subscriber by email and by number, with the consents',
    async check(store) {
      const id = await subscribe(store);
      const row = { id, email: store.email, consents: ['marketing_newsletter'] };
      for (const filter of [`email=${store.email}`, `id:in=${id}`]) {
        const { json } = await store.call('GET', `${SUBSCRIBERS}?${filter}`);
        expect(json, filter).toMatchObject({ data: [row], meta: { pagination: { total: 1 } } });
      }
    },
  },
  {
    holds: 'keeps a subscriber who withdraws every consent',
    async check(store) {
      const path = `${SUBSCRIBERS}/${await subscribe(store)}`;
      await store.call('PUT', path, { email: store.email, consents: [] });
      expect((await store.call('GET', path)).json).toMatchObject({ data: { consents: [] } });
    },
  },
  {
    holds: 'refuses a second subscriber with the same email by 409',
    async check(store) {
      await subscribe(store);
      const again = await store.call('POST', SUBSCRIBERS, { email: store.email });
      expect(again).toMatchObject({ status: 409, json: { status: 409 } });
    },
  },
  {
    holds: 'brings customers’ addresses along when it is asked to',
    async check({ call, email, mark, remove }) {
      const address = {
        first_name: 'Ada',
        last_name: mark,
        address1: '1 Main Street',
        city: 'Austin',
        state_or_province: 'Texas',
        postal_code: '78701',
        country_code: 'US',
      };
      const person = { email, first_name: 'Ada', last_name: mark, addresses: [address] };
      const id = idOf(await call('POST', '/v3/customers', [person]));
      const path = `/v3/customers?id:in=${id}`;
      remove(path);
      expect((await call('GET', `${path}&include=addresses`)).json).toMatchObject({
        data: [{ id, addresses: [address] }],
      });
    },
  },
];
