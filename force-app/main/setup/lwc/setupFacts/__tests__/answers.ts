import { connection } from '../../../../shared/lwc/query/__tests__/kit';
import { settingsText } from '../../../../people/lwc/peoplePolicy/__tests__/policy';
import { readFacts, type Facts } from 'c/setupFacts';

export const NOW = new Date();

export const minutesAgo = (minutes: number): string =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString();

const CHECKS = [
  { check: 'field_access', status: 'ok', evidence: 'The worker may write all fields.', fix: '' },
  {
    check: 'duplicate_rules',
    ...{ status: 'warning', evidence: 'Active: Rule (Lead).', fix: 'Let it only alert.' },
    path: '/lightning/setup/DuplicateRules/home',
  },
  { check: 'shop', status: 'failed', evidence: 'No shop is connected.', fix: 'Connect the shop.' },
  { check: 'new_one', status: 'unknown', evidence: 'Nobody knows.', fix: '' },
];

export const WORKER = {
  ...{ Id: 'a00000000000001', Worker_URL__c: 'https://worker.example.com', Worker_Version__c: '1' },
  Heard_At__c: minutesAgo(1),
  Settings__c: settingsText(),
  Preflight__c: JSON.stringify({ checkedAt: minutesAgo(2), checks: CHECKS }),
};

export const SHOP = {
  ...{ Id: 'a01000000000001', Name: 'Blue Shop', Status__c: 'Connected' },
  ...{ Hooks_Alive__c: 9, Hooks_Wanted__c: 9 },
};

export const MAPPING = {
  ...{ Id: 'a03000000000001', Published_Version__c: 2, Draft_Base__c: null },
  Shop__r: { Name: { value: 'Blue Shop' } },
};

export function jobRecord(type: string, status: string, message = '') {
  return {
    ...{ Id: `a02${type}${status}`, Type__c: type, Status__c: status, Message__c: message },
    CreatedDate: minutesAgo(3),
  };
}

/** What the query for the set-up answers in an org where all is well, but for what is named. */
export function setupAnswer({
  worker = [WORKER] as Record<string, unknown>[],
  shops = [SHOP] as Record<string, unknown>[],
  mappings = [MAPPING] as Record<string, unknown>[],
  orders = 12,
  jobs = [] as Record<string, unknown>[],
  wasChosen = true,
  wasSampled = true,
} = {}) {
  const some = [{ Id: 'a02000000000009' }];
  return {
    Worker_Status__c: connection(worker),
    Shop__c: connection(shops),
    Mapping__c: connection(mappings),
    Order__c: connection([], orders),
    recent: connection(jobs.filter(({ Type__c }) => Type__c !== 'Check Setup')),
    checked: connection(jobs.filter(({ Type__c }) => Type__c === 'Check Setup')),
    chosen: connection(wasChosen ? some : []),
    sampled: connection(wasSampled ? some : []),
  };
}

export function factsOf(parts: Parameters<typeof setupAnswer>[0] = {}): Facts {
  return readFacts(setupAnswer(parts), NOW);
}
