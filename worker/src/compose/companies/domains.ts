import { isPublicDomain } from './public-domains.ts';

/** Letters, digits and hyphens between dots: what may stand in a query without changing it. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * What an address says of a company: its domain, lower case. Null for what is no company's alone.
 * @param publicDomains the admin's, besides the well-known ones
 */
export function companyDomain(
  email: string | null,
  publicDomains: readonly string[],
): string | null {
  const domain = email?.split('@').at(-1)?.toLowerCase().replace(/\.$/, '') ?? '';
  const isCompanys = HOST.test(domain) && !isBelowPublic(domain, publicDomains);
  return isCompanys && hostsOf(domain, publicDomains).length > 0 ? domain : null;
}

/** Whoever has mail at or below a public domain is a customer of it. */
function isBelowPublic(domain: string, publicDomains: readonly string[]): boolean {
  const labels = domain.split('.');
  return labels.some((_, from) => isPublicDomain(labels.slice(from).join('.'), publicDomains));
}

/**
 * The hosts a company with mail at this domain may have its website at: the domain itself, and what
 * it is a part of, nearest first (`mail.acme.co.uk`, then `acme.co.uk`). Never the other way: a
 * website `lab.acme.com` is one part of those who have mail at `acme.com`.
 */
export function hostsOf(domain: string, publicDomains: readonly string[]): string[] {
  const labels = withoutWww(domain).split('.');
  const hosts: string[] = [];
  for (let from = 0; from < labels.length - 1; from += 1) {
    const rest = labels.slice(from);
    const host = rest.join('.');
    if (isRegistry(rest) || isPublicDomain(host, publicDomains)) break;
    hosts.push(host);
  }
  return hosts;
}

/** `co.uk` and its like, under which companies have their domains. */
function isRegistry(labels: string[]): boolean {
  const [first = '', last = ''] = labels;
  return labels.length === 2 && first.length <= 3 && last.length === 2 && SHARED.has(first);
}

const SHARED = new Set(
  'co com org net gov edu ac ltd plc sch nhs me or ne go ad ed gr lg in gob gub nom id web'.split(
    ' ',
  ),
);

/** The host of a website as people type it into a record; null where there is none. */
export function websiteHost(website: string | null): string | null {
  const text = website?.trim().toLowerCase() ?? '';
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/^[^/?#]*@/, '');
  const host = withoutWww(bare.replace(/[/?#:].*$/s, '').replace(/\.$/, ''));
  return HOST.test(host) ? host : null;
}

function withoutWww(host: string): string {
  return host.replace(/^www\d?\.(?=.*\.)/, '');
}
