import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyPackage, projectRoot } from './package-copy.ts';
import { field } from './seeded-mistakes.ts';

function check(root: string) {
  const script = join(projectRoot, 'scripts/check-metadata.ts');
  return spawnSync(process.execPath, [script, root], { encoding: 'utf8', env: {} });
}

describe('the command that checks the metadata', () => {
  it('counts what passed and succeeds when all is well', () => {
    const { status, stdout } = check(projectRoot);

    expect(stdout).toMatch(/^\d\d checks passed, 0 failed\n$/);
    expect(status).toBe(0);
  });

  it('names file, line and remedy of a mistake and fails', () => {
    using copy = copyPackage();
    copy.replace(field('Channel__c'), '<length>40', '<length>400');

    const { status, stdout } = check(copy.root);

    expect(stdout).toContain(
      `force-app/main/${field('Channel__c')}:8 ` +
        'Channel__c is a Text without a length from 1 to 255. Give it a <length>.\n',
    );
    expect(stdout).toMatch(/\d\d checks passed, 1 failed\n$/);
    expect(status).toBe(1);
  });

  it('says that other checks wait while a file cannot be read', () => {
    using copy = copyPackage();
    copy.replace(field('Channel__c'), '</CustomField>', '');

    const { status, stdout } = check(copy.root);

    expect(stdout).toMatch(/\d\d more checks wait until these files can be read\.\n/);
    expect(stdout).toMatch(/2 checks passed, 1 failed\n$/);
    expect(status).toBe(1);
  });
});
