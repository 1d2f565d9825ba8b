import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import { idOf, type StoreSite } from './store-site.ts';

/** Never called: the hooks of this suite are switched off. */
const hookOf = (mark: string): object => ({
  scope: 'store/order/created',
  destination: `https://example.com/${mark.replace(/\W+/g, '-')}`,
  headers: { 'x-shop-secret': 'a secret of ours' },
  is_active: false,
});

export const hooks: Expectation<StoreSite>[] = [
  {
    holds: 'makes a hook and shows it with its headers and its times in seconds',
    async check({ call, mark, remove }) {
      const made = await call('POST', '/v3/hooks', hookOf(mark));
      const path = `/v3/hooks/${idOf(made)}`;
      remove(path);
      const shown = { ...hookOf(mark), store_hash: expect.any(String) as string };
      expect(made).toMatchObject({ status: 200, json: { data: shown } });
      expect((await call('GET', path)).json).toMatchObject({
        data: { ...shown, created_at: expect.any(Number) as number },
      });
    },
  },
  {
    holds: 'switches a hook on and off without the rest of it',
    async check({ call, mark, remove }) {
      const path = `/v3/hooks/${idOf(await call('POST', '/v3/hooks', hookOf(mark)))}`;
      remove(path);
      expect((await call('PUT', path, { is_active: true })).json).toMatchObject({
        data: { ...hookOf(mark), is_active: true },
      });
    },
  },
  {
    holds: 'forgets a deleted hook',
    async check({ call, mark }) {
      const path = `/v3/hooks/${idOf(await call('POST', '/v3/hooks', hookOf(mark)))}`;
      expect((await call('DELETE', path)).status).toBe(200);
      expect((await call('GET', path)).status).toBe(404);
    },
  },
  {
    holds: 'refuses a hook of a scope that does not exist',
    async check({ call, mark }) {
      const hook = { ...hookOf(mark), scope: 'store/nothing/created' };
      expect((await call('POST', '/v3/hooks', hook)).status).toBe(422);
    },
  },
  {
    holds: 'refuses a hook that would be called without encryption',
    async check({ call, mark }) {
      const hook = { ...hookOf(mark), destination: 'http://example.com/hook' };
      expect((await call('POST', '/v3/hooks', hook)).status).toBe(422);
    },
  },
];
