import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../lib/environment.ts';
import { ROOT } from '../lib/tool.ts';
import { figure, median } from './figures.ts';

/** How fast the local org is, in milliseconds; the calls are medians over HTTP. */
export interface LocalOrgSpeed {
  /** From the process's start to its first answer. */
  coldStart: number;
  /** A Collections call that makes 200 orders of the package. */
  insert: number;
  /** A Collections call that changes 200 by external id. */
  upsert: number;
}

const MAIN = join(ROOT, 'worker/stand-ins/salesforce/main.ts');
const TOKEN = '00Dbench!token';
const ROWS = 200;
const WARM_UP = 10;
const MEASURED = 25;

/** Starts an org of its own, which one thread serves, and ends it again. */
export async function measureLocalOrg(): Promise<LocalOrgSpeed> {
  const started = performance.now();
  const org = spawn(process.execPath, [MAIN, '--admin-token', TOKEN], {
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(org);
    await fetch(`${url}/services/data`);
    const coldStart = performance.now() - started;
    const path = `${url}/services/data/v66.0/composite/sobjects`;
    const insert = await medianOf((turn) => save('POST', path, orders(turn)));
    const upsert = await medianOf((turn) =>
      save('PATCH', `${path}/Order__c/External_Id__c`, orders(turn)),
    );
    return { coldStart, insert, upsert };
  } finally {
    const exit = once(org, 'exit');
    if (org.exitCode === null && org.kill('SIGTERM')) await exit;
  }
}

/** One line for people; on a busy machine everything is slower at once. */
export function describeLocalOrg({ coldStart, insert, upsert }: LocalOrgSpeed): string {
  return (
    `Local org: cold start ${figure(coldStart)} ms (wanted: under 1,500); ` +
    `${ROWS} rows in one Collections call, median: insert ${figure(insert)} ms, ` +
    `upsert ${figure(upsert)} ms (wanted: under 15). ` +
    `Load of the machine: ${figure(loadavg()[0] ?? 0)} on ${availableParallelism()} cores.`
  );
}

async function addressOf(org: ChildProcess): Promise<string> {
  if (!org.stdout) throw new Error('The local org has no output to read its address from.');
  for await (const line of createInterface({ input: org.stdout })) {
    const [, url] = /listens on (\S+)$/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('The local org ended before it listened; see above for why.');
}

async function medianOf(call: (turn: number) => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < WARM_UP + MEASURED; turn += 1) {
    const before = performance.now();
    await call(turn);
    if (turn >= WARM_UP) took.push(performance.now() - before);
  }
  return median(took);
}

/** The turn's own 200 orders: the same for the insert as for the upsert. */
function orders(turn: number): string {
  const records = Array.from({ length: ROWS }, (_, place) => ({
    attributes: { type: 'Order__c' },
    External_Id__c: `bench:order:${turn}-${place}`,
    ...{ Status__c: 'Completed', Currency__c: 'EUR', Email__c: `shopper${place}@example.com` },
    ...{ Total__c: 119.95, Subtotal__c: 100.8, Tax__c: 19.15, Item_Count__c: 3 },
    ...{ Placed_At__c: '2026-03-01T10:00:00Z', Source_Modified_At__c: '2026-03-01T10:05:00Z' },
  }));
  return JSON.stringify({ records });
}

async function save(method: string, url: string, body: string): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  const results = response.ok ? (JSON.parse(text) as { success: boolean }[]) : [];
  if (results.length !== ROWS || results.some(({ success }) => !success)) {
    throw new Error(`The local org refused what the bench wrote: ${text.slice(0, 500)}`);
  }
}
