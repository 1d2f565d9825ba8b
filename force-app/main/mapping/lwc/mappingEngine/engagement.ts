import type { Row } from './model.ts';

export interface EngagementNote {
  code: string;
  /** A sentence or two for an admin. */
  text: string;
}

/**
 * How Account Engagement will treat what a row writes; null where nothing is written. From
 * Salesforce's help on the connector: it syncs as often as every 2 minutes, most changes within 2
 * to 4; a blank on one side is filled from the other; prospect fields cannot hold lookups; other
 * objects are read by it at most, never merged into mails.
 */
export function engagementNote(object: string, row: Row): EngagementNote | null {
  if (row.off || row.target === '' || row.direction === 'toShop') return null;
  return isPerson(object) ? personNote(row) : otherNote(object);
}

/** The objects whose fields are the prospect's. */
export function isPerson(object: string): boolean {
  return /^(?:lead|contact)$/i.test(object);
}

/** A person account is a contact too: what it has of that one is the prospect's as well. */
export function isOfPerson(object: string, field: string): boolean {
  const isContacts = /^person(?!.*__c$)|__pc$/i.test(field);
  return isPerson(object) || (/^account$/i.test(object) && isContacts);
}

function personNote(row: Row): EngagementNote {
  if (row.source.some((path) => path.startsWith('@')))
    return note('lookup', 'Account Engagement cannot map a lookup field; programs do not see it.');
  if (row.clearWhenBlank)
    return note(
      'refilled',
      'A cleared field is filled again with the prospect’s old value. Turn clearing off and give a default such as None or 0.',
    );
  if (row.target === 'Email') return note('email', emailText(row));
  if (row.target === 'HasOptedOutOfEmail')
    return note(
      'opt_out',
      'Account Engagement stops sending to this person, or begins again, at its next sync (2 to 4 minutes).',
    );
  if (row.rule === 'onCreate')
    return note(
      'once',
      'Belongs to Salesforce’s users once the record is made; Account Engagement takes it at its first sync and follows their changes.',
    );
  if (row.rule === 'ifBlank')
    return note(
      'if_blank',
      'Written only where Salesforce has nothing. Account Engagement fills a blank from the prospect too, so its value may be there first.',
    );
  return note('synced', `${AT_NEXT_SYNC}; ${blankText(row)}`);
}

const AT_NEXT_SYNC = 'Account Engagement takes the value at its next sync (2 to 4 minutes)';

function blankText({ default: other }: Row): string {
  if (other === undefined)
    return 'a blank never clears what it has, so Cartbridge leaves the field as it is.';
  const value = typeof other === 'string' ? other : String(other);
  return `a blank never clears what it has, so Cartbridge writes ${value.slice(0, 40)} instead.`;
}

function emailText({ rule }: Row): string {
  const change =
    'The prospect follows a new address only where the connector changes email addresses by itself; “Send to Pardot” after a change makes a second prospect.';
  return rule === 'always'
    ? `The prospect is made by this address. ${change}`
    : 'The prospect is made by this address; Cartbridge does not change it later.';
}

function otherNote(object: string): EngagementNote {
  if (object === 'Account')
    return note(
      'account',
      'Account Engagement reads it on the prospect’s account, only for accounts with a synced contact, and cannot change it.',
    );
  if (object === 'Opportunity')
    return note(
      'opportunity',
      'Account Engagement reads opportunities only through a contact role of a synced contact.',
    );
  if (object === 'CampaignMember')
    return note(
      'campaign_member',
      'Programs see the campaign and the member’s status where campaigns are connected, no other field.',
    );
  return note(
    'not_on_prospect',
    'Not synced to the prospect; use a field of Lead and Contact for programs.',
  );
}

function note(code: string, text: string): EngagementNote {
  return { code, text };
}
