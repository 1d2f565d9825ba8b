import type { Row } from './model.ts';
import { once, row, text } from './templateRows.ts';

/**
 * An address, said once. State and country are said by the names Salesforce has in its own lists:
 * an org with picklists for them takes exactly these, and one without shows them to people. What no
 * list knows is said as it came, and left out again where Salesforce refuses it.
 * @param path where the address is in the source, such as `profile.billing`
 * @param field what its fields begin with: `Mailing`; nothing on a Lead
 */
export function addressRows(id: string, path: string, field: string): Row[] {
  const country = `${path}.country`;
  return [
    row(`${id}-street`, [`${path}.line1`, `${path}.line2`], `${field}Street`, [
      { step: 'streetLines', as: 'lines', max: 255 },
    ]),
    text(`${id}-city`, `${path}.city`, `${field}City`, 40),
    {
      ...row(`${id}-state`, `${path}.region`, `${field}State`, [
        { step: 'state', country, as: 'name', otherwise: 'asGiven' },
        { step: 'truncate', length: 80 },
      ]),
      // A state of no country is refused by an org with picklists.
      condition: { path: country, is: 'present' } as const,
    },
    row(`${id}-postal-code`, `${path}.postalCode`, `${field}PostalCode`, [
      { step: 'postalCode', country },
      { step: 'truncate', length: 20 },
    ]),
    row(`${id}-country`, country, `${field}Country`, [
      { step: 'country', as: 'name', otherwise: 'asGiven' },
      { step: 'truncate', length: 80 },
    ]),
  ].map(once);
}
