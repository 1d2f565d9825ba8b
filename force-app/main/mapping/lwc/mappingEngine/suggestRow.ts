import { newRowId } from './edit.ts';
import { isPerson } from './engagement.ts';
import type { Row, Target } from './model.ts';
import { wordsOf } from './suggestWords.ts';
import type { Suggestion } from './suggest.ts';

/** Words of standard fields that say who a person is, and where to reach them. */
const PERSONAL = new Set(
  'name salutation title phone mobile fax email address street city state province postal zip country company birthdate department'.split(
    ' ',
  ),
);

/**
 * The row that a suggestion adds to its target. What says who a person is belongs to Salesforce's
 * users once the person is there, as in the templates; all else follows the shop, and so do custom
 * fields, which are there for what it says.
 */
export function suggestedRow(target: Target, { path, field, steps }: Suggestion): Row {
  const isTheirs = isPerson(target.object) && !field.endsWith('__c') && isPersonal(field);
  return {
    ...{ id: newRowId(target), source: [path], steps, target: field },
    ...{ direction: 'toSalesforce', rule: isTheirs ? 'onCreate' : 'always' },
  };
}

function isPersonal(field: string): boolean {
  return wordsOf(field).some((word) => PERSONAL.has(word));
}
