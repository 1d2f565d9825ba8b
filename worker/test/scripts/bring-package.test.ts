import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringPackage } from '../../../scripts/lib/deploy-package.ts';
import { FORCE_APP } from '../../../scripts/lib/deploy-package-sources.ts';
import { packagesFolder } from '../../../scripts/lib/stack-services.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';

const TOKEN = '00Dstart!admin';
const FIELDS = 'main/commerce/objects/Order__c/fields';

let home: string;
let org: LocalOrg;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'bring-package-'));
  org = await startSalesforce({ empty: true, adminToken: TOKEN, packages: packagesFolder(home) });
});
afterEach(async () => {
  await org.close();
  rmSync(home, { recursive: true });
});

const bring = (more: { namespace?: string; sources?: string } = {}) =>
  bringPackage({
    org: { instanceUrl: org.url, accessToken: TOKEN, apiVersion: '66.0' },
    home,
    namespace: '',
    workerUsername: org.usernames.worker,
    ...more,
  });

const deploys = (): number =>
  org.journal
    .list()
    .filter(({ method, path }) => method === 'POST' && path.includes('metadata/deployRequest'))
    .length;

const assigned = () =>
  org.query(
    'SELECT PermissionSet.Name, PermissionSet.NamespacePrefix, Assignee.Username FROM PermissionSetAssignment',
  );

/** A copy of force-app, and a way to change one of its files. */
function copySources() {
  const sources = join(home, 'sources');
  cpSync(FORCE_APP, sources, { recursive: true });
  return {
    sources,
    file: (name: string) => join(sources, name),
    change(name: string, from: string, to: string) {
      const before = readFileSync(join(sources, name), 'utf8');
      if (!before.includes(from)) throw new Error(`${name} no longer holds "${from}".`);
      writeFileSync(join(sources, name), before.replace(from, to));
    },
  };
}

describe('a start with an empty org', () => {
  it('deploys force-app and gives the worker its permission set', async () => {
    expect(await bring()).toBe('brought');
    expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
    expect(assigned()).toMatchObject([
      {
        PermissionSet: { Name: 'Cartbridge_Worker', NamespacePrefix: null },
        Assignee: { Username: org.usernames.worker },
      },
    ]);
  });

  it('deploys nothing the second time, and assigns nothing twice', async () => {
    await bring();
    expect(await bring()).toBe('there already');
    expect(deploys()).toBe(1);
    expect(assigned()).toHaveLength(1);
  });

  it('deploys again into an org that was emptied since', async () => {
    await bring();
    org.reset();
    expect(await bring()).toBe('brought');
    expect(org.query('SELECT Id FROM Order__c')).toEqual([]);
  });

  it('installs a package of the namespace, where there is one', async () => {
    expect(await bring({ namespace: 'cb' })).toBe('brought');
    expect(await bring({ namespace: 'cb' })).toBe('there already');
    expect(org.query('SELECT Id FROM cb__Order__c')).toEqual([]);
    expect(deploys()).toBe(0);
    expect(assigned()).toMatchObject([
      { PermissionSet: { Name: 'Cartbridge_Worker', NamespacePrefix: 'cb' } },
    ]);
  });
});

describe('changed sources', () => {
  it('are deployed, and what left them is deleted', async () => {
    const copy = copySources();
    await bring({ sources: copy.sources });
    copy.change(`${FIELDS}/Channel__c.field-meta.xml`, '<length>40', '<length>41');
    const app = 'main/access/applications/Cartbridge.app-meta.xml';
    rmSync(copy.file(app));
    for (const set of ['Admin', 'Reader']) {
      const name = `main/access/permissionsets/Cartbridge_${set}.permissionset-meta.xml`;
      const text = readFileSync(copy.file(name), 'utf8');
      const without = text.replace(
        /\s*<applicationVisibilities>[\s\S]*?<\/applicationVisibilities>/g,
        '',
      );
      writeFileSync(copy.file(name), without);
    }
    expect(await bring({ sources: copy.sources })).toBe('brought');
    const describeOf = await fetch(`${org.url}/services/data/v66.0/sobjects/Order__c/describe`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { fields } = (await describeOf.json()) as { fields: { name: string; length: number }[] };
    expect(fields.find(({ name }) => name === 'Channel__c')?.length).toBe(41);
    // Once for what changed, and once for what is gone.
    expect(deploys()).toBe(3);
  });

  it('become a next version of a package that is installed', async () => {
    const copy = copySources();
    await bring({ namespace: 'cb', sources: copy.sources });
    copy.change(`${FIELDS}/Channel__c.field-meta.xml`, '<length>40', '<length>41');
    expect(await bring({ namespace: 'cb', sources: copy.sources })).toBe('brought');
  });

  it('that the org refuses stop the start, which says where they are wrong', async () => {
    const copy = copySources();
    copy.change(`${FIELDS}/Channel__c.field-meta.xml`, '<length>40</length>', '');
    await expect(bring({ sources: copy.sources })).rejects.toThrow(
      /CustomField Order__c\.Channel__c \(objects\/Order__c\.object:\d+\): Must specify a 'length'/,
    );
    await expect(bring({ namespace: 'cb', sources: copy.sources })).rejects.toThrow(
      /No package could be made of force-app.*\n.*Order__c\.Channel__c: Must specify a 'length'/,
    );
    expect(() => org.query('SELECT Id FROM Order__c')).toThrow();
  });
});
