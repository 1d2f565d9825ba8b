import { describe, it, expect } from 'vitest';
import type {
  Candidate,
  Chosen,
  MatchKey,
  Seeker,
} from '../../../../src/compose/people/matching/candidate.ts';
import { choose } from '../../../../src/compose/people/matching/choose.ts';
import type { PersonId, SalesforceId, ShopId } from '../../../../src/shared/ids.ts';
import { peoplePolicyShape, type Matching } from '../../../../src/shared/people-policy.ts';

const SHOP = 'bc1' as ShopId;
const EMAIL = 'kim@example.com';
const PHONE = '+14155550100';
const OWN = 'bc1:customer:11';
const GUEST = 'bc1:guest:0123';
const ALL: MatchKey[] = ['externalId', 'email', 'phone', 'customerNumber'];

const SEEKER: Seeker = {
  id: 'person-1' as PersonId,
  keys: [OWN, GUEST],
  email: EMAIL,
  phone: '(415) 555-0100',
  customerNumbers: ['11'],
  isMadeAnew: false,
};

function record(id: string, more: Partial<Candidate> = {}): Candidate {
  const object = id.startsWith('003') ? 'Contact' : 'Lead';
  const nothing = { email: null, customerKey: null, phones: [], customerNumber: null };
  return { object, id: id as SalesforceId, ...nothing, ...more };
}

function chosen(
  candidates: Candidate[],
  matching: Partial<Matching> = {},
  seeker: Partial<Seeker> = {},
): Chosen {
  const policy = peoplePolicyShape.parse({ matching }).matching;
  const choosing = { shop: SHOP, country: 'US', matching: policy };
  return choose(choosing, { ...SEEKER, ...seeker }, candidates);
}

function idOf(found: Chosen): string | undefined {
  return 'candidate' in found ? found.candidate.id : undefined;
}

function reasonOf(found: Chosen): string | undefined {
  return 'doubt' in found ? found.doubt.reason : undefined;
}

/** Every order of every choice of keys. */
function ordersOf(keys: MatchKey[]): MatchKey[][] {
  return keys.flatMap((key) => {
    const rest = ordersOf(keys.filter((other) => other !== key));
    return [[key], ...rest.map((order) => [key, ...order])];
  });
}

describe('whose record it is, by the policy nobody changed', () => {
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
    expect(idOf(chosen(candidates))).toBe(id);
    expect(idOf(chosen(candidates.toReversed()))).toBe(id);
  });

  it.each<[string, Candidate[]]>([
    ['nobody is there', []],
    ['others have other addresses', [record('00QA', { email: 'lee@example.com' })]],
    ['only the phone is the same', [record('00QA', { phones: [PHONE] })]],
  ])('is nobody’s when %s', (_, candidates) => {
    expect(chosen(candidates)).toEqual({ nobody: true });
  });

  it('is never found by a missing email', () => {
    expect(chosen([record('00QA')], {}, { email: null })).toEqual({ nobody: true });
  });

  it.each<[string, Candidate[], string]>([
    [
      'two Contacts',
      [record('003A', { email: EMAIL }), record('003B', { email: EMAIL })],
      'Several Records Match',
    ],
    [
      'two Leads',
      [record('00QA', { email: EMAIL }), record('00QB', { email: EMAIL })],
      'Several Records Match',
    ],
    [
      'two Contacts with the person’s keys',
      [record('003A', { customerKey: OWN }), record('003B', { customerKey: GUEST })],
      'Several Records Match',
    ],
    [
      'another customer of the same shop',
      [record('003A', { email: EMAIL, customerKey: 'bc1:customer:12' })],
      'Belongs to Another Customer',
    ],
  ])('is for people to decide when there are %s: never a guess', (_, candidates, reason) => {
    const found = chosen(candidates);

    expect(reasonOf(found)).toBe(reason);
    expect(found).toMatchObject({ doubt: { candidates } });
  });
});

