import { fill } from 'c/format';
import type { Problem } from 'c/healthData';
import { labels } from 'c/healthLabels';

/** The one thing to press: a job to ask for, or where to go. */
export interface Action {
  label: string;
  ask?: 'Repair Webhooks' | 'Send Sample Event';
  tab?: string;
  /** Whose list of records is to be seen. */
  object?: string;
  path?: string;
}

interface Words {
  what: string;
  next: string;
  action?: Action;
}

const SETUP: Action = { label: labels.openSetup, tab: 'Setup_Assistant' };
const USAGE: Action = { label: labels.openUsage, path: '/lightning/setup/CompanyProfileInfo/home' };

/** By the codes of the worker. */
const WORDS: Record<string, Words> = {
  salesforce_auth: { what: labels.problemAuth, next: labels.problemAuthNext, action: SETUP },
  salesforce_setup: { what: labels.problemSetup, next: labels.problemSetupNext, action: SETUP },
  salesforce_quota: { what: labels.problemQuota, next: labels.problemQuotaNext, action: USAGE },
  hooks_missing: {
    what: labels.problemHooks,
    next: labels.problemHooksNext,
    action: { label: labels.repair, ask: 'Repair Webhooks' },
  },
  shop_unreachable: { what: labels.problemShop, next: labels.problemShopNext, action: SETUP },
  shop_quiet: {
    what: labels.problemQuiet,
    next: labels.problemQuietNext,
    action: { label: labels.sendSample, ask: 'Send Sample Event' },
  },
  waiting_long: { what: labels.problemWaiting, next: labels.problemWaitingNext },
  api_allotment: { what: labels.problemCalls, next: labels.problemCallsNext, action: USAGE },
  parked: {
    what: labels.problemParked,
    next: labels.problemParkedNext,
    action: { label: labels.openIssues, tab: 'Issues' },
  },
  reviews: {
    what: labels.problemReviews,
    next: labels.problemReviewsNext,
    action: { label: labels.openReviews, object: 'Match_Review__c' },
  },
};

/** Where a problem leads that names fields, and so keeps the worker's sentence. */
const ACTIONS: Record<string, Action> = {
  mapping_values: { label: labels.openMapping, tab: 'Mapping' },
};

/** A problem in words of the user's language; in the worker's own where its code is new. */
export function wordsFor({ code, about, what, next }: Problem): Words {
  const words = WORDS[code];
  const own = { what: [about, what].filter(Boolean).join(': '), next };
  const action = ACTIONS[code];
  if (!words) return { ...own, ...(action && { action }) };
  return { ...words, what: fill(words.what, about) };
}
