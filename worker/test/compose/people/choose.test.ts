import { describe, it, expect } from 'vitest';
import { choose, type Candidate, type Found } from '../../../src/compose/people/search.ts';
import type { SalesforceId, ShopId } from '../../../src/shared/ids.ts';

const SHOP = 'bc1' as ShopId;
const EMAIL = 'kim@example.com';
const OWN = 'bc1:customer:11';
const GUEST = 'bc1:guest:0123';

function record(id: string, more: Partial<Candidate> = {}): Candidate {
  const object = id.startsWith('003') ? 'Contact' : 'Lead';
  return { object, id: id as SalesforceId, email: null, customerKey: null, ...more };
}

function chosen(candidates: Candidate[], email: string | null = EMAIL): Found {
  return choose(SHOP, { email, customerKey: OWN }, [OWN, GUEST], candidates);
}

function kindOf(found: Found): string | undefined {
  return 'failure' in found ? found.failure.kind : undefined;
}

describe('whose record it is', () => {
  it.each<[string, Candidate[], string]>([
    ['the one with the own key', [record('003A', { customerKey: OWN })], '003A'],
    [
      'a Lead with the own key before a Contact with the email',
      [record('003A', { email: EMAIL }), record('00QA', { customerKey: OWN })],
      '00QA',
    ],
    [
      'a Contact before a Lead with the email',
      [record('00QA', { email: EMAIL }), record('003A', { email: EMAIL })],
      '003A',
    ],
    ['one that was written for the guest', [record('00QA', { customerKey: GUEST })], '00QA'],
    ['a Lead with the email alone', [record('00QA', { email: EMAIL })], '00QA'],
    [
      'one with the email that is another shop’s customer',
      [record('00QA', { email: EMAIL, customerKey: 'bc2:customer:5' })],
      '00QA',
    ],
    [
      'the only one with the own key among several with the email',
      [
        record('003A', { email: EMAIL, customerKey: OWN }),
        record('003B', { email: EMAIL }),
        record('003C', { email: EMAIL }),
      ],
      '003A',
    ],
  ])('is %s', (_, candidates, id) => {
    expect(chosen(candidates)).toMatchObject({ id });
    expect(chosen(candidates.toReversed())).toMatchObject({ id });
  });

  it.each<[string, Candidate[]]>([
    ['nobody is there', []],
    ['others have other addresses', [record('00QA', { email: 'lee@example.com' })]],
  ])('is nobody’s when %s', (_, candidates) => {
    expect(chosen(candidates)).toEqual({ nobody: true });
  });

  it('is never found by a missing email', () => {
    expect(chosen([record('00QA')], null)).toEqual({ nobody: true });
  });

  it.each<[string, Candidate[]]>([
    ['two Contacts', [record('003A', { email: EMAIL }), record('003B', { email: EMAIL })]],
    ['two Leads', [record('00QA', { email: EMAIL }), record('00QB', { email: EMAIL })]],
    [
      'two Contacts with the person’s keys',
      [record('003A', { customerKey: OWN }), record('003B', { customerKey: GUEST })],
    ],
    [
      'another customer of the same shop',
      [record('003A', { email: EMAIL, customerKey: 'bc1:customer:12' })],
    ],
  ])('is for people to decide when there are %s: never a guess', (_, candidates) => {
    const found = chosen(candidates);

    expect(kindOf(found)).toBe('ambiguous_person');
    const failure = 'failure' in found ? found.failure : undefined;
    expect(failure?.details.candidates).toEqual(candidates.map(({ id }) => id));
    expect(failure?.nextStep).toContain('then replay');
    expect(failure?.message).not.toContain('@');
  });
});
