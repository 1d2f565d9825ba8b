import type { Check, Checker } from './check.ts';

/**
 * Account Engagement's connector cannot be asked through the API of the org; nobody may conclude
 * from our silence that it runs.
 */
export const checkConnector: Checker = (): Check[] => [
  {
    check: 'connector',
    status: 'unknown',
    evidence: 'The org does not tell whether the Account Engagement connector runs.',
    fix: 'See in Account Engagement Settings that the connector is verified and not paused, and give its user the permission set Cartbridge Reader.',
    path: '/lightning/setup/PardotHome/home',
  },
];
