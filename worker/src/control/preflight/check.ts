import type { Mapping } from '#mapping-engine';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { ShopHealth } from '../report/shop-health.ts';

/** A fact the set-up steps rest on, as the screens show it. */
export interface Check {
  /** The name of the check, by which the screens know its label. */
  check: string;
  status: 'ok' | 'warning' | 'failed' | 'unknown';
  /** What was found, in one sentence. */
  evidence: string;
  /** What to do about it; empty when there is nothing to do. */
  fix: string;
  /** Where in Salesforce that is done, below the org's address; absent when nowhere. */
  path?: string;
}

export interface Facts {
  client: SalesforceClient;
  shops: ShopHealth[];
  /** The mappings that hold in the shops. */
  mappings: Mapping[];
}

export type Checker = (facts: Facts) => Promise<Check[]> | Check[];
