import type { Row, Target } from './model.ts';

/** Something about a mapping that keeps it from being published, or that an admin should know. */
export interface Finding {
  /** Target id; empty for the mapping as a whole. */
  target: string;
  /** Row id; null for the target as a whole. */
  row: string | null;
  /** API name of the field. */
  field: string | null;
  /** Position of the step in its row, from 0. */
  step: number | null;
  code: string;
  severity: 'error' | 'warning';
  /** What is wrong, in one sentence. */
  what: string;
  /** What to do about it, in one sentence. */
  fix: string;
}

export interface Said {
  code: string;
  severity?: Finding['severity'];
  what: string;
  fix: string;
  step?: number;
}

/** Adds a finding; an error unless it says otherwise. */
export type Report = (said: Said) => void;

/** Values may be long and messages are short. */
const LONGEST_QUOTE = 80;

export function aboutTarget(findings: Finding[], target: Target, field?: string): Report {
  return (said) => findings.push(finding(said, target.id, null, field ?? null));
}

export function aboutRow(findings: Finding[], target: Target, row: Row): Report {
  return (said) => findings.push(finding(said, target.id, row.id, row.target || null));
}

/** How a row is called: by where it stands in its target, and by its field. */
export function rowName(target: Target, row: Row): string {
  const place = `Row ${target.rows.indexOf(row) + 1}`;
  return row.target === ''
    ? `${place} of ${target.object}`
    : `${place} (${target.object}.${row.target})`;
}

/** The name of a row or a sentence as it stands in the middle of one. */
export function midSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function quote(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `“${cut}”`;
}

/** What a step or condition said that cannot work; some go on from "The value …". */
export function asFix(message: string): string {
  return /^\p{Ll}/u.test(message) ? `A value in its settings ${message}; correct it.` : message;
}

function finding(
  { code, severity = 'error', what, fix, step = -1 }: Said,
  target: string,
  row: string | null,
  field: string | null,
): Finding {
  return { target, row, field, step: step < 0 ? null : step, code, severity, what, fix };
}
