import { personal, type SourceField } from './sourceField.ts';

const PARTS = [
  ['name', 'name', 'Jane Doe'],
  ['company', 'company', 'Acme'],
  ['line1', 'street', '555 East Street'],
  ['line2', 'street, second line', 'Unit 4'],
  ['city', 'city', 'Austin'],
  ['region', 'state', 'Texas'],
  ['postalCode', 'postal code', '78108'],
  ['country', 'country', 'US'],
  ['phone', 'phone', '5125550100'],
] as const;

/** The parts of an address; its country is an ISO 3166 code of two letters. */
export function addressSources(path: string, label: string, help: string): SourceField[] {
  return PARTS.map(([name, what, example]) =>
    personal(`${path}.${name}`, `${label} ${what}`, example, help),
  );
}
