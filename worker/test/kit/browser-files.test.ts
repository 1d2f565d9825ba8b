import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { browserFiles } from './browser-files.ts';

/** In every Debian, however bare: the C library in its parts, and the compiler's own. */
const EVERYWHERE = /^(linux-vdso|libc|libm|libdl|libpthread|libgcc_s|\/lib64\/ld-linux-x86-64)\.so/;

it('the browser needs no library that a bare Debian lacks', async () => {
  const { executable, env } = await browserFiles();
  const lines = execFileSync('ldd', [executable], { env, encoding: 'utf8' }).trim().split('\n');
  const foreign = lines
    .map((line) => line.trim())
    .filter((line) => !EVERYWHERE.test(line) && !line.includes(`=> ${dirname(executable)}/`));
  expect(foreign, 'Libraries that would have to be installed first').toEqual([]);
});
