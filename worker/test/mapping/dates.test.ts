import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '#mapping-engine/time';
import { runStep } from './run-step.ts';

const zoned = (zone: string) => ({ params: { zone } });

describe('the step dateTime', () => {
  it.each([
    ['2024-03-05T21:40:11.000Z', '2024-03-05T21:40:11.000Z'],
    ['Tue, 05 Mar 2024 21:40:11 +0000', '2024-03-05T21:40:11.000Z'],
    ['2024-07-01 12:00', '2024-07-01T10:00:00.000Z'],
    ['2024-01-01 12:00', '2024-01-01T11:00:00.000Z'],
  ])('reads %s by the clock of the mapping', (text, instant) => {
    expect(runStep('dateTime', text)).toBe(instant);
  });

  it('takes an hour that is skipped or happens twice as Salesforce users would', () => {
    // Berlin goes from 2:00 to 3:00 on 31 March 2024, and from 3:00 back to 2:00 on 27 October.
    expect(runStep('dateTime', '2024-03-31 02:30')).toBe('2024-03-31T01:30:00.000Z');
    expect(runStep('dateTime', '2024-10-27 02:30')).toBe('2024-10-27T00:30:00.000Z');
    expect(runStep('dateTime', '2024-10-27 03:00')).toBe('2024-10-27T02:00:00.000Z');
    const newYork = zoned('America/New_York');
    expect(runStep('dateTime', '2024-11-03 01:30', newYork)).toBe('2024-11-03T05:30:00.000Z');
  });

  it('reads numbers only when told what they count', () => {
    const seconds = { params: { numbers: 'seconds' } };
    const milliseconds = { params: { numbers: 'milliseconds' } };
    expect(runStep('dateTime', 1709674811, seconds)).toBe('2024-03-05T21:40:11.000Z');
    expect(runStep('dateTime', '1709674811.5', seconds)).toBe('2024-03-05T21:40:11.500Z');
    expect(runStep('dateTime', 1709674811000, milliseconds)).toBe('2024-03-05T21:40:11.000Z');
    expect(() => runStep('dateTime', 1709674811)).toThrow(/not a date and time/);
    expect(() => runStep('dateTime', 1709674811000, seconds)).toThrow(/not a date and time/);
  });

  it('does not compile with a time zone that is none', () => {
    expect(() => runStep('dateTime', '2024-01-01', zoned('Berlin'))).toThrow(/Europe\/Berlin/);
    const settings = { timeZone: '' };
    expect(() => runStep('date', '2024-01-01', { settings })).toThrow(/choose it again/);
  });

  it('leaves an instant as it is, whichever it is', () => {
    const [min, max] = [new Date('1700-01-01T00:00:00Z'), new Date('3999-12-31T23:59:59.999Z')];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        expect(parseInstant(date.toISOString(), 'Asia/Tokyo')).toBe(date.toISOString());
      }),
    );
  });

  it.each([
    ['2024-02-30T00:00:00.000Z'],
    ['2024-13-01T00:00:00.000Z'],
    ['2024-00-10T00:00:00.000Z'],
    ['2024-01-00T00:00:00.000Z'],
    ['2024-01-01T24:00:00.000Z'],
    ['2024-01-01T00:60:00.000Z'],
    ['1699-12-31T00:00:00.000Z'],
    ['4001-01-01T00:00:00.000Z'],
  ])('refuses %s, which only looks like an instant', (text) => {
    expect(() => runStep('dateTime', text)).toThrow(/not a date and time/);
  });
});

describe('the step date', () => {
  it.each([
    ['2024-03-05T23:30:00Z', 'Europe/Berlin', '2024-03-06'],
    ['2024-03-05T23:30:00Z', 'America/Los_Angeles', '2024-03-05'],
    ['2024-03-05T11:30:00Z', 'Pacific/Kiritimati', '2024-03-06'],
    ['2024-03-05', 'America/Los_Angeles', '2024-03-05'],
    ['2024-03-05 23:30', 'Asia/Kolkata', '2024-03-05'],
    ['2024-03-30T23:00:00Z', 'Europe/Berlin', '2024-03-31'],
    ['2024-10-26T22:00:00Z', 'Europe/Berlin', '2024-10-27'],
    ['2024-10-26T21:59:59Z', 'Europe/Berlin', '2024-10-26'],
  ])('says on which day %s falls in %s', (moment, zone, day) => {
    expect(runStep('date', moment, zoned(zone))).toBe(day);
  });

  it('refuses a day that the calendar does not have', () => {
    expect(() => runStep('date', '2023-02-29')).toThrow(/not a day of the calendar/);
  });
});

describe('the step addDays', () => {
  it.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-03-30T11:00:00Z', 1, '2024-03-31T10:00:00.000Z'],
    ['2024-10-26T10:00:00Z', 1, '2024-10-27T11:00:00.000Z'],
    ['2024-03-30T01:30:00Z', 1, '2024-03-31T01:30:00.000Z'],
    ['2024-10-26T00:30:00Z', 1, '2024-10-27T00:30:00.000Z'],
  ])('moves %s by %i days and keeps the time on the clock', (from, days, to) => {
    expect(runStep('addDays', from, { params: { days } })).toBe(to);
  });

  it('refuses to leave the years that Salesforce holds', () => {
    const params = { days: 36500 };
    expect(() => runStep('addDays', '3999-12-31', { params })).toThrow(/moved so far/);
  });
});

describe('the step daysBetween', () => {
  it('counts days of the calendar, whatever the clocks did between', () => {
    const run = { params: { until: 'shippedAt' }, input: { shippedAt: '2024-04-01T21:00:00Z' } };
    expect(runStep('daysBetween', '2024-03-30T23:30:00Z', run)).toBe(1);
    expect(runStep('daysBetween', '2024-04-02', run)).toBe(-1);
    expect(runStep('daysBetween', '2024-04-02', { params: { until: 'shippedAt' } })).toBeNull();
  });

  it('counts until today without another date', () => {
    const now = new Date('2024-03-05T23:30:00Z');
    expect(runStep('daysBetween', '2024-03-01', { now })).toBe(5);
  });
});

describe('the step formatDate', () => {
  it.each([
    ['YYYY-MM-DD', '2024-03-06'],
    ['DD.MM.YYYY HH:mm', '06.03.2024 00:05'],
    ['MM/DD/YYYY h:mm AM', '03/06/2024 12:05 AM'],
    ['D MMM YYYY', '6 Mar 2024'],
    ['MMMM D, YYYY', 'March 6, 2024'],
    ['YYYY-Qn', '2024-Q1'],
    ['dddd', 'Wednesday'],
    ['HH:mm', '00:05'],
  ])('writes %s', (pattern, text) => {
    expect(runStep('formatDate', '2024-03-05T23:05:00Z', { params: { pattern } })).toBe(text);
  });

  it('writes a day alone as that day', () => {
    const params = { pattern: 'DD/MM/YYYY', zone: 'America/New_York' };
    expect(runStep('formatDate', '2024-03-05', { params })).toBe('05/03/2024');
    const afternoon = { params: { pattern: 'h:mm AM', zone: 'UTC' } };
    expect(runStep('formatDate', '2024-03-05T13:05:00Z', afternoon)).toBe('1:05 PM');
  });
});
