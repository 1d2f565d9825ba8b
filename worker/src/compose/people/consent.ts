import type { PeoplePolicy } from '../../shared/people-policy.ts';
import type { Consent, Instant } from '../canonical.ts';

export type Answer = 'Given' | 'Refused' | 'Unknown';

/** What a shop's record of a customer says, and when it was changed last. */
export interface Said extends Consent {
  saidAt: Instant;
}

/** By shop. A shop that keeps no record of its own, as of a guest, says nothing. */
export type Consents = Record<string, Said>;

/** One person's answers, whatever shop they gave them to. */
export interface EffectiveConsent {
  marketing: Answer;
  cartMail: Answer;
}

/** What the admin's table makes of a person's answers. */
export interface Ruling {
  /** `hold`: no cart state that starts a program. */
  cart: 'allow' | 'hold';
  optOut: boolean;
}

/** The newer word counts; of two of the same moment the more restrictive. */
export function newerWord(before: Said | undefined, said: Said): Said {
  if (!before || said.saidAt > before.saidAt) return said;
  return said.saidAt === before.saidAt ? strictest(before, said) : before;
}

/** Of two people who turned out to be one, shop by shop the more restrictive word. */
export function mergeConsents(one: Consents, other: Consents): Consents {
  const merged = { ...one };
  for (const [shop, said] of Object.entries(other)) {
    const before = merged[shop];
    merged[shop] = before ? strictest(before, said) : said;
  }
  return merged;
}

function strictest(one: Said, other: Said): Said {
  const saidAt = one.saidAt > other.saidAt ? one.saidAt : other.saidAt;
  return {
    marketing: stricter(one.marketing, other.marketing),
    cartMail: stricter(one.cartMail, other.cartMail),
    saidAt,
  };
}

/** Refused before unknown before given. */
function stricter(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

/**
 * What holds for an address: the most restrictive of all words, whichever shop said them and of
 * whichever of the people who share it. Unknown where nobody said anything.
 */
export function effectiveConsent(all: Consents[]): EffectiveConsent {
  const words = all.flatMap((consents) => Object.values(consents));
  const [first, ...rest] = words;
  if (!first) return { marketing: 'Unknown', cartMail: 'Unknown' };
  const said = rest.reduce(strictest, first);
  return { marketing: answerOf(said.marketing), cartMail: answerOf(said.cartMail) };
}

function answerOf(said: boolean | null): Answer {
  if (said === null) return 'Unknown';
  return said ? 'Given' : 'Refused';
}

/**
 * What follows from a person's answers by the admin's table; of several rows the more restrictive.
 * @param optedOut Salesforce's own word, which no table overrules
 */
export function ruling(
  { marketing, cartMail }: EffectiveConsent,
  optedOut: boolean,
  table: PeoplePolicy['consent'],
): Ruling {
  const rows = [table.marketing[rowOf(marketing)], table.cartMail[rowOf(cartMail)]];
  const isHeld = optedOut || rows.some(({ cart }) => cart === 'hold');
  return { cart: isHeld ? 'hold' : 'allow', optOut: rows.some(({ optOut }) => optOut) };
}

function rowOf(answer: Answer): 'given' | 'refused' | 'unknown' {
  return answer === 'Given' ? 'given' : answer === 'Refused' ? 'refused' : 'unknown';
}
