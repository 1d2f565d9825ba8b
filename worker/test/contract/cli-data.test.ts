import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { onOrg, openSfCli, type SfCli } from './sf-cli.ts';

const TOKEN = '00DCb0000000001MAA!administrator';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

// Each command is a process of its own that takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let org: LocalOrg;
let sf: SfCli;

beforeAll(async () => {
  const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const app = { clientId: 'cli-app', publicKeyPem, username: 'worker@local-org.example' };
  org = await startSalesforce({ adminToken: TOKEN, apps: [app] });
  sf = openSfCli();
  // As people paste it: the CLI keeps the slash at the end and doubles it in every later call.
  const login = ['org', 'login', 'access-token', '--instance-url', `${org.url}/`, '--no-prompt'];
  await sf.result([...login, '--alias', 'admin'], { SF_ACCESS_TOKEN: TOKEN });
});
afterAll(async () => {
  sf.remove();
  await org.close();
});

const admin = (command: string, ...more: string[]) => onOrg('admin', command, more);

/** Makes a record without the CLI, for what is not about making it. */
async function create(object: string, fields: object): Promise<string> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${object}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return ((await response.json()) as { id: string }).id;
}

/** A row as the org holds it, whoever wrote it. */
const held = (soql: string): Record<string, unknown> => {
  const { attributes, ...row } = org.query(soql)[0] ?? {};
  return attributes ? row : {};
};

describe('the Salesforce CLI signs in', () => {
  it('with an access token, and shows the org as connected', async () => {
    const shown = await sf.result(admin('org display'));
    expect(shown).toMatchObject({
      username: 'admin@local-org.example',
      connectedStatus: 'Connected',
      apiVersion: '67.0',
      instanceUrl: `${org.url}/`,
    });
  });

  it('with a key, as the user its app is allowed for, who is no Dev Hub', async () => {
    const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const login = 'org login jwt --username worker@local-org.example --client-id cli-app';
    const more = ['--instance-url', `${org.url}/`, '--jwt-key-file', sf.write('server.key', key)];
    expect(await sf.result([...login.split(' '), ...more])).toMatchObject({
      username: 'worker@local-org.example',
      isDevHub: false,
    });
  });

  it('for a browser, and is given a way in', async () => {
    const opened = await sf.result<{ url: string }>(admin('org open --url-only'));
    expect(opened.url).toContain(`${org.url}/secur/frontdoor.jsp?otp=`);
  });
});

describe('one record', () => {
  it('is created, read, changed and deleted', async () => {
    const record = <Result>(verb: string, ...more: string[]) =>
      sf.result<Result>(admin(`data ${verb} record --sobject lead`, ...more));
    const values = "LastName=Ada Company='The Mill' Total_Spend__c=12.50";
    const { id } = await record<{ id: string }>('create', '--values', values);
    expect(held(`SELECT Company, Total_Spend__c FROM Lead WHERE Id = '${id}'`)).toEqual({
      Company: 'The Mill',
      Total_Spend__c: 12.5,
    });
    const where = "LastName='Ada' Company='The Mill'";
    expect((await record<{ Id: string }>('get', '--where', where)).Id).toBe(id);
    await record('update', '--record-id', id, '--values', 'Company=Mills');
    expect(held(`SELECT Company FROM Lead WHERE Id = '${id}'`)).toEqual({ Company: 'Mills' });
    await record('delete', '--record-id', id);
    expect(held(`SELECT Id FROM Lead WHERE Id = '${id}'`)).toEqual({});
  });

  it('that the org refuses is told in its words', async () => {
    const wrong = admin('data create record --sobject Lead --values LastName=Nobody --json');
    const { exitCode, json } = await sf.run(wrong);
    expect(exitCode).not.toBe(0);
    expect(json).toMatchObject({
      name: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Company]',
    });
  });
});

