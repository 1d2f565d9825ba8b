import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { assignWorker } from '../../../scripts/lib/deploy-package-assign.ts';
import { callOrg } from '../../../scripts/lib/deploy-package-call.ts';
import type { BringOptions } from '../../../scripts/lib/deploy-package.ts';
import { packagesFolder } from '../../../scripts/lib/stack-services.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { openJourney } from '../journey/journey.ts';
import { FIRST_ORDER } from '../journey/stories/first-order.ts';
import { onOrg, openSfCli, type SfCli } from './sf-cli.ts';

// The Salesforce CLI as itself makes a managed package of force-app in one org and installs it in
// another, in which the worker then does its work.

const ROOT = join(import.meta.dirname, '../../..');
const TOKEN = '00DCb0000000001!admin';
const FIELD = 'force-app/main/commerce/objects/Order__c/fields/Channel__c.field-meta.xml';
const ALL_MS = 170_000;

let cli: SfCli;
let hub: LocalOrg | undefined;
/** The version's id. */
let released = '';

beforeAll(() => {
  cli = openSfCli();
  cpSync(join(ROOT, 'force-app'), join(cli.folder, 'force-app'), { recursive: true });
});

afterAll(async () => {
  cli.remove();
  await hub?.close();
});

/** The project as somebody who has registered the namespace would have it. */
function writeProject(namespace: string, packageId?: string): void {
  const text = readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8');
  const packageAliases = packageId && { Cartbridge: packageId };
  const project = { ...(JSON.parse(text) as object), namespace, packageAliases };
  cli.write('sfdx-project.json', JSON.stringify(project));
}

async function login(alias: string, url: string, token: string): Promise<void> {
  const instance = url.replace('127.0.0.1', 'localhost');
  const words = ['org', 'login', 'access-token', '--instance-url', instance, '--no-prompt'];
  await cli.result([...words, '--alias', alias], { SF_ACCESS_TOKEN: token });
}

/** The CLI tells orgs apart by their users' names, which are the same in all local orgs. */
async function renameAdmin(org: LocalOrg): Promise<void> {
  const [user] = org.query(`SELECT Id FROM User WHERE Username = '${org.usernames.admin}'`);
  const target = { instanceUrl: org.url, accessToken: TOKEN, apiVersion: '66.0' };
  const body = { Username: 'admin@hub.example' };
  await callOrg(target, `sobjects/User/${String(user?.Id)}`, { method: 'PATCH', body });
}

const onHub = (command: string): string[] => [...command.split(' '), '--target-dev-hub', 'hub'];
const CREATE =
  'package version create --package Cartbridge --installation-key-bypass --code-coverage --wait 1';

/** Makes the package in the hub and answers the id of its released version. */
async function release(namespace: string): Promise<string> {
  writeProject(namespace);
  // By itself the CLI would mark the only package directory as not the default one, and then complain.
  const asIs = { SF_PROJECT_AUTOUPDATE_DISABLE_FOR_PACKAGE_CREATE: 'true' };
  const made = await cli.result<{ Id: string }>(
    onHub('package create --name Cartbridge --package-type Managed --path force-app'),
    asIs,
  );
  writeProject(namespace, made.Id);

  const file = join(cli.folder, FIELD);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, sound.replace('<length>40</length>', ''));
  const refused = await cli.run([...onHub(CREATE), '--json']);
  expect(refused.exitCode, refused.stdout).toBe(1);
  expect(refused.json.message).toContain(
    "Order__c.Channel__c: Must specify a 'length' for a CustomField of type Text",
  );
  writeFileSync(file, sound);

  const version = await cli.result<{ SubscriberPackageVersionId: string; VersionNumber: string }>(
    onHub(CREATE),
  );
  expect(version.VersionNumber).toBe('0.1.0.1');
  const id = version.SubscriberPackageVersionId;
  await cli.result(onHub(`package version promote --package ${id} --no-prompt`));
  const report = await cli.result<{ IsReleased: boolean; PackageType: string }>(
    onHub(`package version report --package ${id} --verbose`),
  );
  expect(report).toMatchObject({ IsReleased: true, PackageType: 'Managed' });
  const versions = await cli.result<object[]>(onHub('package version list --verbose'));
  expect(versions).toMatchObject([{ IsReleased: true, NamespacePrefix: namespace }]);
  return id;
}

async function releaseAndInstall({ org, home, namespace, workerUsername }: BringOptions) {
  hub = await startSalesforce({
    hub: true,
    empty: true,
    adminToken: TOKEN,
    packages: packagesFolder(home),
  });
  hub.linkNamespace(namespace);
  await renameAdmin(hub);
  await login('hub', hub.url, TOKEN);
  await login('shop', org.instanceUrl, org.accessToken);
  released = await release(namespace);
  const words = `package install --package ${released} --no-prompt --wait 1`;
  const installed = await cli.result<{ Status: string }>(onOrg('shop', words));
  expect(installed.Status).toBe('SUCCESS');
  expect(await cli.result<object[]>(onOrg('shop', 'package installed list'))).toMatchObject([
    {
      SubscriberPackageName: 'Cartbridge',
      SubscriberPackageNamespace: namespace,
      SubscriberPackageVersionNumber: '0.1.0.1',
    },
  ]);
  await assignWorker(org, workerUsername, namespace);
}

it(
  'the CLI makes a package version, installs it in a second org where an order then arrives, and uninstalls it',
  async () => {
    const journey = await openJourney({
      shelf: inject('preparedOrgs'),
      telling: { shop: 'bigcommerce', namespace: 'cartbridge' },
      bring: releaseAndInstall,
    });
    try {
      await journey.tell(FIRST_ORDER);
      await cli.result(onOrg('shop', `package uninstall --package ${released} --wait 1`));
      await expect(journey.org.all('SELECT Id FROM Order__c')).rejects.toThrow('INVALID_TYPE');
    } finally {
      await journey.close();
    }
  },
  ALL_MS,
);
