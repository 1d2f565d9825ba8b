import { fill } from 'c/format';
import type { Become, CompanyKey, MatchKey, Part, Policy, Who } from 'c/peoplePolicy';
import { labels } from './labels';

const KEYS: Record<MatchKey | CompanyKey, string> = {
  ...{ externalId: labels.externalId, email: labels.email, phone: labels.phone },
  ...{ customerNumber: labels.customerNumber, companyId: labels.companyId },
  ...{ domain: labels.domain, name: labels.name },
};
const BECOME: Record<Exclude<Become, 'Nobody'>, string> = {
  ...{ Lead: labels.lead, Contact: labels.contact, PersonAccount: labels.personAccount },
};

/** What happens to a shopper by each part of the policy; more than one where there are two cases. */
export const stories: Record<Part, (policy: Policy) => string[]> = {
  matching: ({ matching }) => [matchingStory(matching)],
  creating: ({ creating }) =>
    (['guest', 'registered'] as const).map((who) => creatingStory(who, creating[who])),
  companies: ({ companies }) => [companiesStory(companies)],
  consent: ({ consent }) => [consentStory(consent)],
};

export function matchingStory({ keys, prefer, emailAcrossShops }: Policy['matching']): string {
  const taken = prefer === 'Lead' ? labels.leadFirst : labels.contactFirst;
  const story = fill(labels.matching, oneByOne(keys), taken);
  if (!keys.includes('email')) return story;
  return `${story} ${emailAcrossShops ? labels.across : labels.within}`;
}

export function creatingStory(who: Who, creating: Policy['creating'][Who]): string {
  if (creating.as === 'Nobody')
    return who === 'guest' ? labels.guestNobody : labels.registeredNobody;
  const said = [fill(labels[who], BECOME[creating.as])];
  if (creating.assignmentRules) said.push(labels.assigned);
  if (creating.ownerId) said.push(labels.owned);
  if (creating.campaignId) said.push(labels.joins);
  return said.join(' ');
}

function companiesStory({ keys, create }: Policy['companies']): string {
  if (keys.length === 0) return create ? labels.companiesNoneMade : labels.companiesNone;
  return fill(create ? labels.companiesMade : labels.companiesUnmade, oneByOne(keys));
}

/** The most restrictive of the two rows that apply to her, as the worker rules. */
function consentStory({ marketing, cartMail }: Policy['consent']): string {
  const rows = [marketing.refused, cartMail.unknown];
  const isHeld = rows.some(({ cart }) => cart === 'hold');
  const optsOut = rows.some(({ optOut }) => optOut);
  return fill(
    labels.consent,
    isHeld ? labels.cartHeld : labels.cartAllowed,
    optsOut ? labels.optedOut : labels.stays,
  );
}

function oneByOne(keys: readonly (MatchKey | CompanyKey)[]): string {
  return keys.map((key) => KEYS[key]).reduce((before, key) => fill(labels.then, before, key));
}
