import type { Message } from 'esbuild';
import { relative } from 'node:path';

/** One reason for which a deploy would fail. */
export interface BuildProblem {
  /** Below the source folder. */
  file: string;
  reason: string;
}

/** The source folder does not build. Its message lists each file with its reason. */
export class BuildFailure extends Error {
  problems: BuildProblem[];

  constructor(problems: BuildProblem[]) {
    const lines = problems.map(({ file, reason }) => `  ${file}: ${reason}`);
    super(`The Lightning components would not deploy:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

export function problemsOf(errors: Message[], root: string): BuildProblem[] {
  const problems = errors.map(({ text, location, detail }) => {
    const place = (detail as { file?: string } | undefined)?.file ?? location?.file ?? '';
    return { file: place.startsWith(root) ? relative(root, place) : place, reason: text };
  });
  const seen = new Set<string>();
  return problems.filter(({ file, reason }) => {
    const key = `${file}: ${reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
