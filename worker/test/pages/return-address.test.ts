import { describe, expect, it } from 'vitest';
import { returnAddress } from '../../src/pages/return-address.ts';

const SETTINGS = { loginUrl: 'https://login.salesforce.com' } as Parameters<
  typeof returnAddress
>[1];
const SCREEN = 'https://shop.lightning.force.com/lightning/n/Setup';

describe('the address to go back to', () => {
  it('is one of Salesforce’s screens', () => {
    expect(returnAddress(SCREEN, SETTINGS)).toBe(SCREEN);
    expect(returnAddress('https://evil.example/lightning', SETTINGS)).toBe('');
  });

  it('is none that would make the cookie too large for browsers', () => {
    expect(returnAddress(`${SCREEN}?q=${'語'.repeat(400)}`, SETTINGS)).toBe('');
  });
});
