import type { ShopId } from '../../../shared/ids.ts';
import type { Matching } from '../../../shared/people-policy.ts';
import type { Candidate, Chosen, MatchKey, Seeker } from './candidate.ts';
import { toInternational } from './phones.ts';

export interface Choosing {
  shop: ShopId;
  /** ISO 3166-1 alpha-2 of the shop, for phone numbers that name none; may be empty. */
  country: string;
  matching: Matching;
}

/**
 * One person's match among the candidates, by the policy's keys in their order. Never a guess:
 * several candidates of the same rank, or one that another customer of this shop already is, are for
 * people to decide.
 */
export function choose(choosing: Choosing, seeker: Seeker, candidates: Candidate[]): Chosen {
  const { keys, prefer } = choosing.matching;
  // Whoever says "nobody of these" must not be asked again for the same reason.
  const asked = seeker.isMadeAnew ? keys.filter((key) => key === 'externalId') : keys;
  for (const key of asked) {
    const matches = candidates.filter((candidate) => isMatch(choosing, key, seeker, candidate));
    const [first] = ranked(key, matches, prefer);
    if (!first) continue;
    const [candidate] = first;
    if (first.length > 1 || !candidate)
      return { doubt: { reason: 'Several Records Match', key, candidates: first } };
    if (key !== 'externalId' && isSomebodyElse(choosing.shop, seeker, candidate))
      return { doubt: { reason: 'Belongs to Another Customer', key, candidates: first } };
    return { candidate, key };
  }
  return { nobody: true };
}

/**
 * The matches in ranks that are not empty. Between a Contact and a Lead with the same key or address
 * the policy prefers one; what only hints at a person, as a number does, must name a single one.
 */
function ranked(key: MatchKey, matches: Candidate[], prefer: Matching['prefer']): Candidate[][] {
  if (key === 'phone' || key === 'customerNumber') return matches.length > 0 ? [matches] : [];
  const isPreferred = ({ object }: Candidate): boolean =>
    (object === 'Lead') === (prefer === 'Lead');
  return [
    matches.filter(isPreferred),
    matches.filter((candidate) => !isPreferred(candidate)),
  ].filter((rank) => rank.length > 0);
}

/** Whether a candidate has what this key asks for. */
export function isMatch(
  { shop, country, matching }: Choosing,
  key: MatchKey,
  seeker: Seeker,
  candidate: Candidate,
): boolean {
  const { customerKey, email, phones, customerNumber } = candidate;
  switch (key) {
    case 'externalId':
      return customerKey !== null && seeker.keys.includes(customerKey);
    case 'email':
      return (
        email !== null &&
        email === seeker.email &&
        (matching.emailAcrossShops || customerKey === null || customerKey.startsWith(`${shop}:`))
      );
    case 'phone': {
      const number = seeker.phone === null ? null : toInternational(seeker.phone, country);
      // A household shares a number: who is another customer already is not meant by it.
      return (
        number !== null &&
        !isSomebodyElse(shop, seeker, candidate) &&
        phones.some((phone) => toInternational(phone, country) === number)
      );
    }
    case 'customerNumber':
      return customerNumber !== null && seeker.customerNumbers.includes(customerNumber);
  }
}

/** Linked to another customer of this shop: a customer’s own keys are looked at first. */
function isSomebodyElse(shop: ShopId, { keys }: Seeker, { customerKey }: Candidate): boolean {
  return (
    customerKey !== null &&
    customerKey.startsWith(`${shop}:customer:`) &&
    !keys.includes(customerKey)
  );
}
