import { describe, it, expect } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import {
  failureOf,
  knownLeadRow,
  leadRow,
  numbers,
  orderKey,
  orderUnit,
  personUnit,
} from './rows.ts';
import { useOrgs, type UsedOrg } from './use-org.ts';
import { watch } from './watch.ts';

const useOrg = useOrgs();

/** A value of the wrong kind: Salesforce then reads nothing of the request. */
const UNREADABLE = { Order_Count__c: 'many' };

describe('a request that Salesforce cannot read', () => {
  it('loses its one bad row only: 199 of 200 are written', async () => {
    const { org, client, pool, apiCalls } = await useOrg();
    const units = numbers(200).map((number) =>
      personUnit(leadRow(number, number === 123 ? UNREADABLE : {})),
    );

    const { units: results } = await deliver(pool, client, units);

    expect([...results.values()].filter(({ ok }) => ok)).toHaveLength(199);
    expect(org.query('SELECT COUNT(Id) people FROM Lead')).toMatchObject([{ people: 199 }]);
    expect(failureOf(results.get(units[122]?.key ?? orderKey(0)))).toMatchObject({
      kind: 'record_data',
      details: { code: 'JSON_PARSER_ERROR', object: 'Lead' },
      nextStep: expect.stringContaining('Correct the value') as string,
    });
    // 200, 100, 50, 25, 13, 7, 4, 2, 1: one call for the whole and one for each halving.
    expect(apiCalls()).toBeLessThanOrEqual(9);
  });

  it('takes along the orders that only waited for their people', async () => {
    const { org, client, pool } = await useOrg();
    const bad = orderUnit(3, [1], leadRow(3, UNREADABLE));

    const { units } = await deliver(pool, client, [orderUnit(1), orderUnit(2), bad, orderUnit(4)]);

    expect(units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3 });
    expect(units.get(orderKey(2))).toMatchObject({ ok: true, wrote: 3 });
    expect(units.get(orderKey(4))).toMatchObject({ ok: true, wrote: 3 });
    expect(failureOf(units.get(orderKey(3))).kind).toBe('record_data');
    expect(org.query('SELECT Name FROM Order__c ORDER BY Name')).toHaveLength(3);
  });

  it('with a single row is that row’s fault at once', async () => {
    const { client, pool, apiCalls } = await useOrg();
    const unit = personUnit(leadRow(1, UNREADABLE));

    const { units } = await deliver(pool, client, [unit]);

    expect(failureOf(units.get(unit.key)).kind).toBe('record_data');
    expect(apiCalls()).toBe(1);
  });

  it('with two rows, both bad, names both', async () => {
    const { client, pool } = await useOrg();
    const units = [1, 2].map((number) => personUnit(leadRow(number, UNREADABLE)));

    const { units: results } = await deliver(pool, client, units);

    expect([...results.values()].map((result) => failureOf(result).kind)).toEqual([
      'record_data',
      'record_data',
    ]);
  });

  it('in both halves alike is not about one row: two calls, and no more', async () => {
    const { client, pool } = await useOrg();
    const watched = watch(client);
    const units = numbers(200).map((number) => personUnit(leadRow(number, UNREADABLE)));

    const { units: results } = await deliver(pool, watched.client, units);

    expect(watched.sent()).toEqual([['200 Lead'], ['100 Lead', '100 Lead']]);
    const kinds = new Set([...results.values()].map((result) => failureOf(result).kind));
    expect([...kinds]).toEqual(['unexpected']);
  });

  it('leaves rows to a later try when Salesforce goes away meanwhile', async () => {
    const { org, client, pool } = await useOrg();
    const units = numbers(4).map((number) =>
      personUnit(leadRow(number, number === 4 ? UNREADABLE : {})),
    );
    const watched = watch({
      ...client,
      request: async (method, path, body) => {
        const answer = await client.request<never>(method, path, body);
        org.faults.add({ status: 503, times: 1 });
        return answer;
      },
    });

    const { units: results } = await deliver(pool, watched.client, units);

    expect(watched.sent()).toEqual([['4 Lead'], ['2 Lead', '2 Lead']]);
    const kinds = new Set([...results.values()].map((result) => failureOf(result).kind));
    expect([...kinds]).toEqual(['salesforce_unavailable']);
  });
});

describe('an org that is not set up', () => {
  it('names the field that is missing, and what to do, without trying the rows one by one', async () => {
    const { client: own, pool, apiCalls, admin } = await useOrg({ namespace: 'cb' });
    // To a worker that knows no namespace all of the package's fields are missing.
    const client = { ...own, org: { ...own.org, namespace: '' } };
    const { id } = await admin('POST', 'Lead', { LastName: 'Berg', Company: 'Shop' });
    const units = numbers(200).map((number) => personUnit(knownLeadRow(number, id)));
    const calls = apiCalls();

    const { units: results } = await deliver(pool, client, units);

    for (const result of results.values()) {
      expect(failureOf(result)).toMatchObject({
        kind: 'salesforce_setup',
        message: expect.stringContaining('Order_Count__c') as string,
        nextStep: expect.stringContaining('permission set "Cartbridge Worker"') as string,
        details: { code: 'INVALID_FIELD', missing: ['Order_Count__c'] },
      });
    }
    // One to write, and one to see whether it is a field that went away or the rights to most.
    expect(apiCalls()).toBe(calls + 2);
  });

  it('that lacks an object is told apart from a record that is gone', async () => {
    const { client, pool } = await useOrg();
    const row = { ...leadRow(1), object: 'Loyalty_Card__c' };

    const { units } = await deliver(pool, client, [personUnit(row)]);

    expect(failureOf(units.get(personUnit(row).key))).toMatchObject({
      kind: 'salesforce_setup',
      details: { code: 'NOT_FOUND' },
    });
  });

  it('whose worker has no permission set is told which one to assign', async () => {
    const used = await useOrg();
    const { client, pool } = used;
    await takeRights(used);

    const { units } = await deliver(pool, client, [orderUnit(1)]);

    expect(failureOf(units.get(orderKey(1)))).toMatchObject({
      kind: 'salesforce_auth',
      details: { code: 'API_DISABLED_FOR_ORG' },
      nextStep: expect.stringContaining('permission set "Cartbridge Worker"') as string,
    });
  });
});

async function takeRights({ org, admin }: UsedOrg): Promise<void> {
  const [assignment] = org.query(
    "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Cartbridge_Worker'",
  );
  await admin('DELETE', `PermissionSetAssignment/${String(assignment?.Id)}`);
}
