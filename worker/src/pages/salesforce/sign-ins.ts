import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../../shared/database/pool.ts';
import type { Vault } from '../../shared/secrets.ts';

/** For this long a sign-in may take. */
export const SIGN_IN_MS = 600_000;
/** Nobody's name: the verifiers belong to no org yet. */
const SEALED_FOR = 'sign-in';

/** Where a sign-in goes on when it is done. */
export interface Onward {
  returnTo: string;
  nextPage: 'overview' | 'shop';
}

export interface NewSignIn {
  state: string;
  /** S256 of the verifier. */
  challenge: string;
}

export type TakenSignIn =
  | ({ outcome: 'taken'; verifier: string } & Onward)
  | { outcome: 'too_late' }
  | { outcome: 'unknown' };

/** Begins a sign-in that only this browser can finish, once. */
export async function beginSignIn(
  db: Queryable,
  vault: Vault,
  browser: string,
  { returnTo, nextPage }: Onward,
): Promise<NewSignIn> {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(64).toString('base64url');
  // Kept for a day, so that who comes late hears why.
  await db.query(
    `with gone as (delete from cartbridge.sign_in where started_at < now() - interval '1 day')
     insert into cartbridge.sign_in (state_hash, browser_hash, verifier, return_to, next_page)
     values ($1, $2, $3, $4, $5)`,
    [
      digest(state),
      digest(browser),
      await vault.seal(SEALED_FOR, { verifier }),
      returnTo,
      nextPage,
    ],
  );
  return { state, challenge: digest(verifier) };
}

/** Ends the sign-in with this state; `unknown` when it is another browser's, or was ended before. */
export async function takeSignIn(
  db: Queryable,
  vault: Vault,
  browser: string,
  state: string,
): Promise<TakenSignIn> {
  const { rows } = await db.query<{ sealed: string; inTime: boolean } & Onward>(
    `delete from cartbridge.sign_in where state_hash = $1 and browser_hash = $2
     returning verifier as sealed, return_to as "returnTo", next_page as "nextPage",
       started_at > now() - $3 * interval '1 millisecond' as "inTime"`,
    [digest(state), digest(browser), SIGN_IN_MS],
  );
  const [row] = rows;
  if (!row) return { outcome: 'unknown' };
  if (!row.inTime) return { outcome: 'too_late' };
  const { verifier } = (await vault.open(SEALED_FOR, row.sealed)) as { verifier: string };
  const { returnTo, nextPage } = row;
  return { outcome: 'taken', verifier, returnTo, nextPage };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
