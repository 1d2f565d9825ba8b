import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/ports.ts';
import { listensOn, startService, type Service } from '../../../scripts/lib/service.ts';

export { waitFor, type WaitOptions } from './wait-for.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface WorkerOptions {
  databaseUrl: string;
  /** As CARTBRIDGE_KEYS has them: `<kid>:<base64url of 32 bytes>`, separated by commas. */
  keys: string;
  /** The web process's port; a free one when absent. */
  port?: number;
  /** `debug` when absent: a failing test shows the log. */
  logLevel?: string;
}

/** The real worker as processes, to be killed and started again. */
export interface Worker {
  /** Where the web process answers. */
  url: string;
  web: Service;
  work: Service;
  /** What both have written so far. */
  logs(): string;
  /** One more process beside the first; ended by `stop()` like the others. */
  addWork(): Promise<Service>;
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const port = options.port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'cartbridge-worker-'));
  const services: Service[] = [];

  async function start(file: string, name: string, webPort?: number): Promise<Service> {
    const service = await startService({
      name,
      program: process.execPath,
      args: [join(ROOT, 'worker', 'src', file)],
      env: {
        DATABASE_URL: options.databaseUrl,
        CARTBRIDGE_KEYS: options.keys,
        PORT: String(port),
        LOG_LEVEL: options.logLevel ?? 'debug',
      },
      logFile: join(folder, `${name}.log`),
      ...(webPort !== undefined && { ready: listensOn(webPort) }),
    });
    services.push(service);
    return service;
  }

  async function stop(): Promise<void> {
    await Promise.all(services.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    const web = await start('web.ts', 'web', port);
    const work = await start('work.ts', 'work');
    return {
      url: `http://127.0.0.1:${port}`,
      web,
      work,
      logs: () =>
        services.map((service) => readFileSync(service.process().logFile, 'utf8')).join(''),
      addWork: () => start('work.ts', `work-${services.length}`),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
