import { describe, expect, it } from 'vitest';
import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';
import { fatesOf } from '../../src/deliver/salesforce/fates.ts';
import type { PersonRecord } from '../../src/deliver/salesforce/person-records.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';

const contact = (n: number): SalesforceId => `003${String(n).padStart(12, '0')}AAA` as SalesforceId;

function record(n: number, more: Partial<PersonRecord> = {}): PersonRecord {
  return {
    ...{ id: contact(n), object: 'Contact', isDeleted: false, masterId: null, converted: null },
    ...{ contactId: null, accountId: null, email: null, optedOut: false, stamp: '' },
    isInside: false,
    ...more,
  };
}

const merged = (n: number, into: number): PersonRecord =>
  record(n, { isDeleted: true, masterId: contact(into) });

const told = (...records: PersonRecord[]): Map<SalesforceId, PersonRecord> =>
  new Map(records.map((one) => [one.id, one]));

type Subrequest = { url: string };
type Answer = { httpStatusCode: number; body: unknown };

/** An org that answers each query of a Composite call as `answer` says; by default it finds nothing. */
function orgWith(
  answer: (soql: string) => Answer = () => ({
    ...{ httpStatusCode: 200, body: { done: true, records: [] } },
  }),
): { client: SalesforceClient; calls: string[][] } {
  const calls: string[][] = [];
  const client = {
    org: { namespace: '' },
    request: (_: string, __: string, body: { compositeRequest: Subrequest[] }) => {
      const queries = body.compositeRequest.map(({ url }) => decodeURIComponent(url));
      calls.push(queries);
      return Promise.resolve({ compositeResponse: queries.map(answer) });
    },
  } as unknown as SalesforceClient;
  return { client, calls };
}

describe('fatesOf', () => {
  it('asks nothing where all was told, and follows it to the end', async () => {
    const { client, calls } = orgWith();
    const records = told(merged(1, 2), merged(2, 3), record(3));

    const fates = await fatesOf(client, [contact(1), contact(3)], records);

    expect(fates.get(contact(1))).toMatchObject({ is: 'here', id: contact(3), left: 'Merged' });
    expect(fates.get(contact(3))).toMatchObject({ is: 'here', id: contact(3), left: null });
    expect(calls).toEqual([]);
  });

  it('takes the Contact in a person account for its Account', async () => {
    const { client } = orgWith();
    const accountId = '001000000000001AAA' as SalesforceId;
    const records = told(merged(1, 2), record(2, { accountId, isInside: true }));

    const fates = await fatesOf(client, [contact(1)], records);

    expect(fates.get(contact(1))).toMatchObject({
      ...{ is: 'here', object: 'Account', id: accountId, contactId: contact(2) },
    });
  });

  it('does not walk in a circle for ever', async () => {
    const { client } = orgWith();

    const fates = await fatesOf(client, [contact(1)], told(merged(1, 2), merged(2, 1)));

    expect(fates.get(contact(1))).toEqual({ is: 'deleted' });
  });

  it('leads on to a record that the worker may not see, and calls what is not found gone', async () => {
    const { client } = orgWith();

    const fates = await fatesOf(client, [contact(1), contact(9)], told(merged(1, 2)));

    expect(fates.get(contact(1))).toMatchObject({ is: 'here', id: contact(2), left: 'Merged' });
    expect(fates.get(contact(9))).toEqual({ is: 'gone' });
  });

  it('takes a merged record that was undeleted for itself', async () => {
    const { client } = orgWith();
    const undeleted = record(1, { masterId: contact(2) });

    const fates = await fatesOf(client, [contact(1)], told(undeleted));

    expect(fates.get(contact(1))).toMatchObject({ is: 'here', id: contact(1), left: null });
  });

  it('asks for 2,500 records in one call, no address longer than Salesforce reads', async () => {
    const { client, calls } = orgWith();

    await fatesOf(
      client,
      Array.from({ length: 2_500 }, (_, n) => contact(n)),
    );

    expect(calls.map((queries) => queries.length)).toEqual([5]);
    for (const soql of calls[0] ?? []) expect(encodeURIComponent(soql).length).toBeLessThan(16_384);
  });

  it('goes without the fields that an admin has not given to the worker', async () => {
    const refusal = (field: string): Answer => ({
      httpStatusCode: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: `No such column '${field}' on Contact` }],
    });
    const records = [{ Id: contact(1), Email: 'Ada@Example.com', HasOptedOutOfEmail: true }];
    const { client, calls } = orgWith((soql) => {
      const hidden = ['AccountId', 'IsPersonAccount'].find((field) => soql.includes(field));
      return hidden ? refusal(hidden) : { httpStatusCode: 200, body: { done: true, records } };
    });

    const fates = await fatesOf(client, [contact(1)]);
    await fatesOf(client, [contact(1)]);

    expect(fates.get(contact(1))).toMatchObject({
      ...{ is: 'here', email: 'ada@example.com', optedOut: true },
    });
    expect(fates.get(contact(1)), 'what is hidden is not known').not.toHaveProperty('accountId');
    expect(calls, 'it is asked without them for a while').toHaveLength(4);
  });
});
