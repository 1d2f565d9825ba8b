import { describe, expect, it } from 'vitest';
import { companyDomain, hostsOf, websiteHost } from '../../../src/compose/companies/domains.ts';
import { foldName, namePatterns } from '../../../src/compose/companies/names.ts';

describe('the domain of an address', () => {
  it.each([
    ['kim@Acme.com', 'acme.com'],
    ['kim@mail.acme.co.uk', 'mail.acme.co.uk'],
    ['kim@bücher.example', 'bücher.example'],
  ])('of %s is %s', (email, domain) => {
    expect(companyDomain(email, [])).toBe(domain);
  });

  it.each([
    ['a public one', 'kim@gmail.com'],
    ['below a public one', 'kim@acme.onmicrosoft.com'],
    ['one the admin named, with its @', 'kim@club.example'],
    ['none at all', 'kim'],
    ['nothing', null],
    ['what a query could be broken with', "kim@acme%'.com"],
    ['a registry', 'kim@co.uk'],
  ])('says nothing of a company where it is %s', (_, email) => {
    expect(companyDomain(email, ['@Club.example'])).toBeNull();
  });
});

describe('the websites a domain may mean', () => {
  it('are its own and those it is a part of, nearest first, and no registry', () => {
    expect(hostsOf('mail.sales.acme.co.uk', [])).toEqual([
      'mail.sales.acme.co.uk',
      'sales.acme.co.uk',
      'acme.co.uk',
    ]);
    expect(hostsOf('acme.com', [])).toEqual(['acme.com']);
    expect(hostsOf('www.acme.com', [])).toEqual(['acme.com']);
  });

  it.each([
    ['acme.com', 'acme.com'],
    ['  HTTPS://www.Acme.com/about?x=1 ', 'acme.com'],
    ['http://user@www2.acme.com:8080', 'acme.com'],
    ['shop.acme.com/', 'shop.acme.com'],
    ['www.com', 'www.com'],
    ['see our page', null],
    ['', null],
    [null, null],
  ])('are read from %s as %s', (website, host) => {
    expect(websiteHost(website)).toBe(host);
  });
});

describe('the name of a company', () => {
  it.each([
    ['Acme, Inc.', 'ACME  Inc'],
    ['Müller & Söhne', 'MULLER SOHNE'],
    ['A.C.M.E.', 'acme'],
  ])('%s is the same as %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it('is not that of another one', () => {
    expect(foldName('Acme Inc')).not.toBe(foldName('Acme'));
  });

  it('is searched word by word, and not at all where it has none', () => {
    expect(namePatterns("Acme's 100% _Inc._")).toEqual(['Acme%s%100%Inc', 'Acme%s%100%Inc_']);
    expect(namePatterns('---')).toEqual([]);
  });
});
