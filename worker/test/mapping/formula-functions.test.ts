import { describe, expect, it } from 'vitest';
import { answer } from './formula-kit.ts';

describe('text functions of formulas', () => {
  it.each([
    ['LEN("abc")', '3'],
    ['LEN(order.note)', '0'],
    ['LEFT("abcdef", 2)', 'ab'],
    ['LEFT("ab", 9)', 'ab'],
    ['LEFT("ab", -1)', null],
    ['LEFT("abc", order.discount)', null],
    ['LEFT("abc", 1.9)', 'a'],
    ['RIGHT("abcdef", 2)', 'ef'],
    ['RIGHT("ab", 9)', 'ab'],
    ['RIGHT("ab", 0)', null],
    ['MID("abcdef", 2, 3)', 'bcd'],
    ['MID("abcdef", 0, 2)', 'ab'],
    ['MID("abcdef", 5, 9)', 'ef'],
    ['MID("abcdef", 9, 1)', null],
    ['MID("abcdef", 1, -1)', null],
    ['FIND("c", "abcabc")', '3'],
    ['FIND("c", "abcabc", 4)', '6'],
    ['FIND("z", "abc")', '0'],
    ['FIND("", "abc")', '0'],
    ['FIND("a", "abc", 0)', '0'],
    ['FIND("a", order.note)', '0'],
    ['SUBSTITUTE("a-b-c", "-", "+")', 'a+b+c'],
    ['SUBSTITUTE("aaa", "a", "b")', 'bbb'],
    ['SUBSTITUTE("abc", "", "x")', 'abc'],
    ['SUBSTITUTE("abc", "b", order.note)', 'ac'],
    ['SUBSTITUTE(order.note, "b", "c")', null],
    ['TRIM("  a  b ")', 'a  b'],
    ['UPPER("straße")', 'STRASSE'],
    ['UPPER(order.note)', null],
    ['LOWER("ABC")', 'abc'],
    ['LOWER("ABC", "de")', 'abc'],
    ['INITCAP("jane von BERG-stein")', 'Jane Von Berg-Stein'],
    ['REVERSE("abc")', 'cba'],
    ['REVERSE("a😀")', '😀a'],
    ['LPAD("7", 3, "0")', '007'],
    ['LPAD("7", 3)', '  7'],
    ['LPAD("abc", 2)', 'ab'],
    ['LPAD("a", 6, "xyz")', 'xyzxya'],
    ['LPAD("abc", 0)', null],
    ['LPAD("abc", 5, "")', null],
    ['LPAD(order.note, 3)', null],
    ['RPAD("7", 3, "0")', '700'],
    ['RPAD("a", 6, "xyz")', 'axyzxy'],
    ['RPAD("abc", 2)', 'ab'],
    ['CONTAINS("abc", "b")', true],
    ['CONTAINS("abc", "B")', false],
    ['CONTAINS("abc", "")', true],
    ['CONTAINS(order.note, "a")', false],
    ['BEGINS("abc", "ab")', true],
    ['BEGINS("abc", "b")', false],
    ['BEGINS("abc", "")', true],
    ['ISPICKVAL(order.number, "SO-0042")', true],
    ['ISPICKVAL(order.note, "")', true],
    ['INCLUDES(order.tags, "blue")', true],
    ['INCLUDES(order.tags, "green")', false],
    ['PICKLISTCOUNT(order.tags)', '2'],
    ['BR()', '<br>'],
    ['ASCII("A")', '65'],
    ['CHR(8364)', '€'],
    ['CASESAFEID("001A0000006Vm9r")', '001A0000006Vm9rIAC'],
    ['CASESAFEID("001A0000006Vm9rIAC")', '001A0000006Vm9rIAC'],
    ['TEXT(0.5)', '0.5'],
    ['TEXT(12.50)', '12.5'],
    ['TEXT(order.discount)', null],
    ['TEXT(order.day)', '2026-02-28'],
    ['TEXT(order.placedAt)', '2026-03-31 22:30:00Z'],
    ['TEXT(TIMEVALUE("08:05:00"))', '08:05:00.000'],
    ['TEXT(order.number)', 'SO-0042'],
    ['VALUE("12.50")', '12.5'],
    ['VALUE(" -3 ")', '-3'],
    ['VALUE("1e3")', '1000'],
    ['VALUE("")', null],
    ['VALUE(order.note)', null],
    ['len("ab") + Len("c")', '3'],
  ])('%s gives %j', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

describe('REGEX', () => {
  it.each([
    ['REGEX("12345", "\\\\d{5}(-\\\\d{4})?")', true],
    ['REGEX("12345-6789", "\\\\d{5}(-\\\\d{4})?")', true],
    ['REGEX("1234", "\\\\d{5}(-\\\\d{4})?")', false],
    ['REGEX("x12345", "\\\\d{5}")', false],
    ['REGEX("a.b@c.de", "[\\\\w.]+@[\\\\w.]+\\\\.[a-z]{2,}")', true],
    ['REGEX("ABC", "(?i)abc")', true],
    ['REGEX(order.note, "")', true],
    ['REGEX(order.number, "SO-" & "\\\\d+")', true],
  ])('%s is %j', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });
});

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
