import type { Caller, Org } from '../org.ts';
import { textOf, type Row } from '../records/row.ts';
import { insert } from '../records/save.ts';
import { asConverter, fill, objectNamed, valuesFor } from './converter.ts';
import type { LeadConvert } from './convert.ts';
import { mapped } from './mapping.ts';

const LONGEST_NAME = 120;

/** The opportunity of a conversion, with the contact in it; null when none is wanted. */
export function opportunity(
  org: Org,
  caller: Caller,
  lead: Row,
  wish: LeadConvert,
  accountId: string,
  contactId: string,
): string | null {
  const object = objectNamed(org, 'Opportunity');
  const values = mapped(org, lead, object);
  if (wish.opportunityId) return fill(org, caller, 'Opportunity', wish.opportunityId, values).Id;
  if (wish.doNotCreateOpportunity) return null;
  const draft = valuesFor(org, object, values, lead, wish, {
    Name: wish.opportunityName ?? textOf(lead, 'Company')?.slice(0, LONGEST_NAME) ?? '',
    AccountId: accountId,
    StageName: org.schema.field(object, 'StageName')?.picklist[0] ?? null,
    CloseDate: endOfQuarter(org.clock.now()),
  });
  const { Id } = insert(org, asConverter(caller), object, draft);
  const role = objectNamed(org, 'OpportunityContactRole');
  const roles = valuesFor(org, role, new Map(), lead, wish, {
    OpportunityId: Id,
    ContactId: contactId,
    IsPrimary: true,
  });
  insert(org, asConverter(caller), role, roles);
  return Id;
}

function endOfQuarter(day: Date): string {
  const next = Math.ceil((day.getUTCMonth() + 1) / 3) * 3;
  return new Date(Date.UTC(day.getUTCFullYear(), next, 0)).toISOString().slice(0, 10);
}
