import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { finished, ingest, jobInfo, resultFile } from './bulk-kit.ts';
import { askAs, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';

let org: LocalOrg;
const ask = askAs(() => org);
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const upsertOrders = {
  object: 'Order__c',
  operation: 'upsert',
  externalIdFieldName: 'External_Id__c',
};

describe('an ingest job', () => {
  it('inserts, updates and deletes for jsforce, and says what became of each row', async () => {
    const { bulk2 } = connectAsAdmin(org);
    const rows = [
      { LastName: 'Love', Company: 'Acme' },
      { LastName: '', Company: 'Nobody' },
    ];
    const inserted = await bulk2.loadAndWaitForResults({
      object: 'Lead',
      operation: 'insert',
      input: rows,
      pollInterval: 20,
    });
    expect(inserted.successfulResults).toMatchObject([{ sf__Created: 'true', LastName: 'Love' }]);
    expect(inserted.failedResults).toMatchObject([
      {
        sf__Id: '',
        sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
      },
    ]);
    const Id = inserted.successfulResults[0]?.sf__Id ?? '';
    const change = (operation: 'update' | 'delete', input: Record<string, string>[]) =>
      bulk2.loadAndWaitForResults({
        object: 'Lead',
        operation,
        input,
        pollInterval: 20,
      });
    await change('update', [{ Id, Company: 'Other' }]);
    expect(org.query('SELECT LastName, Company FROM Lead')).toMatchObject([
      { LastName: 'Love', Company: 'Other' },
    ]);
    await change('delete', [{ Id }]);
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('upserts by an external id and finds parents by theirs', async () => {
    await create(org, 'Lead', { LastName: 'Ada', Company: 'Acme', Customer_Key__c: 'k1' });
    await create(org, 'Order__c', { Name: 'old', External_Id__c: 'o1', Total__c: 5 });
    const csv =
      'external_id__c,NAME,Total__c,Lead__r.Customer_Key__c\n' +
      'o1,new,#N/A,k1\n' +
      'o2,"a ""quoted"", one",1.2500,\n' +
      'o3,lost,,nobody\n';
    const id = await ingest(org, upsertOrders, csv);
    expect(await finished(org, 'ingest', id)).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
    });
    expect(
      org.query('SELECT Name, Total__c, Lead__r.Name FROM Order__c ORDER BY External_Id__c'),
    ).toMatchObject([
      { Name: 'new', Total__c: null, Lead__r: { Name: 'Ada' } },
      { Name: 'a "quoted", one', Total__c: 1.25, Lead__r: null },
    ]);
    expect(await resultFile(org, id, 'failedResults')).toBe(
      '"sf__Id","sf__Error","external_id__c","NAME","Total__c","Lead__r.Customer_Key__c"\n' +
        '"","INVALID_FIELD:Foreign key external ID: nobody not found for field Customer_Key__c in ' +
        'entity Lead:--","o3","lost","","nobody"\n',
    );
    expect(await resultFile(org, id, 'successfulResults')).toMatch(
      /^"sf__Id","sf__Created",.*\n"a\w{17}","false","o1".*\n"a\w{17}","true","o2"/,
    );
  });

  it('leaves a field alone whose cell is empty', async () => {
    await create(org, 'Order__c', { Name: 'a', External_Id__c: 'o1', Email__c: 'a@a.example' });
    await finished(
      org,
      'ingest',
      await ingest(org, upsertOrders, 'External_Id__c,Email__c\no1,\n'),
    );
    expect(org.query('SELECT Email__c FROM Order__c')).toMatchObject([{ Email__c: 'a@a.example' }]);
  });

  it('works through more rows than one slice, each number of them kept', async () => {
    const rows = Array.from({ length: 950 }, (_, n) => `o${n},${n}`).join('\n');
    const id = await ingest(org, upsertOrders, `External_Id__c,Name\n${rows}`);
    expect(await finished(org, 'ingest', id)).toMatchObject({ numberRecordsProcessed: 950 });
    expect(org.query('SELECT COUNT(Id) n FROM Order__c')).toMatchObject([{ n: 950 }]);
    expect((await resultFile(org, id, 'successfulResults')).trim().split('\n')).toHaveLength(951);
  });

  it.each([
    ['Total__c', 'much', 'INVALID_TYPE_ON_FIELD_IN_RECORD:Total: value not of required type: much'],
    ['Status__c', 'Nonsense', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:'],
    ['External_Id__c', '', 'MISSING_ARGUMENT:External_Id__c not specified'],
  ])('refuses the row, not the job, for %s "%s"', async (field, value, error) => {
    const names = field === 'External_Id__c' ? [field, 'Name'] : ['External_Id__c', field];
    const cells = field === 'External_Id__c' ? [value, 'x'] : ['o1', value];
    const id = await ingest(org, upsertOrders, `${names.join(',')}\n${cells.join(',')}\n`);
    expect(await finished(org, 'ingest', id)).toMatchObject({ state: 'JobComplete' });
    expect(await resultFile(org, id, 'failedResults')).toContain(error);
  });

  it('refuses rows that name the same record', async () => {
    const id = await ingest(org, upsertOrders, 'External_Id__c,Name\no1,a\no1,b\n');
    expect(await finished(org, 'ingest', id)).toMatchObject({ numberRecordsFailed: 2 });
    expect(await resultFile(org, id, 'failedResults')).toContain(
      'DUPLICATE_VALUE:Duplicate external id specified: o1:--',
    );
  });

  it.each([
    [
      'a column nobody knows',
      'External_Id__c,X__c\no1,1\n',
      'InvalidBatch : Field name not found : X__c',
    ],
    [
      'other line ends',
      'External_Id__c\r\no1\r\n',
      'ClientInputError : LineEnding is invalid on user data',
    ],
    ['a quote never closed', 'External_Id__c\n"o1\n', 'InvalidBatch : Row 2'],
    ['nothing in it', '', 'InvalidBatch : The upload has no header row'],
  ])('fails as a whole with %s, and touches no row', async (_, csv, message) => {
    const id = await ingest(org, upsertOrders, csv);
    const info = await finished(org, 'ingest', id);
    expect(info).toMatchObject({ state: 'Failed', numberRecordsProcessed: 0 });
    expect(info.errorMessage).toContain(message);
    expect((await ask('GET', `jobs/ingest/${id}/failedResults`)).text.split('\n')).toHaveLength(2);
    expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
  });

  it('shows what it never came to when it failed or was aborted', async () => {
    const id = await ingest(org, upsertOrders, 'External_Id__c,X__c\no1,1\n');
    await finished(org, 'ingest', id);
    expect(await resultFile(org, id, 'unprocessedrecords')).toBe(
      '"External_Id__c","X__c"\n"o1","1"\n',
    );
  });

  it('is open until it is closed, once', async () => {
    const opened = await ask('POST', 'jobs/ingest', { ...upsertOrders, lineEnding: 'CRLF' });
    expect(opened.json).toMatchObject({ state: 'Open', apiVersion: 66, lineEnding: 'CRLF' });
    const { id, contentUrl } = opened.json as { id: string; contentUrl: string };
    expect(contentUrl).toBe(`services/data/v66.0/jobs/ingest/${id}/batches`);
    const csv = { 'content-type': 'text/csv' };
    const put = () => ask('PUT', `jobs/ingest/${id}/batches`, 'External_Id__c\r\no1\r\n', csv);
    expect((await put()).status).toBe(201);
    expect((await put()).json).toMatchObject([{ errorCode: 'CLIENTINPUTERROR' }]);
    const close = () => ask('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
    expect((await close()).json).toMatchObject({ state: 'UploadComplete' });
    await finished(org, 'ingest', id);
    expect((await close()).json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
    expect((await put()).json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
    expect((await ask('DELETE', `jobs/ingest/${id}`)).status).toBe(204);
    expect((await ask('GET', `jobs/ingest/${id}`)).status).toBe(404);
  });

  it('that is aborted does nothing', async () => {
    const { json } = await ask('POST', 'jobs/ingest', upsertOrders);
    const { id } = json as { id: string };
    const aborted = await ask('PATCH', `jobs/ingest/${id}`, { state: 'Aborted' });
    expect(aborted.json).toMatchObject({ state: 'Aborted' });
    expect((await jobInfo(org, 'ingest', id)).state).toBe('Aborted');
    expect((await ask('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' })).status).toBe(400);
  });

  it('can be aborted on the way, and keeps what was done by then', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `o${n}`).join('\n');
    const id = await ingest(org, upsertOrders, `External_Id__c\n${rows}\n`);
    await ask('PATCH', `jobs/ingest/${id}`, { state: 'Aborted' });
    const { state, numberRecordsProcessed } = await jobInfo(org, 'ingest', id);
    expect(state).toBe('Aborted');
    expect(numberRecordsProcessed).toBeLessThan(10_000);
    expect(org.query('SELECT COUNT(Id) n FROM Order__c')).toMatchObject([
      { n: numberRecordsProcessed },
    ]);
    const left = (await resultFile(org, id, 'unprocessedrecords')).trim().split('\n');
    expect(left).toHaveLength(1 + 10_000 - numberRecordsProcessed);
  });

  it.each([
    [{ object: 'X__c', operation: 'insert' }, 'INVALIDENTITY'],
    [{ object: 'Lead', operation: 'merge' }, 'INVALIDJOB'],
    [{ object: 'Lead', operation: 'upsert' }, 'INVALIDJOB'],
    [{ object: 'Lead', operation: 'upsert', externalIdFieldName: 'Company' }, 'INVALIDJOB'],
    [{ object: 'Lead', operation: 'insert', columnDelimiter: 'DOT' }, 'INVALIDJOB'],
    [{ object: 'Lead', operation: 'hardDelete' }, 'FEATURENOTENABLED'],
  ])('%j is refused with %s', async (job, errorCode) => {
    const { status, json } = await ask('POST', 'jobs/ingest', job);
    expect({ status, json }).toMatchObject({ status: 400, json: [{ errorCode }] });
  });

  it('has the rights of who made it, and is seen by nobody else but an administrator', async () => {
    const worker = await connectAsWorker(org);
    const ownJobs = async () =>
      (await worker.request<{ records: unknown[] }>('/jobs/ingest')).records.length;
    await ingest(org, upsertOrders, 'External_Id__c\no1\n');
    expect(await ownJobs()).toBe(0);
    const loaded = await worker.bulk2.loadAndWaitForResults({
      object: 'Order__c',
      operation: 'insert',
      input: [{ Name: 'mine', External_Id__c: 'o2' }],
      pollInterval: 20,
    });
    expect(loaded.successfulResults).toHaveLength(1);
    expect(org.query("SELECT CreatedBy.Username FROM Order__c WHERE Name = 'mine'")).toMatchObject([
      { CreatedBy: { Username: 'worker@local-org.example' } },
    ]);
    expect(await ownJobs()).toBe(1);
    expect((await ask('GET', 'jobs/ingest')).json).toMatchObject({ records: [{}, {}] });
  });
});
