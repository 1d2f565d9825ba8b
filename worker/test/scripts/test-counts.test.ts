import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCount } from '../../../scripts/lib/test-runs.ts';

describe('the count of a test run', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartbridge-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const report = (
    numPassedTests: number,
    numFailedTests: number,
    testResults: object[],
  ): string => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
    return file;
  };
  const loaded = { status: 'passed', assertionResults: [{}] };
  const broken = { status: 'failed', assertionResults: [] };

  it('is what the runner reports', () => {
    expect(readCount(report(5, 2, [loaded]), 1)).toEqual({ passed: 5, failed: 2 });
    expect(readCount(report(5, 0, [loaded]), 0)).toEqual({ passed: 5, failed: 0 });
  });

  it('counts a file that does not load as a failure', () => {
    expect(readCount(report(5, 1, [loaded, broken]), 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('is a failure when the runner failed although its tests passed', () => {
    expect(readCount(report(5, 0, [loaded]), 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('is a failure when the runner left no report', () => {
    expect(readCount(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });
});
