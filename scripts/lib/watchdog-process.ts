// Runs beside a stack or a test run; see watchdog.ts.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { isAlive, signalQuietly } from './signals.ts';
import type { WatchdogOrder } from './watchdog.ts';

const GRACE_MS = 8_000;
const watched = new Map<number, NodeJS.Signals>();
const folders = new Set<string>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as WatchdogOrder;
  if ('watch' in order) watched.set(order.watch, order.signal);
  else if ('forget' in order) watched.delete(order.forget);
  else folders.add(order.remove);
}

// The latest started depends on the earlier ones: it goes first.
for (const [pid, signal] of [...watched].reverse()) {
  signalQuietly(pid, signal);
  const deadline = Date.now() + GRACE_MS;
  while (isAlive(pid) && Date.now() < deadline) await setTimeout(20);
  signalQuietly(pid, 'SIGKILL');
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
