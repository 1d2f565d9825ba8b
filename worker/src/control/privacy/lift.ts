import { guestKey } from '../../compose/people/names.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { ShopId } from '../../shared/ids.ts';
import type { Vault } from '../../shared/secrets.ts';
import { liftErasure } from './erasures.ts';
import type { Question } from './find-people.ts';

/**
 * Lets somebody in again who was erased and came back of their own will. Nothing tells who that was
 * but what they come with now: an address or a Customer Key.
 * @returns how many of their names were let in
 */
export async function lift(
  pool: Pool,
  vault: Vault,
  client: SalesforceClient,
  question: Question,
): Promise<number> {
  if ('recordId' in question)
    throw new Failure('mapping', 'A record says nothing about who was erased.', {
      nextStep: 'Say the email address or the Customer Key with which they come back.',
    });
  const org = client.org.id;
  if ('customerKey' in question) return liftErasure(pool, vault, org, [question.customerKey]);
  const { rows } = await pool.query<{ id: ShopId }>(
    'select id from cartbridge.shop where org_id = $1',
    [org],
  );
  const { email } = question;
  const names = rows.flatMap(({ id }) => [`${id}:email:${email}`, guestKey(id, email)]);
  return liftErasure(pool, vault, org, [`email:${email}`, ...names]);
}
