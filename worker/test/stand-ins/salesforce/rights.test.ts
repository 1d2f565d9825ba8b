import type { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';
import { fieldXml, makeSources, objectXml, workerXml } from './sources.ts';

let org: LocalOrg;
let worker: Connection;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  worker = await connectAsWorker(org);
});
afterAll(() => org.close());

const person = { LastName: 'Doe', Company: 'Acme' };

describe("the worker's user", () => {
  it('writes and reads the fields its permission set names, and those nobody can hide', async () => {
    const made = await worker
      .sobject('Lead')
      .create({ ...person, FirstName: 'Jo', Cart_Status__c: 'Open' });
    expect(made.success).toBe(true);
    const found = await worker.query('SELECT Name, Cart_Status__c, CreatedDate FROM Lead');
    expect(found.records).toMatchObject([{ Name: 'Jo Doe', Cart_Status__c: 'Open' }]);
  });

  it('finds no trace of a field that its permission set does not name', async () => {
    const id = await create(org, 'Lead', { ...person, AnnualRevenue: 5 });
    const lead = worker.sobject('Lead');
    await expect(worker.query('SELECT AnnualRevenue FROM Lead')).rejects.toMatchObject({
      name: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'AnnualRevenue' on entity 'Lead'") as string,
    });
    await expect(worker.query('SELECT Id FROM Lead WHERE AnnualRevenue = 5')).rejects.toMatchObject(
      {
        name: 'INVALID_FIELD',
      },
    );
    await expect(lead.update({ Id: id, AnnualRevenue: 6 })).rejects.toMatchObject({
      name: 'INVALID_FIELD',
      message: "No such column 'AnnualRevenue' on sobject of type Lead",
    });
    const described = await lead.describe();
    expect(described.fields.map((field) => field.name)).not.toContain('AnnualRevenue');
    expect(await lead.retrieve(id)).not.toHaveProperty('AnnualRevenue');
  });

  it('may look at users but not change them', async () => {
    const [user] = org.query("SELECT Id FROM User WHERE Username = 'admin@local-org.example'");
    expect((await worker.query('SELECT Username FROM User')).totalSize).toBe(2);
    await expect(
      worker.sobject('User').update({ Id: String(user?.Id), FirstName: 'X' }),
    ).rejects.toMatchObject({ name: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  });
});

it('the administrator sees and writes every field', async () => {
  const admin = connectAsAdmin(org);
  await admin.sobject('Lead').create({ ...person, AnnualRevenue: 5 });
  expect((await admin.query('SELECT AnnualRevenue FROM Lead')).records).toMatchObject([
    { AnnualRevenue: 5 },
  ]);
});

describe('rights are read from the sources', () => {
  const objects = {
    'objects/Seen__c/Seen__c.object-meta.xml': objectXml('Seen'),
    'objects/Seen__c/fields/Fixed__c.field-meta.xml': fieldXml(
      'Fixed__c',
      '<type>Text</type><length>5</length>',
    ),
    'objects/Hidden__c/Hidden__c.object-meta.xml': objectXml('Hidden'),
  };
  const withSources = async (permissions: string, work: (worker: Connection) => Promise<void>) => {
    const file = 'permissionsets/Cartbridge_Worker.permissionset-meta.xml';
    const sources = makeSources({ ...objects, [file]: permissions });
    const own = await startOrg({ schemaDir: sources.folder });
    try {
      await work(await connectAsWorker(own));
    } finally {
      await own.close();
      sources.remove();
    }
  };

  it('an object that is not granted does not exist for the user', () =>
    withSources(workerXml(['Seen__c']), async (own) => {
      expect((await own.query('SELECT Id FROM Seen__c')).totalSize).toBe(0);
      await expect(own.query('SELECT Id FROM Hidden__c')).rejects.toMatchObject({
        name: 'INVALID_TYPE',
      });
      await expect(own.sobject('Hidden__c').create({})).rejects.toMatchObject({
        name: 'NOT_FOUND',
      });
      const names = (await own.describeGlobal()).sobjects.map((object) => object.name);
      expect(names).toContain('Seen__c');
      expect(names).not.toContain('Hidden__c');
    }));

  it('a field that is granted to read only cannot be written, nor a row deleted', () =>
    withSources(workerXml(['Seen__c'], ['Seen__c.Fixed__c']), async (own) => {
      const seen = own.sobject('Seen__c');
      await expect(seen.create({ Fixed__c: 'x' })).rejects.toMatchObject({
        name: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      });
      const made = await seen.create({ Name: 'x' });
      await expect(seen.destroy(made.id ?? '')).rejects.toMatchObject({
        name: 'INSUFFICIENT_ACCESS_OR_READONLY',
      });
    }));

  it('a user without the right to the API is refused', () =>
    withSources(workerXml(['Seen__c'], [], false), async (own) => {
      await expect(own.query('SELECT Id FROM Seen__c')).rejects.toMatchObject({
        name: 'API_DISABLED_FOR_ORG',
      });
    }));
});
