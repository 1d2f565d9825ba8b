import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { finished } from './bulk-kit.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
const ask = askAs(() => org);
beforeEach(async () => {
  org = await startOrg();
  const lead = await create(org, 'Lead', { LastName: 'Ada, "A"', Company: 'Acme' });
  const placed = { Placed_At__c: '2026-05-20T10:00:00Z' };
  await create(org, 'Order__c', { Name: '1', Total__c: 10, Lead__c: lead, ...placed });
  await create(org, 'Order__c', { Name: '2', Archived__c: true });
});
afterEach(() => org.close());

async function startQuery(query: string, more: object = {}): Promise<string> {
  const { json } = await ask('POST', 'jobs/query', { operation: 'query', query, ...more });
  return (json as { id: string }).id;
}

const SOQL =
  'select name, total__c, placed_at__c, archived__c, lead__r.name from order__c order by name';

describe('a query job', () => {
  it('writes every value in quotes below the proper names', async () => {
    const id = await startQuery(SOQL);
    const job = { state: 'JobComplete', numberRecordsProcessed: 2 };
    expect(await finished(org, 'query', id)).toMatchObject(job);
    const { text, headers } = await ask('GET', `jobs/query/${id}/results`);
    expect(text).toBe(
      '"Name","Total__c","Placed_At__c","Archived__c","Lead__r.Name"\n' +
        '"1","10.0","2026-05-20T10:00:00.000Z","false","Ada, ""A"""\n' +
        '"2","","","true",""\n',
    );
    expect(headers.get('sforce-locator')).toBe('null');
    expect(headers.get('sforce-numberofrecords')).toBe('2');
  });

  it('hands its result out in parts, each naming the next', async () => {
    const id = await startQuery(SOQL, { columnDelimiter: 'TAB', lineEnding: 'CRLF' });
    await finished(org, 'query', id);
    const first = await ask('GET', `jobs/query/${id}/results?maxRecords=1`);
    expect(first.text.split('\r\n')[1]).toMatch(/^"1"\t/);
    const locator = first.headers.get('sforce-locator') ?? '';
    const next = await ask('GET', `jobs/query/${id}/results?maxRecords=1&locator=${locator}`);
    expect(next.text.split('\r\n')[1]).toMatch(/^"2"\t/);
    expect(next.headers.get('sforce-locator')).toBe('null');
    const wrong = await ask('GET', `jobs/query/${id}/results?locator=nonsense`);
    expect(wrong.json).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
  });

  it('is read by jsforce as a stream of records', async () => {
    const stream = await connectAsAdmin(org).bulk2.query('SELECT Name FROM Order__c ORDER BY Name');
    expect(await stream.toArray()).toEqual([{ Name: '1' }, { Name: '2' }]);
  });

  it('finds the recycle bin when it is a queryAll', async () => {
    const [row] = org.query("SELECT Id FROM Order__c WHERE Name = '2'");
    await ask('DELETE', `sobjects/Order__c/${String(row?.Id)}`);
    const counts = [];
    for (const operation of ['query', 'queryAll']) {
      const id = await startQuery('SELECT Name FROM Order__c', { operation });
      counts.push((await finished(org, 'query', id)).numberRecordsProcessed);
    }
    expect(counts).toEqual([1, 2]);
  });

  it.each([
    ['SELECT Nonsense FROM Order__c', 'INVALID_FIELD'],
    ['SELECT FROM', 'MALFORMED_QUERY'],
    ['SELECT Status__c, COUNT(Id) FROM Order__c GROUP BY Status__c', 'FEATURENOTENABLED'],
    ['SELECT Name, (SELECT Name FROM Order_Items__r) FROM Order__c', 'FEATURENOTENABLED'],
  ])('%s is refused with %s', async (query, errorCode) => {
    const { status, json } = await ask('POST', 'jobs/query', { operation: 'query', query });
    expect({ status, json }).toMatchObject({ status: 400, json: [{ errorCode }] });
  });

  it('cannot be aborted once it is complete, but deleted', async () => {
    const id = await startQuery(SOQL);
    await finished(org, 'query', id);
    const aborted = await ask('PATCH', `jobs/query/${id}`, { state: 'Aborted' });
    expect(aborted.json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
    expect((await ask('DELETE', `jobs/query/${id}`)).status).toBe(204);
    expect((await ask('GET', `jobs/query/${id}/results`)).status).toBe(404);
  });
});
