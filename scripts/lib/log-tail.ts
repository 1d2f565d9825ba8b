import { readFileSync } from 'node:fs';

/** The last lines of a log, indented for quoting; says so when there are none. */
export function lastLines(file: string, count: number): string {
  const lines = read(file).trimEnd().split('\n').slice(-count);
  const text = lines.map((line) => `    ${line}`).join('\n');
  return text.trim() ? text : '    (it wrote nothing)';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
