import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';
import type { PersonId, SalesforceId } from '../../../shared/ids.ts';
import type { Chosen, Seeker } from './candidate.ts';
import { choose, type Choosing } from './choose.ts';
import { findCandidates } from './find-candidates.ts';

/**
 * Looks for people in Salesforce who are not linked yet, by the org's policy.
 * @param keysOf the customer keys of those whom the books know these records as: one that was
 *   converted or merged just now bears none yet, and is somebody's all the same
 */
export async function searchPeople(
  client: SalesforceClient,
  choosing: Choosing,
  seekers: Seeker[],
  keysOf: (ids: SalesforceId[]) => Promise<Map<SalesforceId, string>> = nobodys,
): Promise<Map<PersonId, Chosen>> {
  const found = await findCandidates(client, choosing, seekers);
  const keys = await keysOf(found.flatMap(({ id, customerKey }) => (customerKey ? [] : id)));
  const candidates = found.map((one) => ({
    ...one,
    customerKey: one.customerKey ?? keys.get(one.id) ?? null,
  }));
  return new Map(seekers.map((seeker) => [seeker.id, choose(choosing, seeker, candidates)]));
}

function nobodys(): Promise<Map<SalesforceId, string>> {
  return Promise.resolve(new Map<SalesforceId, string>());
}
