import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

/** The record type of an object that has none. */
const MASTER = '012000000000000AAA';
const PLAIN = { displayValue: null };

/** What Lightning asks for: the User Interface API and GraphQL. */
export const screens: Expectation<OrgSite>[] = [
  {
    holds: 'tells a screen about an object and its fields',
    async check({ call }) {
      const { status, json } = await call('GET', 'ui-api/object-info/Lead');
      expect(status).toBe(200);
      expect(json).toMatchObject({
        ...{ apiName: 'Lead', label: 'Lead', keyPrefix: '00Q', custom: false },
        fields: {
          LastName: { apiName: 'LastName', dataType: 'String', length: 80, required: true },
          Email: { apiName: 'Email', dataType: 'Email' },
        },
      });
    },
  },
  {
    holds: 'tells a screen the choices of a picklist',
    async check({ call }) {
      const path = `ui-api/object-info/Lead/picklist-values/${MASTER}/Status`;
      const { status, json } = await call('GET', path);
      const text = expect.any(String) as string;
      expect(status).toBe(200);
      expect(json).toMatchObject({ controllerValues: {} });
      const [first] = (json as { values: unknown[] }).values;
      expect(first).toMatchObject({ label: text, value: text, validFor: [] });
    },
  },
  {
    holds: 'shows a record to a screen with value and display value of each field',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const path = `ui-api/records/${id}?fields=Lead.LastName,Lead.CreatedDate`;
      const { status, json } = await call('GET', path);
      expect(status).toBe(200);
      expect(json).toMatchObject({
        ...{ apiName: 'Lead', id, recordTypeInfo: null, childRelationships: {} },
        eTag: expect.any(String) as string,
        fields: {
          LastName: { ...PLAIN, value: mark },
          CreatedDate: {
            displayValue: expect.any(String) as string,
            value: expect.stringMatching(/\.000Z$/) as string,
          },
        },
      });
    },
  },
  {
    holds: 'lets a screen make, change and delete a record',
    async check({ mark, call }) {
      const fields = { LastName: mark, Company: mark };
      const made = await call('POST', 'ui-api/records', { apiName: 'Lead', fields });
      const { id } = made.json as { id: string };
      expect(made).toMatchObject({ status: 201, json: { apiName: 'Lead' } });
      const path = `ui-api/records/${id}`;
      const changed = await call('PATCH', path, { fields: { FirstName: 'Ada' } });
      expect(changed).toMatchObject({
        status: 200,
        json: { fields: { FirstName: { ...PLAIN, value: 'Ada' } } },
      });
      expect(await call('DELETE', path)).toMatchObject({ status: 204, text: '' });
    },
  },
  {
    holds: 'tells a screen which field it refused',
    async check({ mark, call }) {
      const fields = { LastName: mark, Company: mark, Email: 'nobody' };
      const { status, json } = await call('POST', 'ui-api/records', { apiName: 'Lead', fields });
      expect(status).toBe(400);
      expect(json).toMatchObject({
        ...{ statusCode: 400, enhancedErrorType: 'RecordError' },
        output: { fieldErrors: { Email: [{ errorCode: 'INVALID_EMAIL_ADDRESS' }] } },
      });
    },
  },
  {
    holds: 'answers GraphQL with edges and nodes',
    async check({ mark, create, call }) {
      const id = await create('Lead', { LastName: mark, Company: mark });
      const { status, json } = await call('POST', 'graphql', {
        query: `query { uiapi { query { Lead(where: { LastName: { eq: "${mark}" } }) {
          totalCount edges { node { Id LastName { value } Email { value } } } } } } }`,
      });
      expect(status).toBe(200);
      const node = { Id: id, LastName: { value: mark }, Email: { value: null } };
      expect(json).toEqual({
        data: { uiapi: { query: { Lead: { totalCount: 1, edges: [{ node }] } } } },
        errors: [],
      });
    },
  },
  {
    holds: 'names by GraphQL a field that the object does not have',
    async check({ call }) {
      const query = 'query { uiapi { query { Lead { edges { node { Bacon__c { value } } } } } } }';
      const { json } = await call('POST', 'graphql', { query });
      const { errors } = json as { errors: { message: string }[] };
      expect(errors[0]?.message).toContain('Bacon__c');
    },
  },
];
