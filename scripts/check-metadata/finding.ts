/** Something wrong in the package source, said so that its reader knows where to go and what to do. */
export interface Finding {
  /** Path below the checked root, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  problem: string;
  action: string;
}

/** One question asked of the whole package. */
export interface Check<Subject> {
  /** What is true when it passes. */
  name: string;
  findings(subject: Subject): Finding[];
}

export interface CheckResult {
  name: string;
  findings: Finding[];
}

export function formatFinding({ file, line, problem, action }: Finding): string {
  return `${file}:${line} ${problem} ${action}`;
}
