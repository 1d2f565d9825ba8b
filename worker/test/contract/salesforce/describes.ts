import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

interface Named {
  name: string;
}

const byName = (list: unknown, name: string): unknown =>
  (list as Named[]).find((one) => one.name === name);

export const describes: Expectation<OrgSite>[] = [
  {
    holds: 'lists its objects with key prefix and what may be done with them',
    async check({ call }) {
      const { json } = await call('GET', 'sobjects');
      const { encoding, maxBatchSize, sobjects } = json as Record<string, unknown>;
      expect({ encoding, maxBatchSize }).toEqual({ encoding: 'UTF-8', maxBatchSize: 200 });
      expect(byName(sobjects, 'Lead')).toMatchObject({
        ...{ label: 'Lead', labelPlural: 'Leads', keyPrefix: '00Q', custom: false },
        ...{ createable: true, updateable: true, deletable: true, queryable: true },
        urls: {
          sobject: '/services/data/v66.0/sobjects/Lead',
          describe: '/services/data/v66.0/sobjects/Lead/describe',
          rowTemplate: '/services/data/v66.0/sobjects/Lead/{ID}',
        },
      });
    },
  },
  {
    holds: 'describes the fields of an object with type, length and rights',
    async check({ call }) {
      const { json } = await call('GET', 'sobjects/Lead/describe');
      const { name, fields } = json as { name: string; fields: unknown };
      expect(name).toBe('Lead');
      expect(byName(fields, 'LastName')).toMatchObject({
        ...{ type: 'string', length: 80, nillable: false, createable: true, updateable: true },
        ...{ custom: false, calculated: false, externalId: false, referenceTo: [] },
      });
      expect(byName(fields, 'Email')).toMatchObject({ type: 'email', length: 80, idLookup: true });
      expect(byName(fields, 'OwnerId')).toMatchObject({
        ...{ type: 'reference', relationshipName: 'Owner' },
        referenceTo: expect.arrayContaining(['User']) as string[],
      });
      expect(byName(fields, 'CreatedDate')).toMatchObject({
        ...{ type: 'datetime', createable: false, updateable: false },
      });
    },
  },
  {
    holds: 'describes what points at an object',
    async check({ call }) {
      const { json } = await call('GET', 'sobjects/Account/describe');
      const { childRelationships } = json as { childRelationships: unknown };
      expect(childRelationships).toContainEqual(
        expect.objectContaining({
          ...{ childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' },
        }),
      );
    },
  },
  {
    holds: 'takes the name of an object in any case of letters',
    async check({ call }) {
      const { json } = await call('GET', 'sobjects/lead/describe');
      expect(json).toMatchObject({ name: 'Lead' });
    },
  },
  {
    holds: 'has nothing to describe of an object that does not exist',
    async check({ call }) {
      expect(await call('GET', 'sobjects/Baker__c/describe')).toMatchObject({
        status: 404,
        json: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      });
    },
  },
];
