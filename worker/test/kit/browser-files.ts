import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { childEnvironment } from '../../../scripts/lib/environment.ts';

/** Where the browser lies, and what it needs to be told to run. */
export interface BrowserFiles {
  executable: string;
  env: Record<string, string>;
}

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
const CACHE = join(PACKAGE, '..', '..', '.cache', 'cartbridge');

/**
 * Unpacks the browser beside the packages, once for each version of it. It brings the libraries and
 * the font that a bare Debian lacks, so nothing has to be installed and it looks the same everywhere.
 */
export async function browserFiles(): Promise<BrowserFiles> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    executable: join(folder, 'chromium'),
    env: childEnvironment({
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    }),
  };
}

/** Two test files may begin at once: each unpacks for itself, and the first one's result stays. */
async function unpackTo(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    // The package unpacks into the temporary folder of its process, whatever lies there already.
    const script = join(import.meta.dirname, 'unpack-browser.ts');
    const env = childEnvironment({ TMPDIR: own });
    await promisify(execFile)(process.execPath, [script, join(PACKAGE, 'bin')], { env });
    writeFileSync(join(own, 'fonts.conf'), fontSettings(folder));
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
