import { childrenOf, textIn, type Element } from '../metadata/element.ts';
import { textOf } from '../records/row.ts';
import type { Call } from '../rest/call.ts';
import { screensOf, type Screen } from './components.ts';
import { userRow } from '../oauth/token.ts';

/** The permission sets that decide what the caller's navigation shows; null: all of it does. */
export function assignedSets({ org, caller }: Call): Screen[] | null {
  if (userRow(org, caller.userId)?.ProfileId === org.residents.adminProfileId) return null;
  const [assignments, sets] = ['PermissionSetAssignment', 'PermissionSet'].map((name) =>
    org.schema.object(name),
  );
  if (!assignments || !sets) return [];
  const names = org.database
    .table(assignments)
    .find('AssigneeId', caller.userId)
    .filter((row) => row.IsDeleted !== true)
    .map((row) => org.database.table(sets).get(textOf(row, 'PermissionSetId') ?? '')?.Name);
  return screensOf(org, 'PermissionSet').filter(({ component }) =>
    names.includes(component.fullName),
  );
}

/** Whether one of the sets has a part of this kind that names this and says so. */
export function grants(
  sets: Screen[] | null,
  kind: string,
  naming: string,
  name: string,
  says: (part: Element) => boolean,
): boolean {
  if (sets === null) return true;
  return sets.some(({ element, apiName }) =>
    childrenOf(element, kind).some((part) => apiName(textIn(part, naming)) === name && says(part)),
  );
}
