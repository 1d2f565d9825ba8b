import { withProgress } from '../bootstrap/progress.js';
import { packageBin, runTool } from './tool.ts';

/** How many of the things that were looked at were in order. */
export interface Count {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  program: string;
  args: string[];
  /** What to do when it fails. */
  next: string;
}

const CHECKS: Check[] = [
  {
    name: 'Format (prettier)',
    program: packageBin('prettier'),
    args: ['--check', '.', '--log-level', 'warn'],
    next: 'npx prettier --write . mends it.',
  },
  {
    name: 'Lint (eslint)',
    program: packageBin('eslint'),
    args: ['.', '--max-warnings', '0'],
    next: 'npx eslint --fix . mends some of it.',
  },
  {
    name: 'Types (tsc)',
    program: packageBin('tsc'),
    args: ['-p', '.'],
    next: 'Mend the types above.',
  },
  {
    name: 'Types of what runs in the browser (tsc)',
    program: packageBin('tsc'),
    args: ['-p', 'worker/stand-ins/lightning/modules'],
    next: 'Mend the types above.',
  },
  {
    name: 'Types of the components (tsc)',
    program: packageBin('tsc'),
    args: ['-p', 'force-app'],
    next: 'Mend the types above. `node scripts/list-bundles.ts` tells tsc of a new bundle.',
  },
  {
    name: 'Package metadata',
    program: process.execPath,
    args: ['scripts/check-metadata.ts'],
    next: 'Each finding above says what to do.',
  },
];

/** Runs all checks that need no running system; a failing one shows what it said. */
export async function runChecks(): Promise<Count> {
  const count = { passed: 0, failed: 0 };
  for (const check of CHECKS) {
    if (await passes(check)) count.passed += 1;
    else count.failed += 1;
  }
  return count;
}

async function passes({ name, program, args, next }: Check): Promise<boolean> {
  let output = '';
  try {
    await withProgress(name, async () => {
      const run = await runTool(program, args);
      output = run.output.trimEnd();
      if (run.code !== 0) throw new Error(name);
    });
    return true;
  } catch {
    console.log(`${output}\n${next}\n`);
    return false;
  }
}
