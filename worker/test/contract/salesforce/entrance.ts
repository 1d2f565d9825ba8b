import { expect } from 'vitest';
import type { Expectation } from '../expectation.ts';
import type { OrgSite } from './org-site.ts';

const INVALID_SESSION = [
  { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
];
const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

/** What every call meets, whatever it wants. */
export const entrance: Expectation<OrgSite>[] = [
  {
    holds: 'refuses a call without a token by INVALID_SESSION_ID and 401',
    async check({ call }) {
      const answer = await call('GET', 'limits', undefined, { authorization: '' });
      expect(answer).toMatchObject({ status: 401, json: INVALID_SESSION });
    },
  },
  {
    holds: 'refuses a token it never issued in the same way, without telling its limits',
    async check({ call }) {
      const answer = await call('GET', 'limits', undefined, { authorization: 'Bearer 00Dx!wrong' });
      expect(answer).toMatchObject({ status: 401, json: INVALID_SESSION });
      expect(answer.headers.get('sforce-limit-info')).toBeNull();
    },
  },
  {
    holds: 'lists its versions to anybody, oldest first',
    async check({ call }) {
      const { status, json } = await call('GET', '/services/data', undefined, {
        authorization: '',
      });
      const versions = json as { label: string; url: string; version: string }[];
      expect(status).toBe(200);
      expect(versions).toContainEqual({
        label: "Spring '26",
        url: '/services/data/v66.0',
        version: '66.0',
      });
      const numbers = versions.map(({ version }) => Number(version));
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    },
  },
  {
    holds: 'names the resources of a version',
    async check({ call }) {
      const { json } = await call('GET', '');
      expect(json).toMatchObject({
        sobjects: '/services/data/v66.0/sobjects',
        query: '/services/data/v66.0/query',
        composite: '/services/data/v66.0/composite',
        limits: '/services/data/v66.0/limits',
        identity: expect.stringMatching(/\/id\/00D\w{12,15}\/005\w{12,15}$/) as string,
      });
    },
  },
  {
    holds: 'answers NOT_FOUND where it has nothing',
    async check({ call }) {
      expect(await call('GET', 'nothing/here')).toMatchObject({ status: 404, json: NOT_FOUND });
    },
  },
  {
    holds: 'names the methods it would allow',
    async check({ call }) {
      const { status, json } = await call('PUT', 'sobjects/Lead', {});
      expect(status).toBe(405);
      expect(json).toMatchObject([
        {
          errorCode: 'METHOD_NOT_ALLOWED',
          message: expect.stringContaining("HTTP Method 'PUT' not allowed. Allowed are") as string,
        },
      ]);
    },
  },
  {
    holds: 'refuses a body that is no JSON by JSON_PARSER_ERROR',
    async check({ call }) {
      const answer = await call('POST', 'sobjects/Lead', '{"LastName":');
      expect(answer).toMatchObject({ status: 400, json: [{ errorCode: 'JSON_PARSER_ERROR' }] });
    },
  },
  {
    holds: 'refuses a body of a type it does not read by UNSUPPORTED_MEDIA_TYPE',
    async check({ call }) {
      const headers = { 'content-type': 'text/plain' };
      const answer = await call('POST', 'sobjects/Lead', 'LastName=Doe', headers);
      expect(answer).toMatchObject({
        status: 415,
        json: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }],
      });
    },
  },
  {
    holds: 'counts API calls in the header of each answer',
    async check({ query }) {
      const { headers } = await query('SELECT Id FROM Organization');
      expect(headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/\d+$/);
    },
  },
  {
    holds: 'tells by /limits how much of each allowance is left',
    async check({ call }) {
      const { json } = await call('GET', 'limits');
      const number = expect.any(Number) as number;
      const limit = { Max: number, Remaining: number };
      expect(json).toMatchObject({ DailyApiRequests: limit, DailyBulkV2QueryJobs: limit });
    },
  },
];
