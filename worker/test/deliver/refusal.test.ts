import { expect, it } from 'vitest';
import { rowFailure } from '../../src/deliver/refusal.ts';
import type { Row } from '../../src/deliver/row.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';

/** A record that an admin added, about a person who is known by id. */
const member: Row = {
  object: 'CampaignMember',
  key: 'm1',
  target: { field: 'Key__c', value: 'm1' },
  fields: { CampaignId: '701000000000001AAA' },
  references: { LeadId: { name: 'person:1', by: { id: '00Q000000000001AAA' as SalesforceId } } },
  isLast: true,
};

function kindOf(row: Row, statusCode: string, fields: string[] = []): string {
  return rowFailure(row, { statusCode, message: '', fields }).kind;
}

it('a lost campaign of an added record does not make the worker look for the person anew', () => {
  const code = 'INVALID_CROSS_REFERENCE_KEY';

  expect(kindOf(member, code, ['CampaignId'])).toBe('record_refused');
  expect(kindOf({ ...member, references: {} }, code)).toBe('record_refused');
  expect(kindOf(member, code, ['LeadId'])).toBe('link_lost');
  expect(kindOf(member, code)).toBe('link_lost');
});

it('an added record that another one rules out comes again without losing its person', () => {
  expect(kindOf(member, 'DUPLICATE_VALUE')).toBe('record_locked');
  expect(kindOf({ ...member, isLast: false }, 'DUPLICATE_VALUE')).toBe('link_lost');
});
