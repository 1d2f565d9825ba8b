import { withLocks } from '../../shared/database/locks.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId } from '../../shared/ids.ts';

/**
 * Runs `work` with those of the people that no other worker is busy with. A person's totals and
 * cart block are read from the books and written to Salesforce in one go; two workers doing that
 * for one person at once could leave the older totals standing.
 */
export async function withPeopleLocked<T>(
  pool: Pool,
  people: PersonId[],
  work: (mine: Set<PersonId>) => Promise<T>,
): Promise<T> {
  return people.length === 0 ? work(new Set()) : withLocks(pool, 'person', people, work);
}
