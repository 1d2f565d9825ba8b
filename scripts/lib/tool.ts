import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from './environment.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface ToolRun {
  /** 0 is success; 1 also stands for "ended by a signal". */
  code: number;
  /** What it wrote; empty when it wrote to the terminal itself. */
  output: string;
}

/** A program that a package of ours brings. */
export const packageBin = (name: string): string => join(ROOT, 'node_modules', '.bin', name);

/**
 * Runs a tool in the project's root to its end. `live`: it writes to our terminal instead of into
 * `output`. SIGTERM to us ends it too; Ctrl-C reaches it by itself.
 */
export function runTool(
  program: string,
  args: string[],
  { live = false }: { live?: boolean } = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: childEnvironment({ ...(!live && process.stdout.isTTY && { FORCE_COLOR: '1' }) }),
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const end = (): void => void child.kill('SIGTERM');
    process.on('SIGTERM', end).on('disconnect', end);
    process.channel?.unref();
    const finish = (run: ToolRun): void => {
      process.off('SIGTERM', end).off('disconnect', end);
      resolve(run);
    };
    child.once('error', (error) => finish({ code: 1, output: error.message }));
    child.once('close', (code) => finish({ code: code ?? 1, output }));
  });
}
