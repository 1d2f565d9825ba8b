import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../bootstrap/progress.js';
import type { Count } from './checks.ts';
import { packageBin, ROOT, runTool } from './tool.ts';

/** The part of their JSON reports that vitest and jest have in common. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** The worker's tests, all or those whose file matches a filter. */
export function runWorkerTests(filters: string[] = []): Promise<Count> {
  return runTests('Worker tests (vitest)', (report) => [
    packageBin('vitest'),
    ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
}

/** The tests of the Lightning components, once there are components. */
export async function runComponentTests(): Promise<Count> {
  if (globSync('force-app/**/lwc/*/*.js-meta.xml', { cwd: ROOT }).length === 0) {
    console.log('- Component tests: force-app holds no Lightning component yet.');
    return { passed: 0, failed: 0 };
  }
  return runTests('Component tests (jest)', (report) => [
    packageBin('sfdx-lwc-jest'),
    ['--', '--json', `--outputFile=${report}`],
  ]);
}

async function runTests(
  name: string,
  command: (report: string) => [program: string, args: string[]],
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'cartbridge-tests-'));
  const report = join(folder, 'report.json');
  const started = Date.now();
  console.log(`… ${name}`);
  try {
    const { code } = await runTool(...command(report), { live: true });
    const count = readCount(report, code);
    console.log(`${count.failed ? '✘' : '✔'} ${name} ${seconds(Date.now() - started)}`);
    return count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner that failed without a failing test (a file that does not load, a leak) failed once. */
export function readCount(file: string, exitCode: number): Count {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
