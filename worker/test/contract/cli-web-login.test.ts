import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../../scripts/lib/ports.ts';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { openSfCli, type SfCli } from './sf-cli.ts';

const LOG_IN = join(import.meta.dirname, '..', 'kit', 'log-in.ts');

let org: LocalOrg;
let cli: SfCli;
beforeAll(async () => {
  const port = await freePort();
  // 1717 unless told; the CLI of whoever works on this machine may have taken it.
  const redirectUris = [`http://localhost:${port}/OauthRedirect`];
  org = await startSalesforce({ apps: [{ clientId: 'PlatformCLI', redirectUris }] });
  cli = openSfCli();
  const project = { packageDirectories: [{ path: '.', default: true }], oauthLocalPort: `${port}` };
  cli.write('sfdx-project.json', JSON.stringify(project));
});
afterAll(async () => {
  cli.remove();
  await org.close();
});

/**
 * What the CLI takes for a browser: logs in as the worker's user, and goes where that leads. The
 * CLI answers nothing before the program it started has ended, as real browsers' launchers do.
 */
function browser(): string {
  const follow = cli.write(
    'follow.mjs',
    `import { logIn } from ${JSON.stringify(LOG_IN)};
await fetch(await logIn(process.argv[2], { user: 'worker@local-org.example' }));
`,
  );
  const launcher = `#!/bin/sh\n"${process.execPath}" "${follow}" "$1" >/dev/null 2>&1 &\n`;
  const script = cli.write('browser.sh', launcher);
  chmodSync(script, 0o700);
  return script;
}

it('signs the Salesforce CLI in through its browser', { timeout: 60_000 }, async () => {
  const login = ['org', 'login', 'web', '--alias', 'local'];
  const signedIn = await cli.result<{ username: string; orgId: string }>(
    [...login, '--instance-url', org.url],
    { BROWSER: browser() },
  );
  expect(signedIn.username).toBe('worker@local-org.example');

  // Renewed by the refresh token that came with the code.
  org.expireSessions();
  const { records } = await cli.result<{ records: { Id: string }[] }>([
    ...['data', 'query', '--target-org', 'local', '--query', 'SELECT Id FROM Organization'],
  ]);
  expect(records[0]?.Id).toBe(signedIn.orgId);
});
