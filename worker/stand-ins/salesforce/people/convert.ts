import type { Caller, Org } from '../org.ts';
import { refuseConverted } from '../records/converted.ts';
import { checkLocks } from '../records/locks.ts';
import { checkValidationRules } from '../records/validation.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { insert, noRight } from '../records/save.ts';
import { checkEdit } from '../records/sharing.ts';
import { carryOver } from './carry-over.ts';
import { asConverter, fill, found, objectNamed, valuesFor } from './converter.ts';
import { mapped } from './mapping.ts';
import { opportunity } from './opportunity.ts';

/** What a caller may say about one conversion; ids have 15 or 18 characters. */
export interface LeadConvert {
  leadId: string;
  convertedStatus: string;
  accountId?: string;
  contactId?: string;
  opportunityId?: string;
  opportunityName?: string;
  ownerId?: string;
  doNotCreateOpportunity: boolean;
  overwriteLeadSource: boolean;
}

export interface Converted {
  leadId: string;
  accountId: string;
  contactId: string;
  opportunityId: string | null;
}

/**
 * Turns a Lead into an account, a contact and, unless told otherwise, an opportunity, new ones or
 * those that are named. Throws Refused, and has then changed nothing.
 */
export function convertLead(org: Org, caller: Caller, wish: LeadConvert): Converted {
  checkRights(org, caller, wish);
  const object = objectNamed(org, 'Lead');
  const { row: lead } = found(org, wish.leadId, 'Lead');
  refuseConverted(object, lead);
  checkEdit(org, caller, object, lead);
  checkStatus(org, wish.convertedStatus);
  return org.database.transaction(() => {
    const accountId = account(org, caller, lead, wish);
    const contactId = contact(org, caller, lead, wish, accountId);
    const opportunityId = opportunity(org, caller, lead, wish, accountId, contactId);
    const closed = close(org, caller, lead, wish.convertedStatus, {
      ConvertedAccountId: accountId,
      ConvertedContactId: contactId,
      ConvertedOpportunityId: opportunityId,
    });
    checkLocks(org, object, closed);
    checkValidationRules(org, caller, object, closed, lead);
    org.database.put(object, closed);
    carryOver(org, lead.Id, contactId);
    return { leadId: lead.Id, accountId, contactId, opportunityId };
  });
}

function checkRights(org: Org, { rights }: Caller, wish: LeadConvert): void {
  const needed = [
    { object: 'Lead', action: 'edit' },
    { object: 'Account', action: wish.accountId ? 'edit' : 'create' },
    { object: 'Contact', action: wish.contactId ? 'edit' : 'create' },
    ...(wish.doNotCreateOpportunity || wish.opportunityId
      ? []
      : [{ object: 'Opportunity', action: 'create' } as const]),
  ] as const;
  const may = needed.every(({ object, action }) => rights.may(action, objectNamed(org, object)));
  if (!rights.convertLeads || !may) throw noRight();
}

function checkStatus(org: Org, status: string): void {
  const statuses = org.database.table(objectNamed(org, 'LeadStatus')).all();
  const isConverted = statuses.some((row) => row.IsConverted === true && row.ApiName === status);
  if (!isConverted) throw refuse('INVALID_STATUS', `invalid convertedStatus: ${status}`, []);
}

function account(org: Org, caller: Caller, lead: Row, wish: LeadConvert): string {
  const object = objectNamed(org, 'Account');
  const values = mapped(org, lead, object);
  if (wish.accountId) return fill(org, caller, 'Account', wish.accountId, values).Id;
  return insert(org, asConverter(caller), object, valuesFor(org, object, values, lead, wish)).Id;
}

function contact(
  org: Org,
  caller: Caller,
  lead: Row,
  wish: LeadConvert,
  accountId: string,
): string {
  const object = objectNamed(org, 'Contact');
  const values = mapped(org, lead, object);
  if (!wish.contactId) {
    const draft = valuesFor(org, object, values, lead, wish, { AccountId: accountId });
    return insert(org, asConverter(caller), object, draft).Id;
  }
  const { row } = found(org, wish.contactId, 'Contact');
  if (textOf(row, 'AccountId') !== accountId) {
    throw refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      "contact's parent account does not match the specified account",
      ['ContactId'],
    );
  }
  return fill(org, caller, 'Contact', row.Id, values, wish.overwriteLeadSource).Id;
}

function close(
  org: Org,
  caller: Caller,
  lead: Row,
  status: string,
  converted: Record<string, string | null>,
): Row {
  const now = wholeSeconds(org.clock.now());
  return {
    ...lead,
    ...converted,
    Status: status,
    IsConverted: true,
    ConvertedDate: now.slice(0, 10),
    LastModifiedDate: now,
    LastModifiedById: caller.userId,
    SystemModstamp: now,
  };
}
