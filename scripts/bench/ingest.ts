import { join } from 'node:path';
import { freePort } from '../lib/ports.ts';
import { listensOn, startService } from '../lib/service.ts';
import type { Bench } from './bench-stack.ts';
import type { Message } from './connection.ts';
import { figure, median, ratio, table } from './figures.ts';
import { insertRaw } from './raw-insert.ts';
import { during, send } from './sender.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const INGEST_MS = 3_000;
const BESIDE_MS = 1_500;

interface Round {
  ingest: number;
  bare: number;
  raw: number;
}

/**
 * Webhooks that are answered once they are durable, beside what the same machine does at the same
 * time without us: node:http that only answers, and PostgreSQL that only stores.
 */
export async function measureIngest(bench: Bench): Promise<string> {
  const { stack, webhooks } = bench;
  // What is heard stays in the inbox: the work process would compete for the two cores.
  await stack.work.stop();
  const port = await freePort();
  const bare = await startService({
    name: 'bare-server',
    program: process.execPath,
    args: [join(import.meta.dirname, 'bare-server.ts'), String(port)],
    logFile: join(bench.home, 'logs', 'bare-server.log'),
    ready: listensOn(port),
  });
  const rounds: Round[] = [];
  try {
    const webhookUrl = `${stack.description.worker.url}/webhooks/bigcommerce/local-shop`;
    const sampleBody = webhooks.invented(webhookUrl).body;
    // The first second of a process is its slowest and says nothing about the others.
    await rate(during(1_000, () => webhooks.invented(webhookUrl)));
    await rate(during(500, () => webhooks.invented(`http://127.0.0.1:${port}/`)));
    for (let round = 0; round < ROUNDS; round += 1) {
      const ingest = await ingestOnce(bench, webhookUrl);
      const answers = await rate(
        during(BESIDE_MS, () => webhooks.invented(`http://127.0.0.1:${port}/`)),
      );
      const raw = await insertRaw(bench.db, sampleBody, BESIDE_MS);
      rounds.push({ ingest, bare: answers, raw });
    }
  } finally {
    await bare.stop();
  }
  return present(rounds);
}

/** Counts only what was answered and is found in the inbox afterwards. */
async function ingestOnce({ db, webhooks }: Bench, url: string): Promise<number> {
  const before = await stored(db);
  const sent = await send(
    during(INGEST_MS, () => webhooks.invented(url)),
    CONNECTIONS,
  );
  const kept = (await stored(db)) - before;
  if (sent.refused > 0 || kept !== sent.accepted) {
    throw new Error(
      `Of ${sent.accepted + sent.refused} webhooks ${sent.refused} were refused; ` +
        `${sent.accepted} were answered and ${kept} stored. The rate would mean nothing.`,
    );
  }
  return (kept / sent.milliseconds) * 1000;
}

async function stored(db: Bench['db']): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from cartbridge.event',
  );
  return rows[0]?.count ?? 0;
}

async function rate(next: () => Message | undefined): Promise<number> {
  const sent = await send(next, CONNECTIONS);
  return (sent.accepted / sent.milliseconds) * 1000;
}

function present(rounds: Round[]): string {
  const [ingest, bare, raw] = (['ingest', 'bare', 'raw'] as const).map((name) =>
    median(rounds.map((round) => round[name])),
  ) as [number, number, number];
  return table(
    `1. Ingest: signed webhooks of 0.95 kB, ${CONNECTIONS} connections, medians of ${ROUNDS}`,
    ['', 'per second', 'ingest is'],
    [
      ['durably answered by the web process', figure(ingest), ''],
      ['node:http that only answers', figure(bare), ratio(ingest, bare)],
      ['PostgreSQL, 200 rows a statement', figure(raw), ratio(ingest, raw)],
    ],
  );
}
