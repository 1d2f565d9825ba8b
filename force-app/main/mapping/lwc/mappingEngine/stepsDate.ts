import { dayOf, daysApart, daysLater, momentOf, plainDay, wallOf, zoneOf } from './calendar.ts';
import { DATE_PATTERNS, writeDate } from './dateFormats.ts';
import { compilePath } from './paths.ts';
import { defineStep } from './stepDefinition.ts';
import { instantOf } from './time.ts';
import { isBlank } from './values.ts';

const ZONE = {
  type: 'text',
  label: 'Time zone',
  help: 'Such as Europe/Berlin; left out it is the time zone of the mapping.',
  required: false,
  min: 1,
  max: 64,
} as const;

const NUMBERS = {
  type: 'choice',
  label: 'Numbers are',
  help: 'What a number counts since 1970; left out a number is a problem.',
  required: false,
  choices: ['seconds', 'milliseconds'],
} as const;

const DATES = { group: 'date', takes: ['date', 'dateTime', 'text', 'number'] } as const;

export const DATE_STEPS = {
  dateTime: defineStep({
    ...DATES,
    label: 'Date and time',
    help: 'Reads a moment such as 2026-01-02T03:04:05Z or Fri, 02 Jan 2026 03:04:05 +0000. Without a zone it is the clock of the time zone.',
    gives: 'dateTime',
    params: { zone: ZONE, numbers: NUMBERS },
    compile: ({ zone, numbers }, settings) => {
      const place = zoneOf(zone, settings.timeZone);
      return (value) => momentOf(value, place, numbers);
    },
  }),
  date: defineStep({
    ...DATES,
    label: 'Date',
    help: 'The day a moment falls on in the time zone. A day alone stays that day.',
    gives: 'date',
    params: { zone: ZONE, numbers: NUMBERS },
    compile: ({ zone, numbers }, settings) => {
      const place = zoneOf(zone, settings.timeZone);
      return (value) => dayOf(value, place, numbers);
    },
  }),
  addDays: defineStep({
    ...DATES,
    label: 'Add days',
    help: 'The same time of day so many days later, or earlier with a negative number; clocks that were changed between do not matter.',
    takes: ['date', 'dateTime', 'text'],
    gives: 'any',
    params: {
      days: { type: 'integer', label: 'Days', required: true, min: -36500, max: 36500 },
      zone: ZONE,
    },
    compile: ({ days, zone }, settings) => {
      const place = zoneOf(zone, settings.timeZone);
      return (value) => daysLater(value, days, place);
    },
  }),
  daysBetween: defineStep({
    ...DATES,
    label: 'Days until',
    help: 'How many days of the calendar lie between it and another date; negative when the other one is earlier. Without a path the other one is today.',
    takes: ['date', 'dateTime', 'text'],
    gives: 'number',
    params: {
      until: { type: 'path', label: 'Until', required: false },
      zone: ZONE,
    },
    compile: ({ until, zone }, settings) => {
      const place = zoneOf(zone, settings.timeZone);
      const read = until === undefined ? undefined : compilePath(until);
      return (value, input, note) => {
        const other = read ? read(input) : instantOf(note.now);
        return isBlank(other) ? null : daysApart(dayOf(value, place), dayOf(other, place));
      };
    },
  }),
  formatDate: defineStep({
    ...DATES,
    label: 'Date as text',
    help: 'Writes the date, or the time, as it is shown in the time zone; names of months and days are English.',
    takes: ['date', 'dateTime', 'text'],
    gives: 'text',
    params: {
      pattern: { type: 'choice', label: 'Written as', required: true, choices: DATE_PATTERNS },
      zone: ZONE,
    },
    compile: ({ pattern, zone }, settings) => {
      const place = zoneOf(zone, settings.timeZone);
      return (value) =>
        writeDate(plainDay(value) ?? wallOf(momentOf(value, place), place), pattern);
    },
  }),
};
