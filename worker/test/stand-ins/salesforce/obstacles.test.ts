import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const lead = (LastName: string, Email?: string) => ({ LastName, Company: 'Acme', Email });
const local = (method: string, path: string, body?: object) =>
  fetch(`${org.url}/__local__/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
const codeOf = async (answer: ReturnType<typeof ask>) => {
  const [first] = (await answer).json as { errorCode: string }[];
  return first?.errorCode;
};

describe('a row fault', () => {
  const fault = {
    object: 'Lead',
    field: 'LastName',
    value: 'Bad',
    statusCode: 'UNABLE_TO_LOCK_ROW',
    message: 'locked',
  };

  it('hits the matching row of a collection as often as told, and no other row', async () => {
    org.rowFaults.add({ ...fault, times: 2 });
    const records = ['Good', 'Bad'].map((name) => ({
      attributes: { type: 'Lead' },
      ...lead(name),
    }));
    const successes = async () => {
      const { json } = await ask('POST', 'composite/sobjects', { records });
      return (json as { success: boolean }[]).map((row) => row.success);
    };
    expect(await successes()).toEqual([true, false]);
    expect(await codeOf(ask('POST', 'sobjects/Lead', lead('Bad')))).toBe('UNABLE_TO_LOCK_ROW');
    expect(await successes()).toEqual([true, true]);
    expect(org.rowFaults.list()).toEqual([]);
  });

  it('comes and goes over the control routes', async () => {
    await local('POST', 'row-faults', fault);
    expect(await (await local('GET', 'row-faults')).json()).toEqual([fault]);
    await local('DELETE', 'row-faults');
    expect((await ask('POST', 'sobjects/Lead', lead('Bad'))).status).toBe(201);
  });
});

describe('a duplicate rule', () => {
  const rule = { object: 'Lead', matchField: 'Email' };
  const allow = { 'sforce-duplicate-rule-header': 'allowSave=true' };

  it('that alerts shows what was found and lets those save who insist', async () => {
    const id = await create(org, 'Lead', lead('A', 'a@b.example'));
    org.rules.duplicateRules.add({ ...rule, action: 'alert' });
    const refused = await ask('POST', 'sobjects/Lead', lead('B', 'A@B.example'));
    expect(refused).toMatchObject({
      status: 400,
      json: [
        {
          errorCode: 'DUPLICATES_DETECTED',
          message: 'Use one of these records?',
          duplicateResut: {
            allowSave: true,
            matchResults: [{ matchRecords: [{ record: { Id: id } }] }],
          },
        },
      ],
    });
    expect((await ask('POST', 'sobjects/Lead', lead('B', 'a@b.example'), allow)).status).toBe(201);
  });

  it('that blocks lets nobody save, and tells less in a collection', async () => {
    await create(org, 'Lead', lead('A', 'a@b.example'));
    org.rules.duplicateRules.add({ ...rule, action: 'block' });
    expect((await ask('POST', 'sobjects/Lead', lead('B', 'a@b.example'), allow)).status).toBe(400);
    const records = [{ attributes: { type: 'Lead' }, ...lead('B', 'a@b.example') }];
    const { json } = await ask('POST', 'composite/sobjects', { records });
    expect(json).toEqual([
      {
        success: false,
        errors: [
          { statusCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] },
        ],
      },
    ]);
  });

  it('does not stand in the way of a change to something else', async () => {
    const id = await create(org, 'Lead', lead('A', 'a@b.example'));
    await create(org, 'Lead', lead('B', 'a@b.example'));
    org.rules.duplicateRules.add({ ...rule, action: 'block' });
    expect((await ask('PATCH', `sobjects/Lead/${id}`, { Title: 'Boss' })).status).toBe(204);
  });
});

describe('a validation rule', () => {
  it('refuses what its formula is true of, with its own message', async () => {
    org.addValidationRule({
      object: 'Lead',
      field: 'Phone',
      formula: 'ISBLANK(Phone)',
      message: 'Say a phone.',
    });
    expect((await ask('POST', 'sobjects/Lead', lead('A'))).json).toEqual([
      {
        message: 'Say a phone.',
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Phone'],
      },
    ]);
    expect((await ask('POST', 'sobjects/Lead', { ...lead('A'), Phone: '1' })).status).toBe(201);
  });
});

describe('a lock', () => {
  it('keeps others from the record and from those that point at it, until it is cleared', async () => {
    const id = await create(org, 'Lead', lead('A'));
    await local('POST', 'locks', { recordId: id.slice(0, 15) });
    expect(await codeOf(ask('PATCH', `sobjects/Lead/${id}`, {}))).toBe('UNABLE_TO_LOCK_ROW');
    const order = await ask('POST', 'sobjects/Order__c', { Lead__c: id });
    expect(order).toMatchObject({
      status: 400,
      json: [{ message: `unable to obtain exclusive access to this record or 1 records: ${id}` }],
    });
    org.rules.locks.clear();
    expect((await ask('POST', 'sobjects/Order__c', { Lead__c: id })).status).toBe(201);
  });
});

describe('the daily allotment', () => {
  it('ends in 403 and comes back after a day', async () => {
    await local('PUT', 'daily-limit', { max: 2 });
    expect((await ask('GET', 'limits')).json).toMatchObject({
      DailyApiRequests: { Max: 2, Remaining: 1 },
    });
    expect((await ask('GET', 'limits')).status).toBe(200);
    expect(await ask('GET', 'limits')).toMatchObject({
      status: 403,
      json: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
    });
    await org.clock.advance(25 * 60 * 60 * 1000);
    expect((await ask('GET', 'limits')).status).toBe(200);
  });
});

describe('a fault of the whole service', () => {
  it('may be a page of HTML, and is over when it is used up', async () => {
    const headers = { 'content-type': 'text/html' };
    org.faults.add({ method: 'PATCH', status: 503, headers, body: '<html>Maintenance</html>' });
    const id = await create(org, 'Lead', lead('A'));
    const leads = connectAsAdmin(org).sobject('Lead');
    await expect(leads.update({ Id: id, Title: 'x' })).rejects.toMatchObject({
      name: 'ERROR_HTTP_503',
      message: '<html>Maintenance</html>',
    });
    expect(await leads.update({ Id: id, Title: 'x' })).toMatchObject({ success: true });
  });

  it('may lose the answer of work that was done', async () => {
    org.faults.add({ method: 'POST', path: '/sobjects/Lead', drop: true, afterWork: true });
    await expect(ask('POST', 'sobjects/Lead', lead('A'))).rejects.toThrow();
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });
});
