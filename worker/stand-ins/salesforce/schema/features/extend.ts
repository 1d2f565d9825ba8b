import type { ObjectType } from '../model.ts';
import type { Features } from './features.ts';
import { addCurrencies } from './multi-currency.ts';
import { addPersonAccounts } from './person-accounts.ts';
import { addAddressCodes } from './state-country.ts';

/** Adds to the schema what the org's features bring. */
export function extendByFeatures(objects: ObjectType[], features: Features): void {
  // Codes first, as a person account takes over the fields of its contact.
  if (features.has('stateCountryPicklists')) addAddressCodes(objects);
  if (features.has('personAccounts')) addPersonAccounts(objects);
  if (features.has('multiCurrency')) addCurrencies(objects, features);
}
