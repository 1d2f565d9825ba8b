import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const addressOf = (mark: string): string => `${mark.replace(/\W+/g, '.')}@example.com`;

export const upserts: Expectation<OrgSite>[] = [
  {
    holds: 'upserts by a field that may name records: made first (201), then changed (200)',
    async check({ mark, call }) {
      const path = `sobjects/Lead/Email/${addressOf(mark)}`;
      const first = await call('PATCH', path, { LastName: mark, Company: mark });
      const { id } = first.json as { id: string };
      const done = { success: true, errors: [] };
      expect(first).toMatchObject({ status: 201, json: { ...done, created: true } });
      expect(await call('PATCH', path, { FirstName: 'Ada' })).toMatchObject({
        status: 200,
        json: { ...done, id, created: false },
      });
    },
  },
  {
    holds: 'answers 300 and the addresses when a value names several records',
    async check({ mark, create, call }) {
      const Email = addressOf(mark);
      const lead = { LastName: mark, Company: mark, Email };
      const ids = [await create('Lead', lead), await create('Lead', lead)];
      const answer = await call('PATCH', `sobjects/Lead/Email/${Email}`, { FirstName: 'Ada' });
      expect(answer.status).toBe(300);
      expect((answer.json as string[]).toSorted()).toEqual(
        ids.map((id) => `/services/data/v66.0/sobjects/Lead/${id}`).toSorted(),
      );
    },
  },
  {
    holds: 'refuses to upsert by a field that is no key',
    async check({ call }) {
      expect(await call('PATCH', 'sobjects/Lead/Bacon__c/1', {})).toMatchObject({
        status: 404,
        json: [
          {
            errorCode: 'NOT_FOUND',
            message: 'Provided external ID field does not exist or is not accessible: Bacon__c',
          },
        ],
      });
    },
  },
  {
    holds: 'refuses the key again among the fields',
    async check({ mark, call }) {
      const Email = addressOf(mark);
      const body = { LastName: mark, Company: mark, Email };
      expect(await call('PATCH', `sobjects/Lead/Email/${Email}`, body)).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'INVALID_FIELD',
            message: 'The Email field should not be specified in the sobject data.',
          },
        ],
      });
    },
  },
];
