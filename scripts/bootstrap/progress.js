import { clearInterval, setInterval } from 'node:timers';

const QUIET_MS = 1_000;
const REPEAT_MS = 10_000;

/** Whole seconds below ten get one decimal: `0.8 s`, `42 s`. */
export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/**
 * Runs `work` and lets the reader see that something happens: on a terminal one line whose seconds
 * run, elsewhere (a log) a line after the first second and one now and then.
 */
export async function withProgress(label, work, out = process.stdout) {
  const started = Date.now();
  let lastLine = 0;
  const show = () => {
    const elapsed = Date.now() - started;
    if (elapsed < QUIET_MS) return;
    if (out.isTTY) out.write(`\r\x1b[2K… ${label} ${seconds(elapsed)}`);
    else if (!lastLine || elapsed - lastLine >= REPEAT_MS) {
      lastLine = elapsed;
      out.write(`… ${label} ${seconds(elapsed)}\n`);
    }
  };
  const timer = setInterval(show, out.isTTY ? 200 : 500);
  const finish = (mark) => {
    clearInterval(timer);
    const line = `${mark} ${label} ${seconds(Date.now() - started)}\n`;
    out.write(out.isTTY ? `\r\x1b[2K${line}` : line);
  };
  try {
    const result = await work();
    finish('✔');
    return result;
  } catch (error) {
    finish('✘');
    throw error;
  }
}
