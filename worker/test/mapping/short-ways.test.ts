import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as money from '#mapping-engine/money';
import { parseInstant } from '#mapping-engine/time';
import { offsetAt, zoneOffsetAt } from '#mapping-engine/timeZone';

/** A text that may be a decimal, of all lengths around what a number holds without loss. */
const DECIMAL = fc.oneof(
  fc.stringMatching(/^[+-]?\d{0,20}\.?\d{0,20}(e-?\d)?$/),
  fc.stringMatching(/^-?\d{1,8}(\.\d{1,8})?$/),
  fc.stringMatching(/^-?9{14,17}(\.[05]{1,3})?$/),
  fc.double().map(String),
);

/** With a space before it no text takes a short way. */
const spaced = (text: string) => ` ${text}`;

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return (thrown as Error).constructor;
  }
}

describe('the short ways of decimal arithmetic', () => {
  it('read and round as the long ones do', () => {
    fc.assert(
      fc.property(DECIMAL, fc.nat({ max: 20 }), (text, scale) => {
        expect(outcome(() => money.parse(text))).toBe(outcome(() => money.parse(spaced(text))));
        const [short, long] = [text, spaced(text)];
        expect(outcome(() => money.round(short, scale))).toBe(
          outcome(() => money.round(long, scale)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(['add', 'subtract', 'multiply', 'compare'] as const)(
    '%s as the long ones do',
    (operation) => {
      fc.assert(
        fc.property(DECIMAL, DECIMAL, (a, b) => {
          const long = outcome(() => money[operation](spaced(a), spaced(b)));
          expect(outcome(() => money[operation](a, b))).toBe(long);
          expect(outcome(() => money[operation](a, spaced(b)))).toBe(long);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('take numbers of JSON for what they print as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (a, b) => {
        expect(money.add(a, b)).toBe(money.add(spaced(String(a)), spaced(String(b))));
      }),
    );
  });
});

describe('the short ways of time', () => {
  it('refuse and take what only looks like an instant as the long way does', () => {
    const digits = (from: number, to: number, length: number) =>
      fc.integer({ min: from, max: to }).map((number) => String(number).padStart(length, '0'));
    const parts = [
      ...[digits(1600, 4100, 4), digits(0, 13, 2), digits(0, 32, 2)],
      ...[digits(0, 25, 2), digits(0, 61, 2), digits(0, 61, 2), digits(0, 999, 3)],
    ] as const;
    fc.assert(
      fc.property(...parts, (year, month, day, hour, minute, second, fraction) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`;
        expect(outcome(() => parseInstant(text))).toBe(outcome(() => parseInstant(spaced(text))));
      }),
      { numRuns: 1000 },
    );
  });

  // Half an hour of summer time, a month without it, a day that never was, and the usual ones.
  it.each([
    ['Europe/Berlin'],
    ['America/New_York'],
    ['Australia/Lord_Howe'],
    ['Africa/Casablanca'],
    ['Pacific/Apia'],
    ['Asia/Kathmandu'],
  ])('know the clocks of %s at any moment as Intl does', (zone) => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
    const [min, max] = [new Date('1995-01-01T00:00:00Z'), new Date('2037-12-31T00:00:00Z')];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const shown = new Date(date.getTime() + offsetAt(date.getTime(), zone)).toISOString();
        expect(shown.slice(0, 19).replace('T', ' ')).toBe(clock.format(date));
      }),
      { numRuns: 200 },
    );
  });

  it('find the moment of a wall time that exists again', () => {
    const [min, max] = [Date.UTC(1995, 0), Date.UTC(2037, 0)];
    fc.assert(
      fc.property(fc.integer({ min, max }), (utc) => {
        const wall = utc + offsetAt(utc, 'Europe/Berlin');
        const found = wall - zoneOffsetAt(wall, 'Europe/Berlin');
        // In the hour that happens twice the first one is meant.
        expect([utc, utc - 3_600_000]).toContain(found);
        expect(found + offsetAt(found, 'Europe/Berlin')).toBe(wall);
      }),
      { numRuns: 300 },
    );
  });
});
