import { StepError } from './values.ts';

/** What an Email field of Salesforce holds. */
export const LONGEST_EMAIL = 80;

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

/** Addresses that need no closer look; international names (`xn--`) have rules of their own. */
const PLAIN_URL = /^https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#][!-~]*)?$/;

/** Trimmed, in small letters. Throws a StepError when it is no address Salesforce takes. */
export function emailAddress(text: string): string {
  const email = text.trim().toLowerCase();
  // Before the pattern is tried: its time grows with the square of the length.
  if (email.length > LONGEST_EMAIL)
    throw new StepError(`is an email address of more than ${LONGEST_EMAIL} characters`);
  if (!EMAIL.test(email)) throw new StepError('is not a complete email address');
  return email;
}

/** What is wrong with a web address, going on from "The value …"; undefined when nothing is. */
export function webAddress(url: string, length: number): string | undefined {
  if (url.length > length) return `is a web address of more than ${length} characters`;
  if (PLAIN_URL.test(url) && !url.includes('xn--')) return undefined;
  return /^https?:$/.test(parsed(url)?.protocol ?? '')
    ? undefined
    : 'is not a complete web address';
}

export function localPart(text: string): string {
  const at = text.lastIndexOf('@');
  return at > 0 ? text.slice(0, at) : text;
}

export function domainOf(text: string): string | null {
  const trimmed = text.trim();
  const host = trimmed.includes('://')
    ? parsed(trimmed.slice(0, 4096))?.hostname
    : /@([^@\s]+)$/.exec(trimmed.slice(-320))?.[1];
  return host?.toLowerCase().replace(/^www\./, '') ?? null;
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
