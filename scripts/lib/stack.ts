import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bringPackage, type BringOptions } from './deploy-package.ts';
import { endLeftovers, forgetProcesses, recordProcesses } from './leftovers.ts';
import { freePorts, type StackPorts } from './ports.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { describeExit, runToEnd, type ProcessOptions } from './processes.ts';
import { stackSecrets } from './secrets.ts';
import { startService, type OnDeath, type Service, type ServiceOptions } from './service.ts';
import type { StackDescription } from './stack-file.ts';
import * as services from './stack-services.ts';
import { SHOPS, type ShopName } from './stack-shops.ts';

/** Runs a step and may show that it does; the progress lines of `npm start`. */
export type Report = <T>(label: string, work: () => Promise<T>) => Promise<T>;

export interface StackOptions {
  /** The folder that keeps everything of this stack; made when missing. */
  home: string;
  /** Free ones when absent. */
  ports?: StackPorts;
  /** A database to use instead of a PostgreSQL server of the stack's own. */
  databaseUrl?: string;
  /** False: the database is temporary and does not wait for the disk. True when absent. */
  durable?: boolean;
  /** The package's namespace in the local org; empty when absent. */
  namespace?: string;
  /** The shops that run, all connected to the org; BigCommerce alone when absent. */
  shops?: ShopName[];
  /** In what manner the Clarity shop is an installation. */
  clarity?: services.ClarityManner;
  /** True: an Account Engagement business unit with the abandoned-cart program runs beside the org. */
  engagement?: boolean;
  /** True: the screens run in a browser beside the org. */
  lightning?: boolean;
  /** False: the worker does not know org and shop yet; somebody connects them on its pages. */
  connected?: boolean;
  /** Variables of the work process beside its own; a test moves its clock by them. */
  workEnv?: Record<string, string>;
  /** How the package comes into the org: `bringPackage` when absent. */
  bring?: (options: BringOptions) => Promise<unknown>;
  report?: Report;
  /** Aborted: no further step begins, and what runs is stopped. */
  signal?: AbortSignal;
  /** Hears once of the first process that ended without being told to, in words for the reader. */
  onDeath?: (reason: string) => void;
}

/** A whole Cartbridge: the worker, a local Salesforce org, local shops, PostgreSQL. */
export interface Stack {
  description: StackDescription;
  ports: StackPorts;
  databaseUrl: string;
  /** Absent when a database of the caller's own is used. */
  postgres: Postgres | undefined;
  web: Service;
  work: Service;
  salesforce: Service;
  /** Absent unless asked for. */
  shops: Partial<Record<ShopName, Service>>;
  engagement: Service | undefined;
  /** Ends everything in the reverse order of its start. */
  stop(): Promise<void>;
}

const silently: Report = (_, work) => work();

/** Starts all parts, the shops connected to the org; resolves when orders can be placed. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { home, report = silently, signal } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  await endLeftovers(home);
  rmSync(join(home, 'logs'), { recursive: true, force: true });
  const ports = options.ports ?? (await freePorts());
  const onSpawn = recordProcesses(home);
  const stops: (() => Promise<void>)[] = [];

  function step<T>(label: string, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    return report(label, work);
  }

  const onDeath: OnDeath = (service, exit) => options.onDeath?.(describeExit(service, exit));

  function keep<T extends Service>(part: T): T {
    stops.push(() => part.stop());
    return part;
  }

  const start = (label: string, service: ServiceOptions): Promise<Service> =>
    step(label, async () => keep(await startService({ ...service, onSpawn }, onDeath)));

  async function stop(): Promise<void> {
    // One after the other: the worker ends while its database and the systems it calls still live.
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
    forgetProcesses(home);
  }

  try {
    const postgres =
      options.databaseUrl === undefined
        ? await step('PostgreSQL', async () =>
            keep(await startPostgresFor(options, { ports, onDeath, onSpawn })),
          )
        : undefined;
    const databaseUrl = options.databaseUrl ?? postgres?.url ?? '';
    const namespace = options.namespace ?? '';
    const parts = {
      ...{ home, ports, secrets: stackSecrets(home), databaseUrl, namespace },
      clarity: options.clarity ?? {},
      workEnv: options.workEnv ?? {},
    };
    const salesforce = await start('Local Salesforce org', services.salesforceService(parts));
    await step('Package in the org', () => bring(parts, options.bring));
    const names = options.shops ?? ['bigcommerce'];
    const shops: Stack['shops'] = {};
    for (const name of names) {
      shops[name] = await start(SHOPS[name].label, SHOPS[name].service(parts));
    }
    const engagement = options.engagement
      ? await start('Local Account Engagement', services.engagementService(parts))
      : undefined;
    await step('Database tables', () => runToEnd({ ...services.release(parts), onSpawn }));
    if (options.connected ?? true) {
      await step('Shops and org connected', async () => {
        for (const name of names) {
          const connect = services.connect(parts, SHOPS[name].connection(parts));
          await runToEnd({ ...connect, onSpawn });
        }
      });
    }
    const web = await start('Worker, web process', services.webService(parts));
    const work = await start('Worker, work process', services.workService(parts));
    const lightning = options.lightning
      ? await start('Local Lightning Experience', services.lightningService(parts))
      : undefined;
    signal?.throwIfAborted();
    const description = {
      ...services.describe(parts),
      ...(Object.assign({}, ...names.map((name) => SHOPS[name].describe(parts))) as object),
      ...(engagement && { engagement: services.engagementDescription(parts) }),
      ...(lightning && { lightning: { url: services.url(parts.ports.lightning) } }),
    };
    const standIns = { salesforce, shops, engagement };
    return { description, ports, databaseUrl, postgres, ...standIns, web, work, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function bring(
  parts: services.StackParts,
  work: StackOptions['bring'] = bringPackage,
): Promise<unknown> {
  const { home, namespace } = parts;
  const org = services.describe(parts).salesforce;
  return work({ org, home, namespace, workerUsername: org.username });
}

interface Surroundings {
  ports: StackPorts;
  onDeath: OnDeath;
  onSpawn: ProcessOptions['onSpawn'];
}

function startPostgresFor(
  { home, durable = true }: StackOptions,
  { ports, onDeath, onSpawn }: Surroundings,
): Promise<Postgres> {
  const common = { port: ports.postgres, logFile: join(home, 'logs', 'postgres.log'), onSpawn };
  return startPostgres(durable ? { ...common, durable, home } : { ...common, durable }, onDeath);
}
