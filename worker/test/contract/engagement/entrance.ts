import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { UnitSite } from './unit-site.ts';

const READ = 'lists?fields=id&limit=1';
const message = expect.any(String) as string;

/** What every call meets, whatever it wants. */
export const entrance: Expectation<UnitSite>[] = [
  {
    holds: 'refuses a token that is none by code 184',
    async check({ call }) {
      const answer = await call('GET', READ, undefined, { authorization: 'Bearer wrong' });
      expect(answer).toMatchObject({ status: 401, json: { code: 184, message } });
    },
  },
  {
    holds: 'refuses a call that names no business unit by code 181',
    async check({ call }) {
      const answer = await call('GET', READ, undefined, { 'pardot-business-unit-id': '' });
      expect(answer).toMatchObject({ status: 401, json: { code: 181, message } });
    },
  },
  {
    holds: 'refuses a call for another business unit by code 49',
    async check({ call }) {
      const other = { 'pardot-business-unit-id': '0Uv000000000001' };
      const answer = await call('GET', READ, undefined, other);
      expect(answer).toMatchObject({ json: { code: 49, message } });
    },
  },
  {
    holds: 'refuses a read that does not say which fields it wants',
    async check({ call }) {
      const answer = await call('GET', 'lists');
      expect(answer).toMatchObject({
        status: 400,
        json: { code: expect.any(Number) as number, message },
      });
    },
  },
  {
    holds: 'refuses a field that the object does not have',
    async check({ call }) {
      const answer = await call('GET', 'lists?fields=id,bacon');
      expect(answer).toMatchObject({
        status: 400,
        json: { code: expect.any(Number) as number, message },
      });
    },
  },
  {
    holds: 'has nothing where no such object is',
    async check({ call }) {
      const answer = await call('GET', 'lists/999999999?fields=id');
      expect(answer).toMatchObject({ status: 404, json: { message } });
    },
  },
  {
    holds: 'answers a list as values with the address of the next page, or null',
    async check({ call, create, mark }) {
      for (const letter of ['a', 'b']) await create('tags', { name: `${mark} ${letter}` });
      const { json } = await call('GET', 'tags?fields=id,name&limit=1');
      const { nextPageToken, nextPageUrl, values } = json as Record<string, unknown>;
      expect(values).toHaveLength(1);
      expect(nextPageToken).toEqual(expect.any(String));
      expect(nextPageUrl).toMatch(/\/api\/v5\/objects\/tags\?.*nextPageToken=/);
    },
  },
  {
    holds: 'refuses a page of more than a thousand',
    async check({ call }) {
      expect((await call('GET', 'lists?fields=id&limit=1001')).status).toBe(400);
    },
  },
  {
    holds: 'lets programs and visitor activities be read and not written',
    async check({ call }) {
      for (const path of ['engagement-studio-programs', 'visitor-activities']) {
        expect((await call('GET', `${path}?fields=id&limit=1`)).status).toBe(200);
        expect((await call('POST', path, {})).status).toBeGreaterThanOrEqual(400);
      }
    },
  },
];