describe('whose record it is, by an admin’s policy', () => {
  it.each(ordersOf(ALL))('the first key of %s %s %s %s that names somebody decides', (...order) => {
    const keys = order.filter(Boolean);
    const named: Record<MatchKey, Candidate> = {
      externalId: record('003K', { customerKey: OWN }),
      email: record('003E', { email: EMAIL }),
      phone: record('003P', { phones: [PHONE] }),
      customerNumber: record('003N', { customerNumber: '11' }),
    };
    const candidates = Object.values(named);

    keys.forEach((key, index) => {
      const gone = keys.slice(0, index).map((former) => named[former]);
      const rest = candidates.filter((candidate) => !gone.includes(candidate));
      expect(chosen(rest, { keys }), keys.join(', then ')).toMatchObject({
        candidate: named[key],
        key,
      });
    });
    const others = ALL.filter((key) => !keys.includes(key)).map((key) => named[key]);
    expect(chosen(others, { keys })).toEqual({ nobody: true });
  });

  it.each([
    ['Contact', '003A'],
    ['Lead', '00QA'],
  ] as const)('%s goes first where both match by key or address', (prefer, id) => {
    for (const same of [{ email: EMAIL }, { customerKey: OWN }]) {
      const both = [record('003A', same), record('00QA', same)];
      expect(idOf(chosen(both, { prefer }))).toBe(id);
    }
  });

  it('several of the kind that goes first are in doubt, whatever the other kind has', () => {
    const candidates = [
      record('00QA', { email: EMAIL }),
      record('00QB', { email: EMAIL }),
      record('003A', { email: EMAIL }),
    ];
    expect(reasonOf(chosen(candidates, { prefer: 'Lead' }))).toBe('Several Records Match');
    expect(idOf(chosen(candidates, { prefer: 'Contact' }))).toBe('003A');
  });

  it('takes the same address in another shop for somebody else where it is told to', () => {
    const candidates = [record('003A', { email: EMAIL, customerKey: 'bc2:customer:5' })];

    expect(chosen(candidates, { emailAcrossShops: false })).toEqual({ nobody: true });
    const own = [record('003A', { email: EMAIL })];
    expect(idOf(chosen(own, { emailAcrossShops: false }))).toBe('003A');
  });

  it.each(['+1 415 555 0100', '415.555.0100', '(415) 555-0100', '1-415-555-0100', '4155550100'])(
    'a phone number is the same however it is spelled: %s',
    (spelling) => {
      const candidates = [record('003A', { phones: ['5', spelling] })];
      expect(idOf(chosen(candidates, { keys: ['phone'] }))).toBe('003A');
    },
  );

  it('a further key counts only where it names a single record, be it a Contact or a Lead', () => {
    const byPhone = [record('003A', { phones: [PHONE] }), record('00QA', { phones: [PHONE] })];
    expect(reasonOf(chosen(byPhone, { keys: ['phone'] }))).toBe('Several Records Match');
    const number = { customerNumber: '11' };
    const byNumber = [record('003A', number), record('003B', number)];
    expect(reasonOf(chosen(byNumber, { keys: ['customerNumber'] }))).toBe('Several Records Match');
  });

  it('a number that another customer of the shop has names nobody: households share one', () => {
    const candidates = [record('003A', { phones: [PHONE], customerKey: 'bc1:customer:12' })];
    expect(chosen(candidates, { keys: ['phone'] })).toEqual({ nobody: true });
  });

  it('what cannot be read as a phone number names nobody', () => {
    const candidates = [record('003A', { phones: ['call me'] })];
    expect(chosen(candidates, { keys: ['phone'] }, { phone: 'call me' })).toEqual({ nobody: true });
  });

  it('whoever is nobody of them by decision is only found by their own key', () => {
    const candidates = [record('003A', { email: EMAIL, phones: [PHONE], customerNumber: '11' })];
    const anew = { isMadeAnew: true };
    expect(chosen(candidates, { keys: ALL }, anew)).toEqual({ nobody: true });
    const own = [...candidates, record('00QA', { customerKey: OWN })];
    expect(idOf(chosen(own, { keys: ALL }, anew))).toBe('00QA');
  });
});
