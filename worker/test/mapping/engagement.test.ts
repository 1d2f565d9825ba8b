import { expect, it } from 'vitest';
import { engagementNote, type Row } from '#mapping-engine';
import { row } from './one-row.ts';

function code(object: string, more: Partial<Row> = {}): string | undefined {
  return engagementNote(object, row('profile.phone', [], { target: 'Phone', ...more }))?.code;
}

it('says when Account Engagement takes a value of a person and that blanks never clear', () => {
  for (const object of ['Lead', 'Contact']) {
    const note = engagementNote(object, row('cart.status', [], { target: 'Cart_Status__c' }));
    expect(note).toEqual({
      code: 'synced',
      text: 'Account Engagement takes the value at its next sync (2 to 4 minutes); a blank never clears what it has, so Cartbridge leaves the field as it is.',
    });
  }
});

it('says what is written instead of a blank', () => {
  const note = engagementNote(
    'Lead',
    row('cart.value', [], { target: 'Cart_Value__c', default: 0 }),
  );
  expect(note?.text).toMatch(/so Cartbridge writes 0 instead\.$/);
});

it('tells each rule and each field with rules of its own', () => {
  expect(code('Lead', { rule: 'onCreate' })).toBe('once');
  expect(code('Lead', { rule: 'ifBlank' })).toBe('if_blank');
  expect(code('Lead', { clearWhenBlank: true })).toBe('refilled');
  expect(code('Contact', { target: 'Email' })).toBe('email');
  expect(code('Contact', { target: 'HasOptedOutOfEmail' })).toBe('opt_out');
  expect(code('Contact', { source: ['@shop'], target: 'Shop__c' })).toBe('lookup');
});

it('warns of a changed email address only where Cartbridge may change it', () => {
  const email = row('profile.email', [], { target: 'Email' });
  expect(engagementNote('Contact', email)?.text).toContain('second prospect');
  const once = engagementNote('Contact', { ...email, rule: 'onCreate' });
  expect(once?.text).not.toContain('second prospect');
});

it('tells what programs see of other objects', () => {
  expect(code('Account')).toBe('account');
  expect(code('Opportunity')).toBe('opportunity');
  expect(code('CampaignMember')).toBe('campaign_member');
  expect(code('Order__c')).toBe('not_on_prospect');
  expect(code('Loyalty__c')).toBe('not_on_prospect');
});

it('says nothing of a row that writes nothing into Salesforce', () => {
  expect(code('Lead', { off: true })).toBeUndefined();
  expect(code('Lead', { target: '' })).toBeUndefined();
  expect(code('Lead', { direction: 'toShop' })).toBeUndefined();
});
