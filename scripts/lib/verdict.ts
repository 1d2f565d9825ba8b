import type { Count } from './checks.ts';

/** Prints the last line of a check or test run, which programs read too, and sets the exit code. */
export function conclude(counts: Count[]): void {
  const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
  const failed = sum('failed');
  console.log(`${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
