import { describe, it, expect } from 'vitest';
import { deliver } from '../../src/deliver/deliver.ts';
import { failureIn, failureOf, orderKey, orderUnit } from './rows.ts';
import { useOrgs } from './use-org.ts';

const useOrg = useOrgs();

const AWAY = {
  status: 503,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>We are down for maintenance.</body></html>',
};

describe('Salesforce away', () => {
  it.each([
    ['answers a page of HTML', AWAY],
    ['answers SERVER_UNAVAILABLE', { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE' }] }],
    ['answers 500 without a word', { status: 500 }],
    ['cuts the connection', { drop: true }],
    ['loses its answer', { drop: true, afterWork: true }],
  ])('that %s is met again later, and writes once', async (_, fault) => {
    const { org, client, pool } = await useOrg();
    org.faults.add({ path: '/composite$', ...fault });

    const first = await deliver(pool, client, [orderUnit(1)]);
    const second = await deliver(pool, client, [orderUnit(1)]);

    expect(failureOf(first.units.get(orderKey(1))).kind).toBe('salesforce_unavailable');
    expect(second.units.get(orderKey(1))).toMatchObject({ ok: true, wrote: 3 });
    for (const object of ['Lead', 'Order__c', 'Order_Item__c']) {
      expect(org.query(`SELECT Id FROM ${object}`)).toHaveLength(1);
    }
  });

  it('is asked once and no more: when to come again is not decided here', async () => {
    const { org, client, apiCalls } = await useOrg();
    org.faults.add({ path: '/services/data', times: 20, ...AWAY });

    await failureIn(client.request('GET', '/limits'));

    expect(apiCalls()).toBe(1);
  });

  it('that never answers is given up at the deadline', async () => {
    const { org, client } = await useOrg({ deadlineMs: 100 });
    org.faults.add({ path: '/limits', delayMs: 20_000 });
    const started = Date.now();

    const failure = await failureIn(client.request('GET', '/limits'));

    expect(failure.kind).toBe('salesforce_unavailable');
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('keeps what was written before it went away in the middle', async () => {
    const { org, client, pool } = await useOrg();
    const first = await deliver(pool, client, [orderUnit(1)]);
    expect(first.units.get(orderKey(1))).toMatchObject({ ok: true });
    org.faults.add({ path: '/composite$', ...AWAY });

    const { units, ids } = await deliver(pool, client, [orderUnit(1), orderUnit(2)]);

    expect(units.get(orderKey(1))).toEqual({ ok: true, wrote: 0, repairs: [] });
    expect(failureOf(units.get(orderKey(2))).kind).toBe('salesforce_unavailable');
    expect(ids.has('Order__c bc1:order:1')).toBe(true);
    expect(ids.has('Order__c bc1:order:2')).toBe(false);
  });
});

describe('limits', () => {
  it('the daily allotment used up is told as such, with what can be done', async () => {
    const { org, client, pool } = await useOrg();
    org.setDailyLimit(0);

    const { units } = await deliver(pool, client, [orderUnit(1)]);

    const failure = failureOf(units.get(orderKey(1)));
    expect(failure.kind).toBe('salesforce_quota');
    expect(failure.nextStep).toContain('24-hour window');
  });

  it('too many calls at once have passed in seconds: it says when to come again', async () => {
    const { org, client } = await useOrg();
    const message = 'ConcurrentPerOrgLongTxn Limit exceeded.';
    const body = [{ message, errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    org.faults.add({ path: '/limits', status: 403, body });

    const failure = await failureIn(client.request('GET', '/limits'));

    expect(failure.kind).toBe('salesforce_unavailable');
    expect(failure.retryAfterMs).toBe(5_000);
  });

  it('a row that meets the daily limit inside a call is told as such', async () => {
    const { org, client, pool } = await useOrg();
    const fault = { object: 'Lead', statusCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Exceeded.' };
    org.rowFaults.add(fault);

    const { units } = await deliver(pool, client, [orderUnit(1)]);

    expect(failureOf(units.get(orderKey(1))).kind).toBe('salesforce_quota');
  });
});
