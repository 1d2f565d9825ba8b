// AppLink takes jsforce apart as CommonJS; whoever shares its process then imports a jsforce without
// a Connection, unless it was there before.
import 'jsforce';
import { parseRequest, type BulkApi, type IngestJobReference, type Org } from '@heroku/applink';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ADMIN_TOKEN, startOrg } from '../stand-ins/salesforce/kit.ts';

let org: LocalOrg;

beforeEach(async () => {
  org = await startOrg();
  return () => org.close();
});

/** What Heroku AppLink sends along with a call from the org: who calls, from where, with which token. */
function fromRequest(accessToken = ADMIN_TOKEN): Org & { bulkApi: BulkApi } {
  const [{ Id: orgId } = {}] = org.query('SELECT Id FROM Organization');
  const [{ Id: userId } = {}] = org.query(
    `SELECT Id FROM User WHERE Username = '${org.usernames.admin}'`,
  );
  const client = {
    ...{ requestId: '00DTEST-1', accessToken, apiVersion: '66.0', namespace: '' },
    ...{ orgId, orgDomainUrl: org.url, userContext: { userId, username: org.usernames.admin } },
  };
  const header = Buffer.from(JSON.stringify(client)).toString('base64');
  const { context } = parseRequest({ 'x-client-context': header }, null, console);
  if (!context.org) throw new Error('AppLink found no org in the header.');
  // Its types leave the bulk API out.
  return context.org as Org & { bulkApi: BulkApi };
}

describe('@heroku/applink against the local org', () => {
  it('creates, reads, changes and deletes a record', async () => {
    const { dataApi } = fromRequest();
    const { id } = await dataApi.create({
      type: 'Lead',
      fields: { LastName: 'Doe', Company: 'Doe' },
    });
    await dataApi.update({ type: 'Lead', fields: { id, FirstName: 'Ada' } });
    const found = await dataApi.query('SELECT Id, Name FROM Lead');
    expect(found).toMatchObject({ done: true, totalSize: 1, records: [{ type: 'Lead' }] });
    expect(found.records[0]?.fields.Name).toBe('Ada Doe');
    await dataApi.delete('Lead', id);
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('hears the org’s own words when a record is refused', async () => {
    const { dataApi } = fromRequest();
    const refused = dataApi.create({ type: 'Lead', fields: { Company: 'Doe' } });
    await expect(refused).rejects.toThrow('Required fields are missing: [LastName]');
  });

  it('commits a unit of work whose second record points at the first', async () => {
    const { dataApi } = fromRequest();
    const work = dataApi.newUnitOfWork();
    const account = work.registerCreate({ type: 'Account', fields: { Name: 'Doe & Co' } });
    const contact = work.registerCreate({
      type: 'Contact',
      fields: { LastName: 'Doe', AccountId: account },
    });
    const results = await dataApi.commitUnitOfWork(work);
    expect(results.get(contact)?.id).toMatch(/^003/);
    expect(org.query('SELECT Account.Name FROM Contact')).toMatchObject([
      { Account: { Name: 'Doe & Co' } },
    ]);
    expect(org.journal.count('POST', /composite\/graph$/)).toBe(1);
  });

  it('keeps nothing of a unit of work when a part of it is refused', async () => {
    const { dataApi } = fromRequest();
    const work = dataApi.newUnitOfWork();
    work.registerCreate({ type: 'Contact', fields: { FirstName: 'Ada' } });
    work.registerCreate({ type: 'Account', fields: { Name: 'Doe & Co' } });
    await expect(dataApi.commitUnitOfWork(work)).rejects.toThrow('Required fields are missing');
    expect(org.query('SELECT Id FROM Account')).toEqual([]);
  });

  it('follows a query over its parts', async () => {
    const { dataApi, bulkApi } = fromRequest();
    await ingest(bulkApi, 2100);
    const first = await dataApi.query('SELECT Id FROM Lead');
    expect(first).toMatchObject({ done: false, totalSize: 2100 });
    const second = await dataApi.queryMore(first);
    expect(first.records.length + second.records.length).toBe(2100);
  });

  it('ingests a table by a bulk job, with good and failed rows apart', async () => {
    const { bulkApi } = fromRequest();
    const job = await ingest(bulkApi, 3, ['', 'Nobody']);
    const good = await bulkApi.getSuccessfulResults(job);
    expect(good.map((row) => row.get('LastName'))).toEqual(['Doe 0', 'Doe 1', 'Doe 2']);
    const [failed] = await bulkApi.getFailedResults(job);
    expect(failed?.get('sf__Error')).toContain('REQUIRED_FIELD_MISSING');
  });

  it('is refused with a token the org does not know', async () => {
    const { dataApi } = fromRequest('00Dwrong!token');
    await expect(dataApi.query('SELECT Id FROM Lead')).rejects.toThrow('Session expired');
  });
});

/** Inserts that many leads, and one more row, and waits for the job's end. */
async function ingest(
  bulkApi: BulkApi,
  count: number,
  extra?: string[],
): Promise<IngestJobReference> {
  const table = bulkApi.createDataTableBuilder(['LastName', 'Company']);
  for (let place = 0; place < count; place += 1) table.addRow([`Doe ${place}`, 'Doe']);
  if (extra) table.addRow(extra);
  const [job] = await bulkApi.ingest({
    ...{ object: 'Lead', operation: 'insert', dataTable: table.build() },
  });
  if (!job || !('id' in job)) throw new Error(`The job was refused: ${JSON.stringify(job)}`);
  await waitFor(async () => (await bulkApi.getInfo(job)).state === 'JobComplete', {
    what: 'the ingest job to be complete',
  });
  return job;
}
