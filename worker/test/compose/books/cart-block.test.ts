import { describe, it, expect } from 'vitest';
import { cartBlock, type CartBlock } from '../../../src/compose/books/cart-block.ts';
import type { CartState } from '../../../src/compose/books/cart-state.ts';
import { abandoned, after, at, cartOf, converted, deleted, seen } from './carts.ts';

const STOREFRONT = { url: 'https://shop.example', currency: 'USD' };

function blockOf(
  carts: (CartState | null)[],
  before: CartBlock | null = null,
  hour = 13,
): CartBlock {
  const known = carts.filter((cart) => cart !== null);
  return cartBlock(known, before, STOREFRONT, new Date(at(hour)));
}

const LEFT = after(abandoned(10, 9));
const BOUGHT = after(seen(11), converted(12));

describe('a quote, a request for samples or a list', () => {
  it.each(['Quote', 'Sample', 'List'] as const)('is no cart to programs: %s', (kind) => {
    const other = after({ cart: cartOf(12, { id: 'cart-2', kind }), abandonedAt: at(13) });
    expect(blockOf([other])).toMatchObject({ status: 'None', itemCount: 0, timesAbandoned: 0 });
    expect(blockOf([LEFT, other])).toEqual(blockOf([LEFT]));
  });
});

describe('the newest cart', () => {
  it('decides, in whatever order the carts are given', () => {
    const old = after(abandoned(10, 9));
    const fresh = after({ cart: cartOf(12, { id: 'cart-2', itemCount: 7 }) });

    expect(blockOf([old, fresh])).toMatchObject({ status: 'Open', itemCount: 7 });
    expect(blockOf([fresh, old])).toEqual(blockOf([old, fresh]));
  });

  it('that was left says what was in it', () => {
    expect(blockOf([LEFT])).toEqual({
      status: 'Abandoned',
      abandonedAt: at(10),
      value: '59.9',
      currency: 'EUR',
      itemCount: 2,
      firstItems: ['Plant pot', 'Smith journal'],
      imageUrl: 'https://shop.example/journal.jpg',
      url: 'https://shop.example/cart/1',
      timesAbandoned: 1,
    });
  });

  it('that was cleared leaves None, although an older one is still left', () => {
    const cleared = after(seen(11), deleted(12));

    expect(blockOf([LEFT, cleared], blockOf([LEFT]))).toMatchObject({
      status: 'None',
      value: '0',
      itemCount: 0,
      url: 'https://shop.example',
    });
  });

  it('counts beside all others how often carts were left', () => {
    const twice = after(abandoned(10, 9), seen(11), abandoned(12, 11));

    expect(blockOf([LEFT, twice, BOUGHT]).timesAbandoned).toBe(3);
  });
});

describe('a purchase', () => {
  it('of another cart recovers the one that was left before', () => {
    expect(blockOf([LEFT, BOUGHT], blockOf([LEFT]))).toMatchObject({
      status: 'Recovered',
      value: '0',
      timesAbandoned: 1,
    });
  });

  it('is not undone by an older cart’s abandonment that is heard of later', () => {
    const leftSince = after(abandoned(12.5, 9));

    expect(blockOf([BOUGHT, leftSince], blockOf([BOUGHT]))).toMatchObject({ status: 'None' });
  });

  it('stays Recovered when it is told again', () => {
    const recovered = blockOf([LEFT, BOUGHT], blockOf([LEFT]));

    expect(blockOf([LEFT, BOUGHT], recovered)).toEqual(recovered);
  });

  it('straight away says None: no program was under way', () => {
    expect(blockOf([BOUGHT])).toMatchObject({ status: 'None' });
  });

  it('of the very cart that was left says Recovered even to somebody Salesforce never had', () => {
    expect(blockOf([after(abandoned(10, 9), converted(12))])).toMatchObject({
      status: 'Recovered',
      abandonedAt: at(10),
    });
  });

  it('is followed by the next cart as by any other', () => {
    const recovered = blockOf([LEFT, BOUGHT], blockOf([LEFT]));
    const next = after({ cart: cartOf(14), abandonedAt: at(15) });

    expect(blockOf([LEFT, BOUGHT, next], recovered, 16)).toMatchObject({
      status: 'Abandoned',
      abandonedAt: at(15),
      timesAbandoned: 2,
    });
  });
});

