import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { StoreSite } from './store-site.ts';

/** How records that are not there are answered, by the lists Cartbridge looks into. */
export const lookups: Expectation<StoreSite>[] = [
  {
    holds: 'answers 404 for the shipments of an order it does not have',
    async check({ call }) {
      const answer = await call('GET', '/v2/orders/999999999/shipments');
      expect(answer).toMatchObject({ status: 404, json: [{ status: 404 }] });
    },
  },
  {
    holds: 'answers brands and products that are not there with an empty page',
    async check({ call }) {
      for (const path of ['/v3/catalog/brands', '/v3/catalog/products']) {
        const answer = await call('GET', `${path}?id:in=999999999`);
        expect(answer, path).toMatchObject({ status: 200, json: { data: [] } });
      }
    },
  },
];
