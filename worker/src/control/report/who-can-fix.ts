import type { FailureKind } from '../../shared/failure.ts';

/** What `Sync_Issue__c.Who_Can_Fix__c` may say. */
export type Fixer = 'Salesforce Admin' | 'Shop Admin' | 'Sales or Marketing' | 'Cartbridge Support';

/** Who can mend a failure of each kind. */
const FIXERS: Record<FailureKind, Fixer> = {
  shop_unavailable: 'Shop Admin',
  shop_rate_limited: 'Shop Admin',
  shop_auth: 'Shop Admin',
  shop_shape: 'Cartbridge Support',
  salesforce_unavailable: 'Salesforce Admin',
  salesforce_auth: 'Salesforce Admin',
  salesforce_setup: 'Salesforce Admin',
  salesforce_quota: 'Salesforce Admin',
  record_locked: 'Salesforce Admin',
  record_refused: 'Salesforce Admin',
  record_data: 'Shop Admin',
  duplicate_record: 'Sales or Marketing',
  link_lost: 'Sales or Marketing',
  ambiguous_person: 'Sales or Marketing',
  person_busy: 'Cartbridge Support',
  mapping: 'Salesforce Admin',
  shop_unknown: 'Salesforce Admin',
  unexpected: 'Cartbridge Support',
};

export function whoCanFix(kind: FailureKind): Fixer {
  // A kind that an older worker stored and this one no longer has.
  return (FIXERS as Partial<Record<string, Fixer>>)[kind] ?? 'Cartbridge Support';
}
