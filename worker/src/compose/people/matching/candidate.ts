import type { PersonId, SalesforceId } from '../../../shared/ids.ts';
import type { Matching } from '../../../shared/people-policy.ts';
import type { PersonObject } from '../person.ts';

/** One of the keys an admin can put in order. */
export type MatchKey = Matching['keys'][number];

/** A person who is looked for in Salesforce, by all that may name them there. */
export interface Seeker {
  id: PersonId;
  /** Every Customer_Key__c they may have been written with, as a guest or as a customer. */
  keys: string[];
  /** Lower case. */
  email: string | null;
  /** As the shop has it; only their own word counts, never a bill. */
  phone: string | null;
  /** Their customer ids in this shop; none for a guest. */
  customerNumbers: string[];
  /** Somebody decided that nobody in Salesforce is them: only what was written for them is. */
  isMadeAnew: boolean;
}

/** A Lead, Contact or person account that may be somebody who is looked for. */
export interface Candidate {
  object: PersonObject;
  id: SalesforceId;
  /** Of a person account: the Contact in it. */
  contactId?: SalesforceId;
  /** Lower case. */
  email: string | null;
  customerKey: string | null;
  /** As people typed them. */
  phones: string[];
  customerNumber: string | null;
  /** Of a Contact; absent where the worker's user may not see it. */
  accountId?: SalesforceId | null;
  /** Absent where the worker's user may not see it. */
  optedOut?: boolean;
}

/** Why people must decide; what `Match_Review__c.Reason__c` may say. */
export type ReviewReason =
  | 'Several Records Match'
  | 'Belongs to Another Customer'
  | 'Duplicate Rule Matches'
  | 'Same Shopper Twice';

export type Chosen =
  | { candidate: Candidate; key: MatchKey }
  | { nobody: true }
  | { doubt: { reason: ReviewReason; key: MatchKey; candidates: Candidate[] } };
