import { isOfPackage } from '../../deliver/salesforce/package-names.ts';
import type { FieldValue } from '../../deliver/row.ts';
import { addressPattern } from './address-pattern.ts';
import type { DescribedField } from './described.ts';
import type { ObjectPlace } from './place.ts';
import type { ReadRecord } from './read-objects.ts';
import type { Subject } from './subject.ts';

/** What people write is in these. */
export const TEXTS: ReadonlySet<string> = new Set([
  ...['string', 'textarea', 'email', 'phone', 'url', 'encryptedstring', 'combobox'],
]);

/** What is still to be said of a record, and what the worker's user may not say. */
export interface Changes {
  fields: Record<string, FieldValue>;
  refused: string[];
}

/**
 * What makes a record of ours say nothing of anybody. Texts that Cartbridge writes are emptied, those
 * of other people's fields are not touched; our objects may be emptied, as Account Engagement maps
 * none of their fields. Nothing, where all of it is said.
 * @param mapped fields that a mapping writes, besides the package's own
 */
export function recordChanges(
  { object, values }: ReadRecord,
  place: ObjectPlace,
  fields: DescribedField[],
  mapped: ReadonlySet<string>,
  accounts: ReadonlySet<string>,
): Changes {
  const { stays = [], empties = [], says = {} } = place;
  const changes: Changes = { fields: {}, refused: [] };
  for (const field of fields) {
    const { name } = field;
    const value = values[name] ?? null;
    const wanted = Object.hasOwn(says, name) ? says[name] : null;
    const isText = TEXTS.has(field.type) && (name === 'Name' || isOurs(object, name, mapped));
    const isLookup =
      empties.includes(name) ||
      (name === 'Account__c' && typeof value === 'string' && accounts.has(value));
    const isMeant = Object.hasOwn(says, name) || isLookup || (isText && !stays.includes(name));
    if (!isMeant || value === null) continue;
    const said = wanted ?? (field.nillable ? null : 'Erased');
    if (value === said) continue;
    if (field.updateable) changes.fields[name] = said;
    else if (isText || isLookup) changes.refused.push(name);
  }
  return changes;
}

/**
 * What takes their address out of a record that is somebody else's, such as an order that was billed
 * to them: the rest of it is not theirs.
 */
export function mentionChanges(
  { values }: ReadRecord,
  { addresses }: Pick<Subject, 'addresses'>,
  fields: DescribedField[],
): Changes {
  const pattern = addressPattern(addresses);
  const changes: Changes = { fields: {}, refused: [] };
  if (pattern === null) return changes;
  for (const { name, type, updateable, nillable } of fields) {
    const value = values[name];
    if (!TEXTS.has(type) || typeof value !== 'string' || !new RegExp(pattern, 'i').test(value))
      continue;
    if (updateable) changes.fields[name] = nillable ? null : 'Erased';
    else changes.refused.push(name);
  }
  return changes;
}

function isOurs(object: string, name: string, mapped: ReadonlySet<string>): boolean {
  return isOfPackage(name, object) || mapped.has(name);
}
