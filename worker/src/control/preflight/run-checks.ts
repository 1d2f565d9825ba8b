import { asFailure } from '../../shared/failure.ts';
import { checkApiAllotment } from './api-check.ts';
import type { Check, Checker, Facts } from './check.ts';
import { checkConnector } from './connector-check.ts';
import { checkDuplicateRules } from './duplicate-rules-check.ts';
import { checkPersonFields } from './person-fields-check.ts';
import { checkRights } from './rights-check.ts';
import { checkShops } from './shop-checks.ts';

const CHECKERS: Record<string, Checker> = {
  api_allotment: checkApiAllotment,
  field_access: checkRights,
  duplicate_rules: checkDuplicateRules,
  person_fields: checkPersonFields,
  connector: checkConnector,
  shop: checkShops,
};

/** All facts, afresh. A check that cannot be made says so, and the others stand. */
export async function runChecks(facts: Facts): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [check, checker] of Object.entries(CHECKERS)) {
    try {
      checks.push(...(await checker(facts)));
    } catch (error) {
      const { message, nextStep = '' } = asFailure(error);
      checks.push({ check, status: 'unknown', evidence: message, fix: nextStep });
    }
  }
  return checks;
}
