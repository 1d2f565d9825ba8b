import type { PgBoss } from 'pg-boss';
import type { OpenShop } from '../../compose/shops/open-shops.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Platforms } from '../../platforms/platform.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Log } from '../../shared/log.ts';
import type { Vault } from '../../shared/secrets.ts';
import type { InferenceSettings } from '../../shared/settings.ts';

/** What somebody in Salesforce asks of the worker: a `Sync_Job__c` record. */
export interface Job {
  id: SalesforceId;
  type: string;
  /** The shop it is about; null: all of them. */
  shopId: ShopId | null;
  /** What `Input__c` holds, parsed; null when it is empty or no JSON. */
  input: unknown;
  /** What somebody wants of it since it was last heard. */
  wish: 'Pause' | 'Resume' | 'Cancel' | null;
}

/** What the record is to say after a turn. */
export interface JobResult {
  /** A job that is `Running` gets another turn soon; one that is `Paused`, when somebody wishes it. */
  status: 'Done' | 'Failed' | 'Canceled' | 'Not Available' | 'Running' | 'Paused';
  message: string;
  total?: number;
  completed?: number;
  failed?: number;
  /** For the screens; ends up as JSON. */
  result?: unknown;
}

export interface JobContext {
  pool: Pool;
  boss: PgBoss;
  vault: Vault;
  platforms: Platforms;
  log: Log;
  client: SalesforceClient;
  openShop: (id: ShopId) => Promise<OpenShop>;
  /** Absent: there is no model to ask. */
  inference?: InferenceSettings;
}

/** What a job has to say in its message, less what does not apply. */
export function sentences(...said: (string | false | null | undefined)[]): string {
  return said.filter(Boolean).join(' ');
}

/** The job is not over: somebody may still pause, resume or cancel it. */
export function goesOn({ status }: Pick<JobResult, 'status'>): boolean {
  return status === 'Running' || status === 'Paused';
}

/**
 * Does a job, or a part of it in each turn. It may be run again after a crash, so doing it twice must end like doing it once.
 * Throws a Failure where the job failed for a reason people can act on.
 */
export type JobRunner = (context: JobContext, job: Job) => Promise<JobResult>;
