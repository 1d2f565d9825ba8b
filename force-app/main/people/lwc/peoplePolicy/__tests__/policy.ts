import type { Creating, Policy, Words } from 'c/peoplePolicy';

export const CREATING: Creating = {
  ...{ as: 'Lead', recordTypeId: null, ownerId: null, assignmentRules: false },
  ...{ leadSource: null, campaignId: null, campaignStatus: null },
};

const WORDS: Words = {
  given: { cart: 'allow', optOut: false },
  refused: { cart: 'hold', optOut: false },
  unknown: { cart: 'allow', optOut: false },
};

/** What the worker goes by before anybody changed anything, but that customers become Contacts. */
export const POLICY: Policy = {
  matching: {
    keys: ['externalId', 'email'],
    ...{ emailAcrossShops: true, prefer: 'Contact', customerNumberField: null },
  },
  creating: { guest: CREATING, registered: { ...CREATING, as: 'Contact' } },
  companies: { keys: ['companyId', 'domain'], create: true, publicDomains: [] },
  consent: { marketing: WORDS, cartMail: WORDS },
};

export const settingsText = (following = 'polling'): string =>
  JSON.stringify({ ...POLICY, following });
