import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectAsWorker, create, curl, startOrg } from './kit.ts';
import { fieldXml, makeSources, objectXml } from './sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-org-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('an org with a file comes back as it was, and goes on counting where it stopped', async () => {
  const file = join(folder, 'org.jsonl');
  const first = await startOrg({ file });
  const id = await create(first, 'Cart__c', {
    External_Id__c: 'c1',
    Value__c: '99999999999999.9999',
  });
  first.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
  const connection = await connectAsWorker(first);
  await first.close();

  const second = await startOrg({ file });
  const again = await curl(second, 'PATCH', 'sobjects/Cart__c/External_Id__c/c1', {});
  expect(again.json).toMatchObject({ id, created: false });
  const next = await create(second, 'Cart__c', { External_Id__c: 'c2' });
  expect(next).not.toBe(id);
  const read = await curl(second, 'GET', 'query?q=SELECT+Name,Value__c+FROM+Cart__c');
  expect(read.text).toContain('"Name":"CART-000001","Value__c":99999999999999.9999}');
  expect(read.text).toContain('CART-000002');
  expect(second.rules.duplicateRules.list()).toHaveLength(1);
  const authorization = `Bearer ${connection.accessToken ?? ''}`;
  expect((await curl(second, 'GET', 'limits', undefined, { authorization })).status).toBe(200);
  await second.close();
});

it('a reset brings back the first day, apps of the start included', async () => {
  const org = await startOrg({ file: join(folder, 'org.jsonl') });
  await create(org, 'Lead', { LastName: 'A', Company: 'B' });
  org.rowFaults.add({ object: 'Lead', statusCode: 'X', message: 'x' });
  await fetch(`${org.url}/__local__/reset`, { method: 'POST' });
  expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  expect(org.rowFaults.list()).toEqual([]);
  expect((await connectAsWorker(org)).accessToken).toBeTruthy();
  await org.close();
});

it('an org with a namespace knows every name of the package with it, and none without', async () => {
  const org = await startOrg({ namespace: 'cb' });
  const worker = await connectAsWorker(org);
  const lead = { LastName: 'A', Company: 'B', cb__Customer_Key__c: 'k1' };
  await worker.sobject('Lead').create(lead);
  await worker
    .sobject('cb__Order__c')
    .upsert(
      { cb__External_Id__c: 'o1', cb__Lead__r: { cb__Customer_Key__c: 'k1' } },
      'cb__External_Id__c',
    );
  const found = await worker.query(
    'SELECT cb__Lead__r.cb__Customer_Key__c, (SELECT Id FROM cb__Order_Items__r) FROM cb__Order__c',
  );
  expect(found.records).toMatchObject([
    { cb__Lead__r: { cb__Customer_Key__c: 'k1' }, cb__Order_Items__r: null },
  ]);
  await expect(worker.query('SELECT Id FROM Order__c')).rejects.toMatchObject({
    name: 'INVALID_TYPE',
  });
  await expect(worker.query('SELECT Customer_Key__c FROM Lead')).rejects.toMatchObject({
    name: 'INVALID_FIELD',
  });
  await org.close();
});

it('sources that make no sense are refused by the name of the file', async () => {
  const objectFile = 'objects/A__c/A__c.object-meta.xml';
  const unknown = makeSources({
    [objectFile]: objectXml('A'),
    'objects/A__c/fields/B__c.field-meta.xml': fieldXml('B__c', '<type>Riddle</type>'),
  });
  const dangling = makeSources({
    [objectFile]: objectXml('A'),
    'objects/A__c/fields/B__c.field-meta.xml': fieldXml(
      'B__c',
      '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo>',
    ),
  });
  await expect(startOrg({ schemaDir: unknown.folder })).rejects.toThrow(
    /B__c\.field-meta\.xml.*"Riddle"/,
  );
  await expect(startOrg({ schemaDir: dangling.folder })).rejects.toThrow(
    'A__c.B__c refers to Nowhere__c',
  );
  unknown.remove();
  dangling.remove();
});

it('the process says where it listens, knows its apps, and stops when asked to', async () => {
  const main = join(import.meta.dirname, '../../../stand-ins/salesforce/main.ts');
  const apps = join(folder, 'apps.json');
  const app = { clientId: 'c', clientSecret: 's', username: 'worker@local-org.example' };
  writeFileSync(apps, JSON.stringify([app]));
  const child = spawn(process.execPath, [main, '--port', '0', '--apps', apps], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\/\/\S+/.exec(line.toString())?.[0] ?? '';
  const form = { grant_type: 'client_credentials', client_id: 'c', client_secret: 's' };
  const body = new URLSearchParams(form);
  const token = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body });
  expect(token.status).toBe(200);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});
