import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const SALESFORCE_ID = /^00Q[A-Za-z0-9]{12}[A-Z0-5]{3}$/;

export const records: Expectation<OrgSite>[] = [
  {
    holds: 'creates a record and answers its id of 18 characters and its address',
    async check({ mark, call }) {
      const answer = await call('POST', 'sobjects/Lead', { LastName: mark, Company: mark });
      const { id } = answer.json as { id: string };
      expect(answer).toMatchObject({ status: 201, json: { success: true, errors: [] } });
      expect(id).toMatch(SALESFORCE_ID);
      expect(answer.headers.get('location')).toBe(`/services/data/v66.0/sobjects/Lead/${id}`);
    },
  },
  {
    holds: 'shows of a record what was asked for',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, FirstName: 'Ada', Company: mark });
      const { json } = await call('GET', `sobjects/Lead/${id}?fields=Name,Email`);
      expect(json).toEqual({
        attributes: { type: 'Lead', url: `/services/data/v66.0/sobjects/Lead/${id}` },
        ...{ Name: `Ada ${mark}`, Email: null, Id: id },
      });
    },
  },
  {
    holds: 'changes a record and answers 204 without a body',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const answer = await call('PATCH', `sobjects/Lead/${id}`, { FirstName: 'Ada' });
      expect(answer).toMatchObject({ status: 204, text: '' });
      const { json } = await call('GET', `sobjects/Lead/${id}?fields=FirstName`);
      expect(json).toMatchObject({ FirstName: 'Ada' });
    },
  },
  {
    holds: 'deletes a record, which is then not found, and deleted already by the second time',
    async check({ mark, create, call }) {
      const path = `sobjects/Lead/${await create('Lead', { LastName: mark, Company: mark })}`;
      expect(await call('DELETE', path)).toMatchObject({ status: 204, text: '' });
      expect(await call('GET', path)).toMatchObject({
        status: 404,
        json: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      });
      expect(await call('DELETE', path)).toMatchObject({
        status: 404,
        json: [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }],
      });
      expect(await call('PATCH', path, { FirstName: 'Ada' })).toMatchObject({
        status: 404,
        json: [{ errorCode: 'ENTITY_IS_DELETED' }],
      });
    },
  },
  {
    holds: 'names the required field that is missing',
    async check({ mark, call }) {
      expect(await call('POST', 'sobjects/Lead', { Company: mark })).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [LastName]',
            fields: ['LastName'],
          },
        ],
      });
    },
  },
  {
    holds: 'refuses a field the object does not have',
    async check({ mark, call }) {
      const body = { LastName: mark, Company: mark, Bacon__c: 'x' };
      expect(await call('POST', 'sobjects/Lead', body)).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'INVALID_FIELD',
            message: "No such column 'Bacon__c' on sobject of type Lead",
          },
        ],
      });
    },
  },
  {
    holds: 'refuses a text longer than its field by STRING_TOO_LONG',
    async check({ mark, call }) {
      const LastName = mark.padEnd(81, '.');
      expect(await call('POST', 'sobjects/Lead', { LastName, Company: mark })).toMatchObject({
        status: 400,
        json: [
          {
            errorCode: 'STRING_TOO_LONG',
            message: expect.stringMatching(/data value too large: .*\(max length=80\)/) as string,
            fields: ['LastName'],
          },
        ],
      });
    },
  },
  {
    holds: 'refuses an address that cannot be one by INVALID_EMAIL_ADDRESS',
    async check({ mark, call }) {
      const body = { LastName: mark, Company: mark, Email: 'nobody' };
      expect(await call('POST', 'sobjects/Lead', body)).toMatchObject({
        status: 400,
        json: [{ errorCode: 'INVALID_EMAIL_ADDRESS', fields: ['Email'] }],
      });
    },
  },
  {
    holds: 'refuses what the platform alone writes',
    async check({ mark, call }) {
      const body = { LastName: mark, Company: mark, IsDeleted: true };
      expect(await call('POST', 'sobjects/Lead', body)).toMatchObject({
        status: 400,
        json: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['IsDeleted'] }],
      });
    },
  },
];
