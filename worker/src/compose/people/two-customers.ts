import type { Client } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';

/**
 * Two customers of one shop are never one person by their address. A guest who was found to be a
 * customer may have registered as another one before both were held: throws `person_busy` then, and
 * whose the records are is asked afresh. The register is to be locked before.
 */
export async function refuseTwoCustomers(client: Client, people: PersonId[]): Promise<void> {
  const { rowCount } = await client.query(
    `select from (
       select person_id as id, key as name from cartbridge.person_key
       where person_id = any($1::uuid[])
       union
       select id, customer_key from cartbridge.person where id = any($1::uuid[])
     ) as names
     where split_part(name, ':', 2) = 'customer'
     group by split_part(name, ':', 1) having count(distinct id) > 1`,
    [people],
  );
  if (rowCount)
    throw new Failure('person_busy', 'Somebody has just become another customer of the shop.');
}
