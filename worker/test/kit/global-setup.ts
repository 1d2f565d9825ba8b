import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { testDatabaseUrl } from '../../../scripts/lib/environment.ts';
import { startPostgres } from '../../../scripts/lib/postgres.ts';
import { migrate } from '../../src/shared/database/migrate.ts';
import { onServer, withDatabase } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server whose databases tests may create and drop. */
    postgresUrl: string;
    /** What the names of this run's databases begin with. */
    databasePrefix: string;
    /** A folder where stories keep orgs that have the package. */
    preparedOrgs: string;
  }
}

/** One real server for the whole run, with a template database that has all migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = testDatabaseUrl();
  const server = own === undefined ? await startPostgres({ durable: false }) : undefined;
  const url = server?.url ?? own ?? '';
  const prefix = `cartbridge_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const preparedOrgs = mkdtempSync(join(tmpdir(), 'cartbridge-prepared-'));

  async function teardown(): Promise<void> {
    rmSync(preparedOrgs, { recursive: true, force: true });
    try {
      await onServer(url, `drop database if exists ${template} with (force)`);
      await failOnLeaks(url, prefix);
    } finally {
      await server?.stop();
    }
  }

  try {
    await onServer(url, `create database ${template}`);
    await migrate(withDatabase(url, template));
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('postgresUrl', url);
  project.provide('databasePrefix', prefix);
  project.provide('preparedOrgs', preparedOrgs);
  return teardown;
}

async function failOnLeaks(url: string, prefix: string): Promise<void> {
  const left = await onServer<{ name: string; made_by: string | null }>(
    url,
    `select datname as name, shobj_description(oid, 'pg_database') as made_by
     from pg_database where starts_with(datname, '${prefix}')`,
  );
  if (left.length === 0) return;
  for (const { name } of left) await onServer(url, `drop database ${name} with (force)`);
  const list = left.map(({ name, made_by }) => `  ${name}, made by ${String(made_by)}`).join('\n');
  throw new Error(
    `Tests left databases behind. Call drop() of each createDatabase() in afterAll or afterEach:\n${list}`,
  );
}
