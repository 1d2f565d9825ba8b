import { ago } from './worker-records.ts';

type Fields = Record<string, unknown>;
type Create = (object: string, fields: Fields) => Promise<string>;

const SHOPPER = {
  ...{ name: 'Ada Keller', email: 'ada@example.com', phone: '+49 30 1234567' },
  ...{ company: 'Keller Interiors', customerKey: 'shop-1:customer:11' },
};

/** As the worker books a candidate: what it could read of the record. */
function candidateOf(id: string, object: string, more: Fields): Fields {
  return {
    ...{ id, object, name: 'Ada Keller', email: 'ada@example.com', phone: null, company: null },
    ...{ customerKey: null, owner: 'Sam Rivers', createdAt: ago(86_400_000) },
    ...{ lastActivity: '2026-10-05', matchedBy: ['email'] },
    ...more,
  };
}

/** A contact and a lead with the shopper's address, and the review that asks which one it is. */
export async function seedReview(create: Create, more: Fields = {}) {
  const Shop__c = await create('Shop__c', { Name: 'Sample Shop', Shop_Key__c: 'shop-1' });
  const contact = await create('Contact', {
    ...{ FirstName: 'Ada', LastName: 'Keller', Email: 'ada@example.com', Phone: '030 1234567' },
  });
  const lead = await create('Lead', {
    ...{ FirstName: 'A.', LastName: 'Keller', Company: 'Keller GmbH', Email: 'ada@example.com' },
  });
  const candidates = [
    candidateOf(contact, 'Contact', {}),
    candidateOf(lead, 'Lead', { name: 'A. Keller', company: 'Keller GmbH' }),
  ];
  const review = await create('Match_Review__c', {
    ...{ Name: 'shop-1:customer:11', External_Id__c: REVIEW_KEY, Shop__c, Status__c: 'Open' },
    ...{ Reason__c: 'Several Records Match', Customer_Key__c: SHOPPER.customerKey },
    ...{ Shopper_Email__c: SHOPPER.email, Shopper_Name__c: SHOPPER.name },
    Evidence__c: JSON.stringify({ shopper: SHOPPER, candidates }),
    ...{ Candidates__c: 2, Waiting__c: 3, Opened_At__c: ago(7_200_000) },
    ...more,
  });
  return { review, contact, lead, Shop__c };
}

export const REVIEW_KEY = '6f9c2f54-8f0b-4a63-9a46-0d5a3a4d1c11';
