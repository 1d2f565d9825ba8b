import { DECISIONS, type Evidence } from '../../compose/people/matching/reviews.ts';
import type { Row } from '../../deliver/row.ts';
import type { ShopId } from '../../shared/ids.ts';
import { truncate } from '../../shared/truncate.ts';

/** A review as the books have it. */
export interface KnownReview {
  id: string;
  shopId: ShopId;
  reason: string;
  status: 'Open' | 'Decided' | 'Withdrawn';
  decision: (typeof DECISIONS)[number] | null;
  chosenId: string | null;
  evidence: Evidence;
  openedAt: Date;
  decidedAt: Date | null;
  /** Events that wait for it. */
  waiting: number;
  /** The fingerprint of what Salesforce was last told. */
  told: string | null;
}

/** The longest text each field takes, in characters. */
const LONGEST = { name: 80, shopper: 255, evidence: 32_768 };

/** A match review as people in Salesforce see it. */
export function reviewRow(review: KnownReview): Row {
  const { shopper, candidates } = review.evidence;
  return {
    object: 'Match_Review__c',
    key: review.id,
    target: { field: 'External_Id__c', value: review.id },
    fields: {
      Name: truncate(shopper.customerKey, LONGEST.name),
      Status__c: review.status,
      Reason__c: review.reason,
      Customer_Key__c: shopper.customerKey,
      Shopper_Email__c: shopper.email,
      Shopper_Name__c: truncate(shopper.name, LONGEST.shopper),
      Evidence__c: evidenceText(review.evidence),
      Candidates__c: candidates.length,
      Waiting__c: review.waiting,
      Decision__c: review.decision,
      Chosen_Id__c: review.chosenId,
      Opened_At__c: review.openedAt.toISOString(),
      Decided_At__c: review.decidedAt?.toISOString() ?? null,
    },
    references: {
      Shop__c: {
        name: `Shop__c ${review.shopId}`,
        by: { object: 'Shop__c', field: 'Shop_Key__c', value: review.shopId },
      },
    },
  };
}

/** Whole candidates only: half a JSON is none. */
function evidenceText({ shopper, candidates }: Evidence): string {
  for (let count = candidates.length; count > 0; count -= 1) {
    const text = JSON.stringify({ shopper, candidates: candidates.slice(0, count) });
    if (text.length <= LONGEST.evidence) return text;
  }
  return JSON.stringify({ shopper, candidates: [] });
}
