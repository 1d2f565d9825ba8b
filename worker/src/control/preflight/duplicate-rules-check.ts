import { queryAll } from '../../deliver/salesforce/query.ts';
import { asFailure } from '../../shared/failure.ts';
import type { Check, Checker } from './check.ts';

const PATH = '/lightning/setup/DuplicateRules/home';

/** Which duplicate rules a new Lead, Contact or Account meets. They are respected, and may put people aside. */
export const checkDuplicateRules: Checker = async ({ client }): Promise<Check[]> => {
  let names: string[];
  try {
    const [rules = []] = await queryAll(client, [
      `SELECT DeveloperName, SobjectType FROM DuplicateRule
       WHERE IsActive = true AND SobjectType IN ('Lead', 'Contact', 'Account')`,
    ]);
    names = rules.map(
      ({ DeveloperName, SobjectType }) => `${String(DeveloperName)} (${String(SobjectType)})`,
    );
  } catch (error) {
    const { kind } = asFailure(error);
    if (kind === 'salesforce_unavailable' || kind === 'salesforce_auth') throw error;
    return [
      {
        check: 'duplicate_rules',
        status: 'unknown',
        evidence: 'The worker’s user may not see the duplicate rules.',
        fix: 'Look whether a rule on Lead, Contact or Account blocks.',
        path: PATH,
      },
    ];
  }
  if (names.length === 0) {
    const evidence = 'No duplicate rule is active on Lead, Contact or Account.';
    return [{ check: 'duplicate_rules', status: 'ok', evidence, fix: '' }];
  }
  return [
    {
      check: 'duplicate_rules',
      status: 'warning',
      evidence: `Active: ${names.join(', ')}. People whom a rule stops become issues; companies are then left out.`,
      fix: 'Let the rules only alert the worker’s user, or decide about the issues.',
      path: PATH,
    },
  ];
};
