import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const BASE = '/services/data/v66.0';

/** An account and a contact of it that names the account by what the first answered. */
const accountWithContact = (mark: string, lastName: string): object[] => [
  {
    ...{ method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'account' },
    body: { Name: mark },
  },
  {
    ...{ method: 'POST', url: `${BASE}/sobjects/Contact`, referenceId: 'contact' },
    body: { LastName: lastName, AccountId: '@{account.id}' },
  },
];

export const composites: Expectation<OrgSite>[] = [
  {
    holds: 'puts what one call of a composite answered into the next',
    async check({ mark, call, query }) {
      const { status, json } = await call('POST', 'composite', {
        compositeRequest: accountWithContact(mark, mark),
      });
      expect(status).toBe(200);
      expect(json).toMatchObject({
        compositeResponse: [
          {
            ...{ httpStatusCode: 201, referenceId: 'account', body: { success: true } },
            httpHeaders: { Location: expect.stringContaining('/sobjects/Account/001') as string },
          },
          { httpStatusCode: 201, referenceId: 'contact' },
        ],
      });
      const found = await query(`SELECT Account.Name FROM Contact WHERE LastName = '${mark}'`);
      expect(found.json).toMatchObject({ records: [{ Account: { Name: mark } }] });
    },
  },
  {
    holds: 'halts a composite with allOrNone at the first refusal and keeps nothing',
    async check({ mark, call, query }) {
      const { status, json } = await call('POST', 'composite', {
        allOrNone: true,
        compositeRequest: accountWithContact(mark, ''),
      });
      expect(status).toBe(200);
      expect(json).toMatchObject({
        compositeResponse: [
          { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
          { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
        ],
      });
      const found = await query(`SELECT Id FROM Account WHERE Name = '${mark}'`);
      expect(found.json).toMatchObject({ totalSize: 0 });
    },
  },
  {
    holds: 'answers each call of a batch by itself',
    async check({ call }) {
      const { json } = await call('POST', 'composite/batch', {
        batchRequests: [
          { method: 'GET', url: 'v66.0/limits' },
          { method: 'GET', url: 'v66.0/nothing' },
        ],
      });
      expect(json).toMatchObject({
        hasErrors: true,
        results: [
          { statusCode: 200, result: { DailyApiRequests: {} } },
          { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
        ],
      });
    },
  },
  {
    holds: 'keeps one graph whole and drops the other',
    async check({ mark, call, query }) {
      const { json } = await call('POST', 'composite/graph', {
        graphs: [
          { graphId: 'good', compositeRequest: accountWithContact(mark, mark) },
          { graphId: 'bad', compositeRequest: accountWithContact(`${mark} bad`, '') },
        ],
      });
      expect(json).toMatchObject({
        graphs: [
          { graphId: 'good', isSuccessful: true, graphResponse: { compositeResponse: [{}, {}] } },
          { graphId: 'bad', isSuccessful: false },
        ],
      });
      const found = await query(`SELECT Name FROM Account WHERE Name LIKE '${mark}%'`);
      expect(found.json).toMatchObject({ records: [{ Name: mark }] });
    },
  },
  {
    holds: 'saves a tree of parents and children in one call',
    async check({ mark, call, query }) {
      const child = { attributes: { type: 'Contact', referenceId: 'child' }, LastName: mark };
      const { status, json } = await call('POST', 'composite/tree/Account', {
        records: [
          {
            attributes: { type: 'Account', referenceId: 'parent' },
            ...{ Name: mark, Contacts: { records: [child] } },
          },
        ],
      });
      expect(status).toBe(201);
      const id = expect.any(String) as string;
      expect(json).toMatchObject({
        hasErrors: false,
        results: [
          { referenceId: 'parent', id },
          { referenceId: 'child', id },
        ],
      });
      const found = await query(`SELECT Account.Name FROM Contact WHERE LastName = '${mark}'`);
      expect(found.json).toMatchObject({ records: [{ Account: { Name: mark } }] });
    },
  },
  {
    holds: 'refuses a tree with one bad record as a whole, naming it',
    async check({ mark, call }) {
      const { status, json } = await call('POST', 'composite/tree/Lead', {
        records: [
          { attributes: { type: 'Lead', referenceId: 'bad' }, Company: mark },
          { attributes: { type: 'Lead', referenceId: 'good' }, LastName: mark, Company: mark },
        ],
      });
      expect(status).toBe(400);
      expect(json).toMatchObject({
        hasErrors: true,
        results: [{ referenceId: 'bad', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }],
      });
    },
  },
];
