import { describe, expect, it } from 'vitest';
import { answer } from './formula-kit.ts';

describe('dates in formulas', () => {
  it.each([
    ['TODAY()', '2026-03-31'],
    ['NOW()', '2026-03-31T22:30:15.250Z'],
    ['TIMENOW()', '22:30:15.250Z'],
    ['DATE(2024, 2, 29)', '2024-02-29'],
    ['DATE(2024, 2.9, 1)', '2024-02-01'],
    ['DATE(order.discount, 1, 1)', null],
    ['DATEVALUE("2026-01-02")', '2026-01-02'],
    ['DATEVALUE(order.placedAt)', '2026-03-31'],
    ['DATEVALUE(order.paidAt)', null],
    ['DATETIMEVALUE("2026-01-02 03:04:05")', '2026-01-02T03:04:05.000Z'],
    ['DATETIMEVALUE(order.day)', '2026-02-28T00:00:00.000Z'],
    ['TIMEVALUE("17:30:45.125")', '17:30:45.125Z'],
    ['TIMEVALUE(order.placedAt)', '22:30:00.000Z'],
    ['YEAR(order.day)', '2026'],
    ['MONTH(order.day)', '2'],
    ['DAY(order.day)', '28'],
    ['YEAR(order.dueDay)', null],
    ['WEEKDAY(DATE(2020, 1, 5))', '1'],
    ['WEEKDAY(DATE(1965, 1, 2))', '7'],
    ['DAYOFYEAR(DATE(2024, 12, 31))', '366'],
    ['ISOWEEK(DATE(2021, 1, 3))', '53'],
    ['ISOYEAR(DATE(2021, 1, 3))', '2020'],
    ['ISOWEEK(DATE(2024, 12, 30))', '1'],
    ['ISOYEAR(DATE(2024, 12, 30))', '2025'],
    ['HOUR(TIMEVALUE("17:30:45.125"))', '17'],
    ['MINUTE(TIMEVALUE("17:30:45.125"))', '30'],
    ['SECOND(TIMEVALUE("17:30:45.125"))', '45'],
    ['MILLISECOND(TIMEVALUE("17:30:45.125"))', '125'],
    ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 1, 30), 1)', '2026-02-28'],
    ['ADDMONTHS(order.day, 1)', '2026-03-31'],
    ['ADDMONTHS(DATE(2026, 3, 15), -13)', '2025-02-15'],
    ['ADDMONTHS(order.placedAt, 1)', '2026-04-30T22:30:00.000Z'],
    ['UNIXTIMESTAMP(DATETIMEVALUE("1970-01-02 00:00:01"))', '86401'],
    ['UNIXTIMESTAMP(DATE(1970, 1, 2))', '86400'],
    ['FROMUNIXTIME(86401.5)', '1970-01-02T00:00:01.500Z'],
    ['FORMATDURATION(3725)', '01:02:05'],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
    ['FORMATDURATION(order.placedAt, order.placedAt + 2.5)', '2:12:00:00'],
  ])('%s gives %j', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it.each([
    ['order.day + 1', '2026-03-01'],
    ['order.day + 1.9', '2026-03-01'],
    ['1 + order.day', '2026-03-01'],
    ['order.day - 1.9', '2026-02-27'],
    ['DATE(2026, 3, 1) - order.day', '1'],
    ['order.placedAt + 0.5', '2026-04-01T10:30:00.000Z'],
    ['0.5 + order.placedAt', '2026-04-01T10:30:00.000Z'],
    ['order.placedAt + 1 / 86400', '2026-03-31T22:30:01.000Z'],
    ['DATETIMEVALUE("2026-01-02 12:00:00") - DATETIMEVALUE("2026-01-01 00:00:00")', '1.5'],
    ['TIMEVALUE("10:00:00") + 1000', '10:00:01.000Z'],
    ['TIMEVALUE("00:00:00") - 1', '23:59:59.999Z'],
    ['TIMEVALUE("10:00:00") - TIMEVALUE("09:00:00")', '3600000'],
    ['TIMEVALUE("09:00:00") - TIMEVALUE("10:00:00")', '82800000'],
  ])('%s reckons in days, and with times in milliseconds: %j', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', '2026-04-01'],
    ['America/New_York', '2026-03-31'],
    ['Pacific/Kiritimati', '2026-04-01'],
    ['No/Where', '2026-03-31'],
  ])('in %s the day of the moment is %s', (timeZone, expected) => {
    expect(answer('TODAY()', { timeZone })).toBe(expected);
    expect(answer('DATEVALUE(order.placedAt)', { timeZone })).toBe(expected);
  });
});
