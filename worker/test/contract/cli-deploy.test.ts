import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { openSfCli, type SfCli } from './sf-cli.ts';

// The Salesforce CLI as itself deploys force-app into an org that has nothing but standard objects.

const ROOT = join(import.meta.dirname, '../../..');
const TOKEN = '00DCb0000000001!admin';
const COMMAND_MS = 60_000;

let org: LocalOrg;
let cli: SfCli;

beforeAll(async () => {
  org = await startSalesforce({ empty: true, adminToken: TOKEN });
  cli = openSfCli();
  cpSync(join(ROOT, 'force-app'), join(cli.folder, 'force-app'), { recursive: true });
  cpSync(join(ROOT, 'sfdx-project.json'), join(cli.folder, 'sfdx-project.json'));
  // A project on an address that is no Salesforce domain is accepted only for orgs signed in before.
  const url = org.url.replace('127.0.0.1', 'localhost');
  const words = [
    'org',
    'login',
    'access-token',
    '--instance-url',
    url,
    '--no-prompt',
    '--alias',
    'local',
  ];
  await cli.result([...words, '--set-default'], { SF_ACCESS_TOKEN: TOKEN });
}, COMMAND_MS);

afterAll(async () => {
  cli.remove();
  await org.close();
});

const deploy = (...words: string[]) => [
  'project',
  'deploy',
  'start',
  '--source-dir',
  'force-app',
  ...words,
];
const file = (name: string): string => join(cli.folder, 'force-app/main', name);

function change(name: string, from: string, to: string): () => void {
  const before = readFileSync(file(name), 'utf8');
  if (!before.includes(from))
    throw new Error(`${name} no longer holds "${from}"; adapt this test.`);
  writeFileSync(file(name), before.replace(from, to));
  return () => writeFileSync(file(name), before);
}

const hasOrders = (): boolean => {
  try {
    org.query('SELECT Id FROM Order__c');
    return true;
  } catch {
    return false;
  }
};

interface Deployed {
  numberComponentsDeployed: number;
  numberComponentErrors: number;
  details: { componentFailures?: { fullName: string; problem: string; lineNumber: number }[] };
}

it(
  'the CLI validates, fails with lines, deploys, lists, assigns and retrieves the package',
  async () => {
    // By REST; the later ones go by SOAP, which is what the CLI does unless told otherwise.
    const byRest = { SF_ORG_METADATA_REST_DEPLOY: 'true' };
    const dry = await cli.result<Deployed>(deploy('--dry-run'), byRest);
    expect(org.journal.list().some(({ path }) => path.includes('deployRequest'))).toBe(true);
    expect(dry.numberComponentErrors).toBe(0);
    expect(hasOrders()).toBe(false);

    const restore = [
      change(
        'commerce/objects/Order__c/fields/Channel__c.field-meta.xml',
        '<length>40</length>',
        '',
      ),
      change(
        'access/permissionsets/Cartbridge_Reader.permissionset-meta.xml',
        '<field>Cart__c.Value__c</field>',
        '<field>Cart__c.Valu__c</field>',
      ),
    ];
    const failed = await cli.run([...deploy(), '--json']);
    expect(failed.exitCode).toBe(1);
    const { details } = failed.json.result as Deployed;
    expect(details.componentFailures).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          fullName: 'Order__c.Channel__c',
          problem: "Must specify a 'length' for a CustomField of type Text",
          lineNumber: expect.any(Number) as number,
        }),
        expect.objectContaining({
          fullName: 'Cartbridge_Reader',
          problem: 'In field: field - no CustomField named Cart__c.Valu__c found',
          lineNumber: expect.any(Number) as number,
        }),
      ]),
    );
    expect(hasOrders()).toBe(false);
    for (const undo of restore) undo();

    const deployed = await cli.result<Deployed>(deploy());
    expect(deployed.numberComponentsDeployed).toBeGreaterThan(100);
    expect(org.query('SELECT Id FROM Order__c')).toEqual([]);

    const listed = await cli.result<{ fullName: string }[]>([
      ...['org', 'list', 'metadata', '--metadata-type', 'PermissionSet'],
    ]);
    expect(listed.map(({ fullName }) => fullName).sort()).toEqual([
      'Cartbridge_Admin',
      'Cartbridge_People_Follower',
      'Cartbridge_Reader',
      'Cartbridge_Worker',
    ]);

    await cli.result(['org', 'assign', 'permset', '--name', 'Cartbridge_Admin']);
    expect(
      org.query(
        "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Cartbridge_Admin'",
      ),
    ).toHaveLength(1);

    const field = 'commerce/objects/Order__c/fields/Channel__c.field-meta.xml';
    change(field, '<length>40</length>', '<length>41</length>');
    await cli.result(['project', 'retrieve', 'start', '--metadata', 'CustomObject:Order__c']);
    expect(readFileSync(file(field), 'utf8')).toContain('<length>40</length>');
  },
  COMMAND_MS + 30_000,
);
