import { StepError } from './values.ts';

/** At most `length` UTF-16 units, never half of a character that takes two. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const last = cut.charCodeAt(cut.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return (isHalf ? cut.slice(0, -1) : cut).trimEnd();
}

const LONGEST_EMAIL = 80;

export function emailAddress(text: string): string {
  const email = text.trim();
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(email))
    throw new StepError('is not a complete email address');
  if (email.length > LONGEST_EMAIL)
    throw new StepError(`is an email address of more than ${LONGEST_EMAIL} characters`);
  return email;
}

export function webAddress(text: string, length: number, otherwise?: string): string {
  const url = text.trim();
  const fault = faultOf(url, length);
  if (fault === undefined) return url;
  if (otherwise === undefined) throw new StepError(fault);
  return otherwise;
}

function faultOf(url: string, length: number): string | undefined {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return 'is not a complete web address';
  return url.length > length ? `is a web address of more than ${length} characters` : undefined;
}
