import type { PgBoss } from 'pg-boss';
import type { OpenShop } from '../../compose/shops/open-shops.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { SalesforceId, ShopId } from '../../shared/ids.ts';
import type { Log } from '../../shared/log.ts';
import type { Vault } from '../../shared/secrets.ts';

/** What somebody in Salesforce asks of the worker: a `Sync_Job__c` record. */
export interface Job {
  id: SalesforceId;
  type: string;
  /** The shop it is about; null: all of them. */
  shopId: ShopId | null;
  /** What `Input__c` holds, parsed; null when it is empty or no JSON. */
  input: unknown;
}

/** What the record is to say when the job is over. */
export interface JobResult {
  status: 'Done' | 'Failed' | 'Canceled' | 'Not Available';
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
  log: Log;
  client: SalesforceClient;
  openShop: (id: ShopId) => Promise<OpenShop>;
}

/**
 * Does a job. It may be run again after a crash, so doing it twice must end like doing it once.
 * Throws a Failure where the job failed for a reason people can act on.
 */
export type JobRunner = (context: JobContext, job: Job) => Promise<JobResult>;
