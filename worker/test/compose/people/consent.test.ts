import { describe, expect, it } from 'vitest';
import {
  effectiveConsent,
  mergeConsents,
  newerWord,
  ruling,
  type Said,
} from '../../../src/compose/people/consent.ts';
import { peoplePolicyShape } from '../../../src/shared/people-policy.ts';
import { at } from '../books/carts.ts';

type Word = boolean | null;
const said = (marketing: Word, cartMail: Word, hour = 9): Said => ({
  marketing,
  cartMail,
  saidAt: at(hour),
});
const TABLE = peoplePolicyShape.parse({}).consent;

describe('what a shop last said', () => {
  it('is its newest word, in whatever order the words arrive', () => {
    const [early, late] = [said(true, true, 9), said(false, true, 10)];

    expect(newerWord(early, late)).toEqual(late);
    expect(newerWord(late, early)).toEqual(late);
  });

  it('is the more restrictive of two words of one moment', () => {
    const both = { marketing: false, cartMail: null, saidAt: at(9) };

    expect(newerWord(said(true, null), said(false, true))).toEqual(both);
    expect(newerWord(said(false, true), said(true, null))).toEqual(both);
  });
});

describe('what holds for a person', () => {
  it.each<[string, [Word, Word][], string]>([
    ['nothing was said', [], 'Unknown'],
    [
      'all shops were told yes',
      [
        [true, true],
        [true, true],
      ],
      'Given',
    ],
    [
      'one shop does not know',
      [
        [true, true],
        [null, null],
      ],
      'Unknown',
    ],
    [
      'one shop was told no',
      [
        [true, true],
        [null, null],
        [false, false],
      ],
      'Refused',
    ],
  ])('when %s is the most restrictive word', (_, words, answer) => {
    const consents = words.map(([marketing, cartMail], shop) => ({
      [`shop-${shop}`]: said(marketing, cartMail),
    }));

    expect(effectiveConsent(consents)).toEqual({ marketing: answer, cartMail: answer });
    expect(effectiveConsent(consents.toReversed())).toEqual(effectiveConsent(consents));
  });

  it('who was two people is, shop by shop, the more restrictive word', () => {
    const one = { bc1: said(true, false, 9), bc2: said(true, true, 9) };
    const other = { bc1: said(null, true, 10) };

    expect(mergeConsents(one, other)).toEqual({
      bc1: said(null, false, 10),
      bc2: said(true, true, 9),
    });
    expect(mergeConsents(other, one)).toEqual(mergeConsents(one, other));
  });
});

describe('what follows by the admin’s table', () => {
  const given = { marketing: 'Given', cartMail: 'Given' } as const;

  it.each([
    ['all is given', given, false, 'allow'],
    ['nobody asked', { marketing: 'Unknown', cartMail: 'Unknown' } as const, false, 'allow'],
    ['reminders are refused', { ...given, cartMail: 'Refused' } as const, false, 'hold'],
    ['marketing is refused', { ...given, marketing: 'Refused' } as const, false, 'hold'],
    ['Salesforce says they opted out', given, true, 'hold'],
  ])('when %s', (_, consent, optedOut, cart) => {
    expect(ruling(consent, optedOut, TABLE)).toEqual({ cart, optOut: false });
  });

  it('is the more restrictive of the rows that apply, and opts out where one says so', () => {
    const table = peoplePolicyShape.parse({
      consent: {
        marketing: { refused: { cart: 'allow', optOut: true } },
        cartMail: { unknown: { cart: 'hold' } },
      },
    }).consent;
    const consent = { marketing: 'Refused', cartMail: 'Unknown' } as const;

    expect(ruling(consent, false, table)).toEqual({ cart: 'hold', optOut: true });
  });
});
