import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { StoreSite } from './store-site.ts';

const NOBODY = { 'x-auth-token': 'wrong' };

/** What every call meets, whatever it wants. */
export const entrance: Expectation<StoreSite>[] = [
  {
    holds: 'refuses a wrong token by 401, in v2 and in v3',
    async check({ call }) {
      expect((await call('GET', '/v2/store', undefined, NOBODY)).status).toBe(401);
      const v3 = await call('GET', '/v3/customers', undefined, NOBODY);
      expect(v3).toMatchObject({ status: 401, json: { status: 401 } });
      expect(v3.json).toHaveProperty('title');
    },
  },
  {
    holds: 'counts calls down in the headers of each answer',
    async check({ call }) {
      const { headers } = await call('GET', '/v2/time');
      for (const name of ['requests-left', 'requests-quota', 'time-reset-ms', 'time-window-ms']) {
        expect(headers.get(`x-rate-limit-${name}`), name).toMatch(/^\d+$/);
      }
    },
  },
  {
    holds: 'tells the time in seconds',
    async check({ call }) {
      const { json } = await call('GET', '/v2/time');
      expect(json).toEqual({ time: expect.any(Number) as number });
      expect(String((json as { time: number }).time)).toHaveLength(10);
    },
  },
  {
    holds: 'tells of itself, with currency and time zone',
    async check({ call }) {
      const { json } = await call('GET', '/v2/store');
      expect(json).toMatchObject({
        id: expect.stringMatching(/^[a-z0-9]+$/) as string,
        currency: expect.stringMatching(/^[A-Z]{3}$/) as string,
        timezone: {
          name: expect.any(String) as string,
          raw_offset: expect.any(Number) as number,
        },
      });
    },
  },
  {
    holds: 'answers 404 as a list of errors in v2 and as one error in v3',
    async check({ call }) {
      const v2 = await call('GET', '/v2/orders/999999999');
      expect(v2).toMatchObject({ status: 404, json: [{ status: 404 }] });
      const v3 = await call('GET', '/v3/hooks/999999999');
      expect(v3).toMatchObject({ status: 404, json: { status: 404 } });
      expect(v3.json).toHaveProperty('title');
    },
  },
  {
    holds: 'answers an empty list of v2 with 204 and without a body',
    async check({ call }) {
      const answer = await call('GET', '/v2/orders?min_id=999999999');
      expect(answer).toMatchObject({ status: 204, text: '' });
    },
  },
  {
    holds: 'answers an empty list of v3 with 200 and its page',
    async check({ call }) {
      expect(await call('GET', '/v3/customers?id:in=999999999')).toMatchObject({
        status: 200,
        json: { data: [], meta: { pagination: { total: 0, count: 0, current_page: 1 } } },
      });
    },
  },
  {
    holds: 'knows incomplete orders by 0 and those to be sent by 11',
    async check({ call }) {
      const { json } = await call('GET', '/v2/order_statuses');
      const statuses = json as { id: number; system_label: string }[];
      expect(statuses.find(({ id }) => id === 0)?.system_label).toBe('Incomplete');
      expect(statuses.find(({ id }) => id === 11)?.system_label).toBe('Awaiting Fulfillment');
    },
  },
  {
    holds: 'counts its orders by status',
    async check({ call }) {
      const { json } = await call('GET', '/v2/orders/count');
      const { count, statuses } = json as { count: number; statuses: { count: number }[] };
      expect(count).toEqual(expect.any(Number));
      expect(statuses.length).toBeGreaterThan(10);
    },
  },
];
