export type MatchKey = 'externalId' | 'email' | 'phone' | 'customerNumber';
export type CompanyKey = 'companyId' | 'domain' | 'name';
export type Become = 'Lead' | 'Contact' | 'PersonAccount' | 'Nobody';
export type Who = 'guest' | 'registered';
export type Word = 'given' | 'refused' | 'unknown';

export interface Matching {
  keys: MatchKey[];
  emailAcrossShops: boolean;
  prefer: 'Contact' | 'Lead';
  customerNumberField: string | null;
}

export interface Creating {
  as: Become;
  recordTypeId: string | null;
  ownerId: string | null;
  assignmentRules: boolean;
  leadSource: string | null;
  campaignId: string | null;
  campaignStatus: string | null;
}

export interface Companies {
  keys: CompanyKey[];
  create: boolean;
  publicDomains: string[];
}

export interface Consequence {
  cart: 'allow' | 'hold';
  optOut: boolean;
}
export type Words = Record<Word, Consequence>;

/** The settings for people, in the form in which the worker keeps them. */
export interface Policy {
  matching: Matching;
  creating: Record<Who, Creating>;
  companies: Companies;
  consent: { marketing: Words; cartMail: Words };
}
export type Part = keyof Policy;
export type Edits = Partial<Policy>;

export const PARTS: Part[] = ['matching', 'creating', 'companies', 'consent'];

/** The policy in what the worker says it goes by; undefined while it does not say all of it. */
export function readPolicy(settings: string): Policy | undefined {
  try {
    const said = (JSON.parse(settings || '{}') ?? {}) as Policy;
    return PARTS.every((part) => typeof said[part] === 'object') ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the worker hears of people in Salesforce at once, or asks. */
export function isTold(settings: string): boolean {
  return /"following":\s*"stream"/.test(settings);
}

/** What was changed and differs from what holds. The worker takes each part as a whole. */
export function realEdits(held: Policy, edits: Edits): Edits {
  const changed = PARTS.filter((part) => edits[part] && !isSame(edits[part], held[part]));
  return Object.fromEntries(changed.map((part) => [part, edits[part]]));
}

/**
 * The order of an object's members tells nothing: the worker's database keeps them in its own. A
 * list's order does.
 */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, inner]) => [name, sorted(inner)]));
}

/** Another object: what only fits the former one is let go of. */
export function becoming(creating: Creating, as: Become): Creating {
  if (as === creating.as) return creating;
  const isQueue = creating.ownerId?.startsWith('00G') === true;
  return {
    ...creating,
    as,
    recordTypeId: null,
    assignmentRules: as === 'Lead' && creating.assignmentRules,
    ownerId: isQueue && as !== 'Lead' ? null : creating.ownerId,
  };
}

/** From a text with one domain a line; an address or a link is taken for its domain. */
export function domainsOf(text: string): string[] {
  const lines = text.split(/[\s,;]+/).map((line) =>
    line
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^.*@/, '')
      .replace(/\/.*$/, ''),
  );
  return [...new Set(lines.filter(Boolean))];
}

export { faultAt, faultsOf, type Faults } from './faults';
