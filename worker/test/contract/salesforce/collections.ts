import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const lead = (fields: object): object => ({ attributes: { type: 'Lead' }, ...fields });

/** One that is good, and one without its required last name. */
const goodAndBad = (mark: string): object[] => [
  lead({ LastName: mark, Company: mark }),
  lead({ Company: mark }),
];
const MISSING = {
  success: false,
  errors: [
    {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [LastName]',
      fields: ['LastName'],
    },
  ],
};

export const collections: Expectation<OrgSite>[] = [
  {
    holds: 'saves the good rows of a collection and says of the others what is wrong',
    async check({ mark, call, query }) {
      const { status, json } = await call('POST', 'composite/sobjects', {
        records: goodAndBad(mark),
      });
      expect(status).toBe(200);
      expect(json).toEqual([
        { id: expect.stringMatching(/^00Q/) as string, success: true, errors: [] },
        MISSING,
      ]);
      const saved = await query(`SELECT Id FROM Lead WHERE LastName = '${mark}'`);
      expect(saved.json).toMatchObject({ totalSize: 1 });
    },
  },
  {
    holds: 'saves nothing of a collection with allOrNone when one row is bad',
    async check({ mark, call, query }) {
      const { status, json } = await call('POST', 'composite/sobjects', {
        allOrNone: true,
        records: goodAndBad(mark),
      });
      expect(status).toBe(200);
      expect(json).toMatchObject([
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        MISSING,
      ]);
      const saved = await query(`SELECT Id FROM Lead WHERE LastName = '${mark}'`);
      expect(saved.json).toMatchObject({ totalSize: 0 });
    },
  },
  {
    holds: 'changes and deletes in the order of the rows',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const gone = await create('Lead', { LastName: `${mark} gone`, Company: mark });
      await call('DELETE', `sobjects/Lead/${gone}`);
      const { json } = await call('PATCH', 'composite/sobjects', {
        records: [lead({ id: gone, FirstName: 'Ada' }), lead({ id, FirstName: 'Ada' })],
      });
      expect(json).toMatchObject([
        { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED' }] },
        { id, success: true, errors: [] },
      ]);
      const deleted = await call('DELETE', `composite/sobjects?ids=${id},${gone}`);
      expect(deleted).toMatchObject({
        status: 200,
        json: [
          { id, success: true, errors: [] },
          { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED' }] },
        ],
      });
    },
  },
  {
    holds: 'takes 200 rows in a call and not 201',
    async check({ mark, call }) {
      const records = Array.from({ length: 201 }, () => lead({ LastName: mark, Company: mark }));
      const answer = await call('POST', 'composite/sobjects', { records });
      expect(answer).toMatchObject({ status: 400, json: [{ errorCode: 'EXCEEDED_ID_LIMIT' }] });
    },
  },
  {
    holds: 'reads several records at once, with null for one that is not there',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const ids = [id, '00Q000000000001AAA'];
      const { json } = await call('POST', 'composite/sobjects/Lead', { ids, fields: ['LastName'] });
      expect(json).toMatchObject([{ LastName: mark }, null]);
    },
  },
];
