import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const leads = (mark: string, count: number): object[] =>
  Array.from({ length: count }, (_, place) => ({
    attributes: { type: 'Lead' },
    ...{ LastName: `${mark} ${place}`, Company: mark },
  }));

export const queries: Expectation<OrgSite>[] = [
  {
    holds: 'answers a query with its records, each with its type and address',
    async check({ mark, create, query }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const { status, json } = await query(
        `SELECT Id, Company, Email FROM Lead WHERE Id = '${id}'`,
      );
      expect(status).toBe(200);
      expect(json).toEqual({
        ...{ totalSize: 1, done: true },
        records: [
          {
            attributes: { type: 'Lead', url: `/services/data/v66.0/sobjects/Lead/${id}` },
            ...{ Id: id, Company: mark, Email: null },
          },
        ],
      });
    },
  },
  {
    holds: 'nests a parent, and says null where there is none',
    async check({ mark, create, query }) {
      const AccountId = await create('Account', { Name: mark });
      await create('Contact', { LastName: `${mark} 1`, AccountId });
      await create('Contact', { LastName: `${mark} 2` });
      const { json } = await query(
        `SELECT LastName, Account.Name FROM Contact WHERE LastName LIKE '${mark}%' ORDER BY LastName`,
      );
      expect(json).toMatchObject({
        records: [{ Account: { attributes: { type: 'Account' }, Name: mark } }, { Account: null }],
      });
    },
  },
  {
    holds: 'nests children as a result of their own',
    async check({ mark, create, query }) {
      const AccountId = await create('Account', { Name: mark });
      await create('Contact', { LastName: mark, AccountId });
      const { json } = await query(
        `SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '${AccountId}'`,
      );
      expect(json).toMatchObject({
        records: [{ Contacts: { totalSize: 1, done: true, records: [{ LastName: mark }] } }],
      });
    },
  },
  {
    holds: 'answers sums as AggregateResult, named expr0 when nobody named them',
    async check({ mark, create, query }) {
      await create('Lead', { LastName: mark, Company: mark });
      const { json } = await query(
        `SELECT Company, COUNT(Id), MAX(LastName) latest FROM Lead WHERE LastName = '${mark}' GROUP BY Company`,
      );
      expect(json).toMatchObject({
        records: [
          { attributes: { type: 'AggregateResult' }, Company: mark, expr0: 1, latest: mark },
        ],
      });
    },
  },
  {
    holds: 'answers COUNT() by its total size alone',
    async check({ mark, query }) {
      const { json } = await query(`SELECT COUNT() FROM Lead WHERE LastName = '${mark}'`);
      expect(json).toEqual({ totalSize: 0, done: true, records: [] });
    },
  },
  {
    holds: 'answers in parts, the next of which has an address until none is left',
    async check({ mark, call }) {
      await call('POST', 'composite/sobjects', { records: leads(mark, 200) });
      await call('POST', 'composite/sobjects', { records: leads(`${mark} more`, 5) });
      const soql = encodeURIComponent(`SELECT Id FROM Lead WHERE LastName LIKE '${mark}%'`);
      const { json } = await call('GET', `query?q=${soql}`, undefined, {
        'sforce-query-options': 'batchSize=200',
      });
      const first = json as { nextRecordsUrl: string; records: unknown[] };
      expect(json).toMatchObject({ totalSize: 205, done: false });
      expect(first.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/query\/01g\w+-200$/);
      expect(first.records).toHaveLength(200);
      const second = (await call('GET', first.nextRecordsUrl)).json as { records: unknown[] };
      expect(second).toMatchObject({ totalSize: 205, done: true });
      expect(second).not.toHaveProperty('nextRecordsUrl');
      expect(second.records).toHaveLength(5);
    },
  },
  {
    holds: 'refuses an unknown address of a next part by INVALID_QUERY_LOCATOR',
    async check({ call }) {
      const answer = await call('GET', 'query/01g000000000001AAA-2000');
      expect(answer).toMatchObject({
        status: 400,
        json: [{ errorCode: 'INVALID_QUERY_LOCATOR' }],
      });
    },
  },
  {
    holds: 'says MALFORMED_QUERY and which word it did not expect',
    async check({ query }) {
      expect(await query('SELEKT Id FROM Lead')).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'MALFORMED_QUERY',
            message: expect.stringMatching(/unexpected token: '?SELEKT/) as string,
          },
        ],
      });
    },
  },
  {
    holds: 'says INVALID_FIELD with the place of an unknown field',
    async check({ query }) {
      const { status, json } = await query('SELECT Bacon__c FROM Lead');
      expect(status).toBe(400);
      const [{ errorCode, message } = {}] = json as { errorCode?: string; message?: string }[];
      expect(errorCode).toBe('INVALID_FIELD');
      expect(message).toContain('ERROR at Row:1:Column:8');
      expect(message).toContain(
        "No such column 'Bacon__c' on entity 'Lead'. If you are attempting to use a custom field, " +
          "be sure to append the '__c' after the custom field name.",
      );
    },
  },
  {
    holds: 'says INVALID_TYPE of an unknown object',
    async check({ query }) {
      expect(await query('SELECT Id FROM Baker__c')).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'INVALID_TYPE',
            message: expect.stringContaining("sObject type 'Baker__c' is not supported") as string,
          },
        ],
      });
    },
  },
  {
    holds: 'shows deleted records to queryAll only',
    async check({ mark, create, call, query }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      await call('DELETE', `sobjects/Lead/${id}`);
      const soql = `SELECT Id, IsDeleted FROM Lead WHERE Id = '${id}'`;
      expect((await query(soql)).json).toMatchObject({ totalSize: 0 });
      expect((await call('GET', `queryAll?q=${encodeURIComponent(soql)}`)).json).toMatchObject({
        records: [{ Id: id, IsDeleted: true }],
      });
    },
  },
];