describe('an open cart', () => {
  it('keeps the block it has while it is filled: each change would queue the person', () => {
    const before = blockOf([after(seen(9))]);
    const fuller = after(seen(9), { cart: cartOf(10, { itemCount: 5 }) });

    expect(blockOf([fuller], before)).toEqual(before);
  });

  it('that was left and come back to is Open, and remembers when it was left', () => {
    const back = after(abandoned(10, 9), seen(11));

    expect(blockOf([back], blockOf([LEFT]))).toMatchObject({
      status: 'Open',
      abandonedAt: at(10),
      timesAbandoned: 1,
    });
  });
});

describe('history', () => {
  it('of more than a day starts nothing', () => {
    expect(blockOf([LEFT], null, 10 + 24)).toMatchObject({ status: 'Abandoned' });
    expect(blockOf([LEFT], null, 10 + 25)).toMatchObject({ status: 'None', abandonedAt: at(10) });
  });

  it('starts nothing later either, when something else about the person changes', () => {
    const quiet = blockOf([LEFT], null, 10 + 25);

    expect(blockOf([LEFT], quiet, 10 + 26)).toMatchObject({ status: 'None' });
  });

  it('does not end what was told in time', () => {
    const told = blockOf([LEFT], null, 11);

    expect(blockOf([LEFT], told, 10 + 72)).toEqual(told);
  });
});

describe('no field that Account Engagement maps is ever blank', () => {
  const bare = { items: [], url: null, itemCount: 0 };
  it.each<[string, (CartState | null)[]]>([
    ['no cart', []],
    ['an open cart', [after(seen(9))]],
    ['a cart without items, picture or address', [after({ cart: cartOf(9, bare) })]],
    ['a cart that was left', [LEFT]],
    ['a purchase', [BOUGHT]],
    ['a purchase nobody saw coming', [after(converted(12))]],
    ['a cleared cart', [after(abandoned(10, 9), deleted(12))]],
  ])('%s', (_, carts) => {
    for (const before of [null, blockOf([LEFT])]) {
      const { abandonedAt, ...block } = blockOf(carts, before);
      for (const [field, value] of Object.entries(block)) {
        expect(value, field).not.toBeNull();
        expect(String(value), field).not.toBe('');
      }
      // A moment has no word for "never": it is left out, and kept once it was said.
      expect(abandonedAt === null).toBe(
        before === null && !carts.some((cart) => cart?.abandonedAt),
      );
    }
  });
});

describe('a person whose consent holds cart states back', () => {
  const held = (
    carts: (CartState | null)[],
    before: CartBlock | null = null,
  ): CartBlock['status'] =>
    cartBlock(
      carts.filter((cart) => cart !== null),
      before,
      STOREFRONT,
      new Date(at(13)),
      {
        held: true,
      },
    ).status;

  it('is told None of a cart they left, and one that was told already is taken back', () => {
    expect(held([LEFT])).toBe('None');
    expect(held([LEFT], blockOf([LEFT]))).toBe('None');
  });

  it('is not told of that cart either, when they consent afterwards', () => {
    const before = cartBlock(
      [LEFT].filter((cart) => cart !== null),
      null,
      STOREFRONT,
      new Date(at(13)),
      { held: true },
    );

    expect(blockOf([LEFT], before).status).toBe('None');
  });

  it('recovers where a program is under way, and is told nothing of a purchase otherwise', () => {
    const back = after(abandoned(10, 9), converted(12));

    expect(held([back], blockOf([LEFT]))).toBe('Recovered');
    expect(held([back])).toBe('None');
  });
});

describe('two carts that changed in one moment', () => {
  it('are one purchase and one cart to forget, in whatever order they are given', () => {
    const left = after(abandoned(12.5, 12));
    const bought = after(converted(12));

    expect(blockOf([left, bought]).status).toBe('None');
    expect(blockOf([bought, left])).toEqual(blockOf([left, bought]));
  });
});
