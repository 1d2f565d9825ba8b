import type { Org } from '../org.ts';
import { textOf, type Row } from '../records/row.ts';

/** Who can sign in: all active users, since nobody in the local org has a password. */
export function usersOf(org: Org): Row[] {
  const object = org.schema.object('User');
  const users = object ? org.database.table(object).all() : [];
  return users
    .filter((user) => user.IsActive === true)
    .sort((a, b) => (textOf(a, 'Name') ?? '').localeCompare(textOf(b, 'Name') ?? ''));
}
