import type { Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { completeAddresses } from './addresses.ts';
import { completeAccount } from './person-accounts.ts';
import type { Row, Value } from './row.ts';

/** Fills in what the org's features add to a row that is about to be saved; throws what they refuse. */
export function completeByFeatures(
  org: Org,
  object: ObjectType,
  row: Row,
  values: Map<Field, Value>,
  before: Row | undefined,
): void {
  if (org.features.has('stateCountryPicklists')) completeAddresses(object, row, values);
  if (org.features.has('personAccounts') && object.name === 'Account') {
    completeAccount(org, row, values, before);
  }
}