describe('many records', () => {
  const bulk = (verb: string, object: string, csv: string, more: string[] = []) => {
    const file = sf.write(`${verb}.csv`, csv);
    const command = `data ${verb} bulk --sobject ${object} --wait 1 --json`;
    return sf.run(admin(command, '--file', file, ...more));
  };

  it('are imported, changed and deleted', async () => {
    const imported = await bulk('import', 'Account', 'Name,Site\nBulk A,x\n"Bulk ""B"", too",x\n');
    expect(imported.json.result).toMatchObject({ processedRecords: 2, failedRecords: 0 });
    const rows = org.query("SELECT Id, Name FROM Account WHERE Site = 'x' ORDER BY Name");
    expect(rows.map(({ Name }) => Name)).toEqual(['Bulk "B", too', 'Bulk A']);
    const ids = rows.map(({ Id }) => String(Id));
    const changed = await bulk('update', 'Account', `Id,Site\n${ids.join(',y\n')},y\n`);
    expect(changed.json.result).toMatchObject({ processedRecords: 2, failedRecords: 0 });
    expect(org.query("SELECT Id FROM Account WHERE Site = 'y'")).toHaveLength(2);
    expect((await bulk('delete', 'Account', `Id\n${ids.join('\n')}\n`)).exitCode).toBe(0);
    expect(org.query("SELECT Id FROM Account WHERE Site = 'y'")).toEqual([]);
  });

  it('are upserted, and the rows that were refused can be fetched with the reason', async () => {
    const csv = 'External_Id__c,Name,Status__c\nbulk-1,One,Shipped\nbulk-2,Two,Nonsense\n';
    const upserted = await bulk('upsert', 'Order__c', csv, ['--external-id', 'External_Id__c']);
    expect(upserted.json).toMatchObject({ name: 'FailedRecordDetailsError' });
    expect(held("SELECT Name FROM Order__c WHERE External_Id__c = 'bulk-1'")).toEqual({
      Name: 'One',
    });
    const id = /750\w{15}/.exec(upserted.stdout)?.[0] ?? '';
    const results = await sf.result(admin(`data bulk results --job-id ${id}`));
    expect(results).toMatchObject({
      status: 'JobComplete',
      successfulRecords: 1,
      failedRecords: 1,
    });
    const failed = readFileSync(join(sf.folder, `${id}-failed-records.csv`), 'utf8');
    expect(failed).toContain('bad value for restricted picklist field: Nonsense');
  });

  it('with a column nobody knows fail as a whole', async () => {
    const { json } = await bulk('import', 'Account', 'Name,Nonsense\na,b\n');
    expect(json.message).toContain('InvalidBatch : Field name not found : Nonsense');
  });

  it('are exported', async () => {
    const soql = 'SELECT Username, Profile.Name FROM User ORDER BY Username';
    const to = 'data export bulk --output-file users.csv --result-format csv --wait 1';
    await sf.result(admin(to, '--query', soql));
    expect(readFileSync(join(sf.folder, 'users.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      '"Username","Profile.Name"',
      '"admin@local-org.example","System Administrator"',
    ]);
  });
});

describe('a tree of records', () => {
  it('is exported and imported again with its relationships', async () => {
    const record = (type: string, referenceId: string, more: object) =>
      JSON.stringify({ records: [{ attributes: { type, referenceId }, ...more }] });
    sf.write('orders.json', record('Order__c', 'o', { Name: 'Tree order' }));
    sf.write('items.json', record('Order_Item__c', 'i', { Name: 'Leaf', Order__c: '@o' }));
    const plan = [
      { sobject: 'Order__c', files: ['orders.json'] },
      { sobject: 'Order_Item__c', files: ['items.json'] },
    ];
    sf.write('plan.json', JSON.stringify(plan));
    await sf.result(admin('data import tree --plan plan.json'));
    expect(held("SELECT Order__r.Name FROM Order_Item__c WHERE Name = 'Leaf'")).toMatchObject({
      Order__r: { Name: 'Tree order' },
    });
    const soql =
      "SELECT Name, (SELECT Name FROM Order_Items__r) FROM Order__c WHERE Name = 'Tree order'";
    await sf.result(admin('data export tree --plan --output-dir tree --query', soql));
    const exported = readdirSync(join(sf.folder, 'tree')).map((name) =>
      readFileSync(join(sf.folder, 'tree', name), 'utf8'),
    );
    expect(exported.join('')).toContain('"Order__c": "@Order__cRef1"');
  });
});

describe('a query', () => {
  it('prints its columns by their proper names, parents, children and sums included', async () => {
    const id = await create('Contact', { LastName: 'Query' });
    for (const n of ['1', '2']) {
      const order = {
        Name: `Query ${n}`,
        Total__c: `${n}.5`,
        Status__c: 'Shipped',
        Contact__c: id,
      };
      await create('Order__c', order);
    }
    const print = async (soql: string) =>
      (await sf.run(admin('data query --query', soql))).stdout.replace(/ +/g, ' ');
    const [down, sums] = await Promise.all([
      print(
        'select lastname, owner.username, (select name, total__c from orders__r order by name) ' +
          `from contact where id = '${id}'`,
      ),
      print(
        'select status__c, count(id), sum(total__c) whole from order__c ' +
          `where contact__c = '${id}' group by status__c having count(id) > 1`,
      ),
    ]);
    expect(down).toContain('LASTNAME OWNER.USERNAME');
    expect(down).toContain('Query admin@local-org.example');
    expect(down).toMatch(/Query 2 2\.5/);
    expect(sums).toMatch(/STATUS__C COUNT\(ID\) WHOLE/);
    expect(sums).toContain('Shipped 2 4');
  });

  it('that makes no sense is refused in the words of the platform', async () => {
    const query = admin('data query --json --query', 'SELECT Nonsense FROM Lead');
    const { json } = await sf.run(query);
    expect(json.name).toBe('INVALID_FIELD');
    expect(json.message).toContain("No such column 'Nonsense' on entity 'Lead'");
  });

  it('may be a search', async () => {
    const sosl = 'FIND {system} IN NAME FIELDS RETURNING User(Username)';
    const found = await sf.result(admin('data search --query', sosl));
    expect(found).toMatchObject({ searchRecords: [{ Username: 'admin@local-org.example' }] });
  });
});

describe('what the org is', () => {
  it('is described: its objects, their fields, its limits and how much is in it', async () => {
    const [objects, described, limits, counts] = await Promise.all([
      sf.result<string[]>(admin('sobject list --sobject all')),
      sf.result(admin('sobject describe --sobject order__c')),
      sf.result<{ name: string }[]>(admin('org list limits')),
      sf.result(admin('org list sobject record-counts --sobject User')),
    ]);
    expect(objects).toEqual(expect.arrayContaining(['Lead', 'Order__c', 'Shop__c']));
    expect(described).toMatchObject({ name: 'Order__c', createable: true });
    expect(limits.map(({ name }) => name)).toContain('DailyApiRequests');
    expect(counts).toMatchObject([{ name: 'User', count: 2 }]);
  });

  it('can be asked by any request of the REST API', async () => {
    const { stdout } = await sf.run(admin('api request rest /services/data/v66.0/limits'));
    expect(JSON.parse(stdout)).toMatchObject({ DailyApiRequests: { Max: 100_000 } });
  });
});
