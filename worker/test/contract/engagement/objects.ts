import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { UnitSite } from './unit-site.ts';

const UPSERT = 'prospects/do/upsertLatestByEmail';

const valuesOf = (json: unknown): Record<string, unknown>[] =>
  (json as { values?: Record<string, unknown>[] }).values ?? [];

export const objects: Expectation<UnitSite>[] = [
  {
    holds: 'answers a write with the id alone, or with the fields asked for',
    async check({ call, create, mark }) {
      const id = await create('lists', { name: mark });
      const changed = await call('PATCH', `lists/${id}?fields=id,title`, { title: 'Ours' });
      expect(changed).toMatchObject({ status: 200, json: { id, title: 'Ours' } });
    },
  },
  {
    holds: 'deletes by 204, and what is deleted is not found',
    async check({ call, create, mark }) {
      const path = `lists/${await create('lists', { name: mark })}`;
      expect(await call('DELETE', path)).toMatchObject({ status: 204, text: '' });
      expect((await call('GET', `${path}?fields=id`)).status).toBe(404);
    },
  },
  {
    holds: 'finds a prospect by email',
    async check({ create, email, shows }) {
      const id = await create('prospects', { email, firstName: 'Ada' });
      const path = `prospects?fields=id,email,firstName&email=${encodeURIComponent(email)}`;
      const json = await shows(path, (found) => valuesOf(found).length > 0);
      expect(valuesOf(json)).toEqual([{ id, email, firstName: 'Ada' }]);
    },
  },
  {
    holds: 'refuses a prospect with an address that cannot be one',
    async check({ call }) {
      const answer = await call('POST', 'prospects', { email: 'nobody@' });
      expect(answer).toMatchObject({ status: 400, json: { code: expect.any(Number) as number } });
    },
  },
  {
    holds: 'upserts the latest prospect with an address, without making a second',
    async check({ call, create, email, shows }) {
      const id = await create('prospects', { email, firstName: 'Ada' });
      const path = `prospects?fields=id,firstName&email=${encodeURIComponent(email)}`;
      await shows(path, (found) => valuesOf(found).length > 0);
      const upserted = await call('POST', UPSERT, {
        matchEmail: email,
        prospect: { email, firstName: 'Adele' },
        fields: ['id', 'firstName'],
      });
      expect(upserted.json).toMatchObject({ id, firstName: 'Adele' });
      const json = await shows(path, (found) => valuesOf(found)[0]?.firstName === 'Adele');
      expect(valuesOf(json)).toHaveLength(1);
    },
  },
  {
    holds: 'takes a prospect into a list once',
    async check({ call, create, email, mark }) {
      const listId = await create('lists', { name: mark });
      const prospectId = await create('prospects', { email });
      const id = await create('list-memberships', { listId, prospectId });
      expect(id).toBeGreaterThan(0);
      const again = await call('POST', 'list-memberships', { listId, prospectId });
      expect(again).toMatchObject({ status: 400, json: { code: expect.any(Number) as number } });
    },
  },
  {
    holds: 'brings a deleted prospect back',
    async check({ call, create, email }) {
      const path = `prospects/${await create('prospects', { email })}`;
      expect((await call('DELETE', path)).status).toBe(204);
      expect((await call('POST', `${path}/do/undelete`)).status).toBe(200);
      expect((await call('GET', `${path}?fields=id`)).status).toBe(200);
    },
  },
];
