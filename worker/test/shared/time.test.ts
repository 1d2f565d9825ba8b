import { describe, it, expect } from 'vitest';
import { instantFromEpochSeconds, instantOf, parseInstant } from '../../src/shared/time.ts';

describe('parseInstant', () => {
  it.each([
    ['Tue, 05 Mar 2024 21:40:11 +0000', '2024-03-05T21:40:11.000Z'],
    ['Mon, 11 Mar 2024 15:17:25 -0500', '2024-03-11T20:17:25.000Z'],
    ['5 Mar 2024 21:40 GMT', '2024-03-05T21:40:00.000Z'],
    ['Tue, 05 Mar 2024 21:40:11 EST', '2024-03-06T02:40:11.000Z'],
    ['Tue, 05 Mar 2024 21:40:11 +0000 (UTC)', '2024-03-05T21:40:11.000Z'],
    ['2024-03-05T20:25:00+00:00', '2024-03-05T20:25:00.000Z'],
    ['2024-03-05T20:25:00Z', '2024-03-05T20:25:00.000Z'],
    ['2024-03-05t20:25:00.5z', '2024-03-05T20:25:00.500Z'],
    ['2024-03-05T20:25:00.123456-05:30', '2024-03-06T01:55:00.123Z'],
    ['2024-03-05T20:25:00+0200', '2024-03-05T18:25:00.000Z'],
    ['2024-03-05T20:25:00-08', '2024-03-06T04:25:00.000Z'],
    ['2024-03-05T20:25Z', '2024-03-05T20:25:00.000Z'],
    ['2023-07-17 06:30:41', '2023-07-17T06:30:41.000Z'],
    ['2023-07-17', '2023-07-17T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2024-12-31T23:59:59+00:00', '2024-12-31T23:59:59.000Z'],
    ['2024-01-01T00:30:00+02:00', '2023-12-31T22:30:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it('takes a leap second for the second after it', () => {
    expect(parseInstant('2016-12-31T23:59:60Z')).toBe('2017-01-01T00:00:00.000Z');
    expect(parseInstant('Sat, 31 Dec 2016 23:59:60 +0000')).toBe('2017-01-01T00:00:00.000Z');
  });

  it.each([
    [''],
    ['yesterday'],
    ['2024'],
    ['1709674811'],
    ['2024-02-30T00:00:00Z'],
    ['2023-02-29'],
    ['2024-13-01'],
    ['2024-03-05T24:00:00Z'],
    ['2024-03-05T10:61:00Z'],
    ['2024-03-05T10:00:61Z'],
    ['2024-03-05T10:00:00+25:00'],
    ['2024-03-05T10:00:00 Europe/Berlin'],
    ['0000-00-00 00:00:00'],
    ['0001-01-01T00:00:00'],
    ['9999-12-31T00:00:00Z'],
    ['Tue, 32 Mar 2024 21:40:11 +0000'],
    ['Tue, 05 Foo 2024 21:40:11 +0000'],
    ['Tue, 05 Mar 24 21:40:11 +0000'],
    ['Tue, 05 Mar 2024 21:40:11'],
    ['Tue, 05 Mar 2024 21:40:11 XYZ'],
    ['05/03/2024 21:40'],
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(/Expected a date such as/);
  });

  it('lets the texts of two moments be compared as texts', () => {
    const earlier = parseInstant('Mon, 11 Mar 2024 23:00:00 +0000');
    const later = parseInstant('2024-03-11T20:00:00-05:00');
    expect(earlier < later).toBe(true);
  });
});

describe('a wall clock without a zone', () => {
  it.each([
    ['in winter', '2024-01-15T12:00:00', 'America/Chicago', '2024-01-15T18:00:00.000Z'],
    ['in summer', '2024-07-15T12:00:00', 'America/Chicago', '2024-07-15T17:00:00.000Z'],
    ['before spring', '2024-03-10T01:59:59', 'America/Chicago', '2024-03-10T07:59:59.000Z'],
    ['in a skipped hour', '2024-03-10T02:30:00', 'America/Chicago', '2024-03-10T08:30:00.000Z'],
    ['after spring', '2024-03-10T03:00:00', 'America/Chicago', '2024-03-10T08:00:00.000Z'],
    ['in a doubled hour', '2024-11-03T01:30:00', 'America/Chicago', '2024-11-03T06:30:00.000Z'],
    ['after autumn', '2024-11-03T02:00:00', 'America/Chicago', '2024-11-03T08:00:00.000Z'],
    ['east of UTC', '2024-03-31T02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['east in autumn', '2024-10-27T02:30:00', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['down under', '2024-10-06T03:00:00', 'Australia/Sydney', '2024-10-05T16:00:00.000Z'],
    ['at a half hour', '2024-05-01T00:00:00', 'Asia/Kolkata', '2024-04-30T18:30:00.000Z'],
  ])('%s is that of its place', (_, wall, timeZone, instant) => {
    expect(parseInstant(wall, timeZone)).toBe(instant);
  });

  it('is not consulted when the text has a zone', () => {
    expect(parseInstant('2024-07-15T12:00:00Z', 'America/Chicago')).toBe(
      '2024-07-15T12:00:00.000Z',
    );
  });
});

describe('other sources', () => {
  it('reads epoch seconds', () => {
    expect(instantFromEpochSeconds(1561479335)).toBe('2019-06-25T16:15:35.000Z');
  });

  it('refuses milliseconds where seconds are expected', () => {
    expect(() => instantFromEpochSeconds(1561479335000)).toThrow(/Expected a date/);
    expect(() => instantFromEpochSeconds(NaN)).toThrow(/Expected a date/);
  });

  it('reads a Date', () => {
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});
