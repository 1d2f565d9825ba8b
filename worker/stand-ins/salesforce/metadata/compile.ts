import { createRequire, stripTypeScriptTypes } from 'node:module';
import type { Problem } from './failure.ts';
import { isKnownToCompile, keyOf, rememberThatItCompiles } from './known-to-compile.ts';

type Transform = (
  source: string,
  file: string,
  options: { name: string; namespace: string },
) => { warnings?: Diagnostic[] };

interface Diagnostic {
  message: string;
  location?: { line?: number; column?: number };
}

let transform: Transform | undefined;

/** The compiler takes more than half a second to load, so only an org that compiles loads it. */
function compiler(): Transform {
  const require = createRequire(import.meta.url);
  transform ??= (require('@lwc/compiler') as { transformSync: Transform }).transformSync;
  return transform;
}

/**
 * Compiles one file of a bundle as the platform would; TypeScript loses its types in place. What
 * compiled before is not compiled again: that was three quarters of the work of a deploy.
 */
export function compileFile(bundle: string, file: string, source: string): Problem[] {
  const key = keyOf(bundle, file, source);
  if (isKnownToCompile(key)) return [];
  const problems = compileNow(bundle, file, source);
  if (problems.length === 0) rememberThatItCompiles(key);
  return problems;
}

function compileNow(bundle: string, file: string, source: string): Problem[] {
  let script = source;
  try {
    if (file.endsWith('.ts')) script = stripTypeScriptTypes(source);
  } catch (error) {
    return [typeScriptProblem(error)];
  }
  try {
    compiler()(script, file.replace(/\.ts$/, '.js'), { name: bundle, namespace: 'c' });
    return [];
  } catch (error) {
    // Columns of templates are counted from 1, those of scripts from 0.
    return [problemOf(error as Diagnostic, file.endsWith('.html') ? 0 : 1)];
  }
}

function problemOf({ message, location }: Diagnostic, shift: number): Problem {
  const [firstLine = ''] = message.replace(/^SyntaxError: /, '').split('\n');
  const text = firstLine.replace(/(LWC\d+: )\S*\/(?=[^/\s]+: )/, '$1');
  if (location?.line === undefined) return { text };
  const { line } = location;
  const column = (location.column ?? 0) + shift;
  return { text: `[Line: ${line}, Col: ${column}] ${text}`, line, column };
}

/** Node tells the line only in the first line of the stack. */
function typeScriptProblem(error: unknown): Problem {
  if (!(error instanceof SyntaxError)) throw error;
  const line = /^[^\n]*:(\d+)\n/.exec(error.stack ?? '')?.[1];
  return { text: `SyntaxError: ${error.message}`, ...(line && { line: Number(line) }) };
}
