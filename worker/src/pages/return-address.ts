import type { SalesforceSettings } from '../shared/settings.ts';

const SALESFORCE_HOST = /^([a-z0-9-]+\.)+(lightning\.force\.com|salesforce\.com)$/;
const LONGEST = 1000;

/**
 * The address to go back to after signing in, when it is one of Salesforce's screens; empty for any
 * other, so that nobody is led elsewhere by a link to us.
 */
export function returnAddress(
  asked: unknown,
  { lightningUrl, loginUrl }: SalesforceSettings,
): string {
  if (typeof asked !== 'string' || !URL.canParse(asked)) return '';
  const url = new URL(asked);
  // As it is kept: letters beyond ASCII grow ninefold, and browsers drop a cookie that is too large.
  if (url.href.length > LONGEST) return '';
  if (url.username !== '' || url.password !== '') return '';
  if (url.origin === lightningUrl || url.origin === loginUrl) return url.href;
  const isSalesforce = url.protocol === 'https:' && url.port === '';
  return isSalesforce && SALESFORCE_HOST.test(url.hostname) ? url.href : '';
}
