import { isGuestKey } from './names.ts';
import type { PersonObject } from './person.ts';

/** What decides which of several people, or of their records in Salesforce, goes before the others. */
export interface Standing {
  id: string;
  customerKey: string;
  /** What they are in Salesforce; null where that is not known. */
  object: PersonObject | null;
  /** Null: not in the books yet. */
  createdAt: Date | null;
}

/**
 * For sorting: a Contact or person account before a Lead, and that before nobody; who is registered
 * before a guest; the older one; the smaller id, so that everybody comes to the same end.
 */
export function bySeniority(one: Standing, other: Standing): number {
  return (
    rankOf(one.object) - rankOf(other.object) ||
    Number(isGuestKey(one.customerKey)) - Number(isGuestKey(other.customerKey)) ||
    ageOf(one) - ageOf(other) ||
    (one.id < other.id ? -1 : 1)
  );
}

export function rankOf(object: PersonObject | null): number {
  if (object === null) return 2;
  return object === 'Lead' ? 1 : 0;
}

function ageOf({ createdAt }: Standing): number {
  return createdAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
