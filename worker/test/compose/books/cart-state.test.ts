import { describe, it, expect } from 'vitest';
import type { CartNews } from '../../../src/compose/books/cart-state.ts';
import { abandoned, after, at, cartOf, converted, deleted, seen } from './carts.ts';

/** One cart's life: touched at 9, left at 10, touched again at 11, left at 12, bought at 13. */
const LIFE: Record<string, CartNews> = {
  seen: seen(9),
  abandoned: abandoned(10, 9),
  'came back': seen(11),
  'abandoned again': abandoned(12, 11),
  converted: converted(13),
  deleted: deleted(14),
};

function permutations<One>(all: One[]): One[][] {
  if (all.length < 2) return [all];
  return all.flatMap((first) =>
    permutations(all.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

const ORDERS = permutations(Object.keys(LIFE));
const inOrder = (names: string[]): CartNews[] => names.map((name) => LIFE[name] ?? {});

describe('a cart that was bought', () => {
  it('ends as Converted in every order of arrival', () => {
    const ends = ORDERS.map((names) => after(...inOrder(names)));

    expect(ORDERS).toHaveLength(720);
    expect(new Set(ends.map((state) => state?.status))).toEqual(new Set(['Converted']));
    expect(new Set(ends.map((state) => state?.orderKey))).toEqual(new Set(['bc1:order:100']));
    expect(new Set(ends.map((state) => state?.convertedAt))).toEqual(new Set([at(13)]));
  });

  it('ends as Converted however much of the rest was never heard of', () => {
    for (const names of ORDERS) {
      const heard = names.slice(0, names.indexOf('converted') + 1);
      expect(after(...inOrder(heard))?.status, heard.join(', ')).toBe('Converted');
    }
  });

  it('changes no more, whatever arrives afterwards', () => {
    const bought = after(...inOrder(['seen', 'abandoned', 'converted']));
    for (const name of Object.keys(LIFE)) {
      const [late = {}] = inOrder([name]);
      expect(after(...inOrder(['seen', 'abandoned', 'converted']), late), name).toEqual(bought);
    }
  });

  it('is known even when it was never seen, without a word on what was in it', () => {
    expect(after(converted(13))).toEqual({
      status: 'Converted',
      timesAbandoned: 0,
      abandonedAt: null,
      convertedAt: at(13),
      orderKey: 'bc1:order:100',
      cart: null,
      changedAt: at(13),
    });
  });

  it('keeps how often it was left and what was in it', () => {
    const state = after(
      ...inOrder(['seen', 'abandoned', 'came back', 'abandoned again', 'converted']),
    );

    expect(state).toMatchObject({ timesAbandoned: 2, abandonedAt: at(12), cart: cartOf(11) });
  });

  it('was not left once more by an abandonment that comes in one delivery with the purchase', () => {
    expect(after(seen(9), { ...converted(13), abandonedAt: at(10) })).toMatchObject({
      status: 'Converted',
      timesAbandoned: 0,
    });
  });
});

describe('a cart that was not bought', () => {
  it.each<[string, string[], object]>([
    ['seen', ['seen'], { status: 'Open', timesAbandoned: 0, changedAt: at(9) }],
    [
      'left',
      ['seen', 'abandoned'],
      { status: 'Abandoned', timesAbandoned: 1, abandonedAt: at(10) },
    ],
    ['left before it was seen', ['abandoned'], { status: 'Abandoned', timesAbandoned: 1 }],
    ['told twice', ['abandoned', 'abandoned'], { status: 'Abandoned', timesAbandoned: 1 }],
    ['looked at again', ['abandoned', 'seen'], { status: 'Abandoned', timesAbandoned: 1 }],
    [
      'come back to',
      ['abandoned', 'came back'],
      { status: 'Open', timesAbandoned: 1, abandonedAt: at(10) },
    ],
    [
      'left twice',
      ['abandoned', 'came back', 'abandoned again'],
      { status: 'Abandoned', timesAbandoned: 2, abandonedAt: at(12) },
    ],
    [
      'left twice, seen only as left',
      ['abandoned', 'abandoned again'],
      { status: 'Abandoned', timesAbandoned: 2, abandonedAt: at(12) },
    ],
    ['cleared', ['seen', 'deleted'], { status: 'Deleted', changedAt: at(14) }],
    [
      'cleared after it was left',
      ['abandoned', 'deleted'],
      { status: 'Deleted', timesAbandoned: 1 },
    ],
  ])('is what became of it last: %s', (_, names, expected) => {
    expect(after(...inOrder(names))).toMatchObject(expected);
  });

  it('is Open when the shopper came back before the abandonment was heard of', () => {
    expect(after({ cart: cartOf(11), abandonedAt: at(10) })).toMatchObject({
      status: 'Open',
      timesAbandoned: 0,
      abandonedAt: null,
    });
  });

  it('that is in the shop is not deleted, whatever a late event says', () => {
    expect(after(seen(9), { cart: cartOf(15), deletedAt: at(14) })).toMatchObject({
      status: 'Open',
    });
  });

  it('that nobody knew is nothing when it is gone already', () => {
    expect(after(deleted(14))).toBeNull();
    expect(after({ abandonedAt: at(10) })).toBeNull();
  });

  it('that is gone without a word stays as it was: what became of it is told by an event', () => {
    expect(after(...inOrder(['abandoned']), {})).toMatchObject({ status: 'Abandoned' });
  });
});

describe('what is no shopping cart', () => {
  it.each(['Quote', 'Sample', 'List'] as const)('is never abandoned: a %s', (kind) => {
    const cart = cartOf(9, { kind });
    expect(after({ cart, abandonedAt: at(10) })).toMatchObject({
      ...{ status: 'Open', abandonedAt: null, timesAbandoned: 0 },
    });
    // It may have been a shopping cart before somebody asked for a price.
    expect(after(abandoned(10, 9), { cart, abandonedAt: at(11) })).toMatchObject({
      ...{ status: 'Open', abandonedAt: null, timesAbandoned: 1 },
    });
    expect(after({ cart }, converted(12))?.status).toBe('Converted');
  });
});
