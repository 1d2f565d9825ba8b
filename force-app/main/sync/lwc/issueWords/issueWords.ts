import { labels } from 'c/issueLabels';

/** By the worker's kinds of failure. */
const CAUSES: Record<string, string> = {
  shop_unavailable: labels.causeShopUnavailable,
  shop_rate_limited: labels.causeShopRateLimited,
  shop_auth: labels.causeShopAuth,
  shop_shape: labels.causeShopShape,
  salesforce_unavailable: labels.causeSalesforceUnavailable,
  salesforce_auth: labels.causeSalesforceAuth,
  salesforce_setup: labels.causeSalesforceSetup,
  salesforce_quota: labels.causeSalesforceQuota,
  record_locked: labels.causeRecordLocked,
  record_refused: labels.causeRecordRefused,
  record_data: labels.causeRecordData,
  duplicate_record: labels.causeDuplicate,
  link_lost: labels.causeLinkLost,
  ambiguous_person: labels.causeAmbiguous,
  person_busy: labels.causePersonBusy,
  mapping: labels.causeMapping,
  mapping_paused: labels.causeMappingPaused,
  shop_unknown: labels.causeShopUnknown,
  unexpected: labels.causeUnexpected,
};

const FIXERS: Record<string, string> = {
  'Salesforce Admin': labels.admin,
  'Shop Admin': labels.shopAdmin,
  'Sales or Marketing': labels.sales,
  'Cartbridge Support': labels.support,
};

/** A cause in the user's words; a newer worker's own word where it has one that is not known here. */
export function causeText(cause: string): string {
  return CAUSES[cause] ?? cause;
}

export function fixerText(fixer: string): string {
  return FIXERS[fixer] ?? fixer;
}

interface Option {
  label: string;
  value: string;
}

export const FIXER_OPTIONS: Option[] = [
  { label: labels.every, value: '' },
  ...Object.entries(FIXERS).map(([value, label]) => ({ label, value })),
];

/** Issues somebody may still have to think of. */
export const CURRENT = 'current';

export const STATUS_OPTIONS: Option[] = [
  { label: labels.current, value: CURRENT },
  { label: labels.statusOpen, value: 'Open' },
  { label: labels.statusRetrying, value: 'Retrying' },
  { label: labels.statusSolved, value: 'Solved' },
  { label: labels.statusIgnored, value: 'Ignored' },
  { label: labels.every, value: '' },
];
