import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyPackage, projectRoot } from './package-copy.ts';

/** What the Salesforce CLI needs to stay silent, apart from a home of its own. */
const QUIET = {
  CI: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
};

const OBJECTS = [
  ...['Shop__c', 'Order__c', 'Order_Item__c', 'Cart__c', 'Cart_Item__c', 'Commerce_Product__c'],
  ...['Sync_Issue__c', 'Sync_Job__c', 'Sync_Result__c', 'Worker_Status__c'],
  ...['Mapping__c', 'Mapping_Version__c', 'Match_Review__c', 'Shipment__c', 'Return__c'],
];
const EVENTS = ['Sync_Signal__e'];
const SETS = [
  ...['Cartbridge_Admin', 'Cartbridge_Reader', 'Cartbridge_Worker'],
  'Cartbridge_People_Follower',
];

describe('the Salesforce CLI', () => {
  it('turns the package into what an org is sent', { timeout: 120_000 }, () => {
    using copy = copyPackage();
    const out = join(copy.root, 'converted');
    const cli = join(projectRoot, 'node_modules/.bin/sf');

    const { status, stderr } = spawnSync(
      process.execPath,
      [cli, 'project', 'convert', 'source', '--output-dir', out],
      {
        cwd: copy.root,
        encoding: 'utf8',
        env: { ...QUIET, HOME: join(copy.root, 'home'), PATH: dirname(process.execPath) },
      },
    );

    expect(status, stderr).toBe(0);
    expect(readdirSync(join(out, 'objects')).sort()).toEqual(
      [...OBJECTS, ...EVENTS, 'Account', 'Contact', 'Lead'].map((name) => `${name}.object`).sort(),
    );
    for (const name of OBJECTS) expect(existsSync(join(out, `tabs/${name}.tab`))).toBe(true);
    for (const name of SETS)
      expect(existsSync(join(out, `permissionsets/${name}.permissionset`))).toBe(true);

    const order = readFileSync(join(out, 'objects/Order__c.object'), 'utf8');
    expect(order).toContain('<fullName>Net_Total__c</fullName>');
    const manifest = readFileSync(join(out, 'package.xml'), 'utf8');
    expect(manifest).toContain('<members>Lead.Cart_Status__c</members>');
    expect(manifest).toContain('<version>66.0</version>');
  });
});
